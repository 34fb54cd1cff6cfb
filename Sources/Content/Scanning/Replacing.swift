extension String {
  /// The text with each first string of the pairs replaced by the second, one pair after the other.
  func replacing(_ pairs: [(String, String)]) -> String {
    var bytes = Array(utf8)
    for (old, new) in pairs {
      let needle = Array(old.utf8)
      var output: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if bytes.span.hasBytes(needle, at: index) {
          output.append(contentsOf: new.utf8)
          index += needle.count
        } else {
          output.append(bytes[index])
          index += 1
        }
      }
      bytes = output
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
