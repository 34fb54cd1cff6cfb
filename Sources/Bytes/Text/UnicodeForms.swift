private import CUTF8Proc
private import Glibc

extension String {
  /// The text in Normalization Form C (UAX #15): composed, the form in which names are written.
  public var nfc: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return mapped(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
  }

  /// The text in Normalization Form C with full case folding (Unicode, section 5.18): equal for names that a file
  /// system without upper and lower case cannot tell apart.
  public var caseFolded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    return mapped(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue)
  }

  private func mapped(_ options: UInt32) -> String {
    var text = self
    return text.withUTF8 { input -> String in
      var output: UnsafeMutablePointer<UInt8>?
      let count = unsafe utf8proc_map(
        input.baseAddress, input.count, &output, utf8proc_option_t(rawValue: options))
      guard count >= 0, let output = unsafe output else {
        return unsafe String(decoding: input, as: UTF8.self)
      }
      defer { unsafe free(output) }
      return unsafe String(decoding: UnsafeBufferPointer(start: output, count: count), as: UTF8.self)
    }
  }
}
