internal import Bytes

/// Looks for the `meta` that names a page's encoding, before the page is read (section 13.2.3.2, "prescan a byte stream").
struct MetaPrescan {
  /// Browsers look at the first 1024 bytes and begin again when they meet a `meta` later; this looks further at once.
  static let limit = 16 << 10

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes.prefix(Self.limit)
    position = 0
  }

  /// The encoding the page names, or nil.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    var prescan = MetaPrescan(bytes)
    return prescan.run()
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func stands(_ text: StaticString, at index: Int) -> Bool {
    var index = index
    for letter in "\(text)".utf8 {
      guard let byte = byte(index), byte.lowercased == letter else { return false }
      index += 1
    }
    return true
  }

  private mutating func run() -> TextEncoding? {
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open
      if stands("<!--", at: open) {
        skipComment()
      } else if stands("<meta", at: open), let next = byte(open + 5),
        next.isHTMLSpace || next == UInt8(ascii: "/")
      {
        position = open + 6
        if let encoding = meta() { return encoding }
      } else if let next = byte(open + 1),
        next.isASCIILetter || (next == UInt8(ascii: "/") && byte(open + 2)?.isASCIILetter == true)
      {
        position += 1
        while let byte = byte(position), !byte.isHTMLSpace, byte != UInt8(ascii: ">") { position += 1 }
        while attribute() != nil {}
      } else if let next = byte(open + 1),
        [UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(next)
      {
        position = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func skipComment() {
    position += 2
    while position < bytes.endIndex, !stands("-->", at: position) { position += 1 }
  }

  /// Reads the attributes of a `meta`.
  private mutating func meta() -> TextEncoding? {
    var seen: Set<[UInt8]> = []
    var saysContentType = false
    var charset: [UInt8]?
    var needsContentType = false
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      if name.elementsEqual("http-equiv".utf8) {
        saysContentType = value.map(\.lowercased).elementsEqual("content-type".utf8)
      } else if name.elementsEqual("content".utf8), charset == nil,
        let found = Self.charset(inContentType: value)
      {
        charset = found
        needsContentType = true
      } else if name.elementsEqual("charset".utf8) {
        charset = value
        needsContentType = false
      }
    }
    guard let charset, saysContentType || !needsContentType else { return nil }
    let encoding = EncodingLabel.encoding(of: charset)
    // A page that could be read so far is not UTF-16, whatever it says.
    return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
  }

  /// Reads one attribute; nil where the tag ends.
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while let byte = byte(position), byte.isHTMLSpace || byte == UInt8(ascii: "/") { position += 1 }
    guard let first = byte(position), first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let byte = byte(position), !byte.isHTMLSpace, byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "=") || name.isEmpty
    {
      name.append(byte.lowercased)
      position += 1
    }
    skipSpace()
    guard byte(position) == UInt8(ascii: "=") else { return (name, []) }
    position += 1
    skipSpace()
    guard let quote = byte(position) else { return nil }
    let first2 = position
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position = bytes[(first2 + 1)...].firstIndex(of: quote) ?? bytes.endIndex
      let value = Array(bytes[(first2 + 1)..<position])
      if position < bytes.endIndex { position += 1 }
      return (name, value)
    }
    while let byte = byte(position), !byte.isHTMLSpace, byte != UInt8(ascii: ">") { position += 1 }
    return (name, Array(bytes[first2..<position]))
  }

  private mutating func skipSpace() {
    while let byte = byte(position), byte.isHTMLSpace { position += 1 }
  }

  /// The charset in a content type such as `text/html; charset=iso-8859-1`, or nil.
  static func charset(inContentType value: [UInt8]) -> [UInt8]? {
    let lower = value.map(\.lowercased)
    let word = Array("charset".utf8)
    var start = 0
    while start + word.count <= lower.count {
      guard lower[start..<start + word.count].elementsEqual(word) else {
        start += 1
        continue
      }
      var index = start + word.count
      while index < lower.count, lower[index].isHTMLSpace { index += 1 }
      guard index < lower.count, lower[index] == UInt8(ascii: "=") else {
        start += word.count
        continue
      }
      index += 1
      while index < lower.count, lower[index].isHTMLSpace { index += 1 }
      guard index < lower.count else { return nil }
      let quote = lower[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = lower[(index + 1)...].firstIndex(of: quote) else { return nil }
        return Array(lower[(index + 1)..<end])
      }
      return Array(lower[index...].prefix { !$0.isHTMLSpace && $0 != UInt8(ascii: ";") })
    }
    return nil
  }
}
