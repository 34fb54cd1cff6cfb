/// Which bytes may stand where in a URI (RFC 3986, section 2 and appendix A).
enum URISyntax {
  private static let alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let pathAndQuery = table(alphanumerics + "-._~!$&'()*+,;=:@/?")
  private static let authority = table(alphanumerics + "-._~!$&'()*+,;=:@[]")
  private static let hexadecimalDigits = table("0123456789ABCDEFabcdef")

  private static func table(_ characters: String) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in characters.utf8 { table[Int(byte)] = true }
    return table
  }

  /// Whether a path or query may hold `byte` as it is.
  static func isPathOrQuery(_ byte: UInt8) -> Bool { pathAndQuery[Int(byte)] }

  /// Whether an authority may hold `byte` as it is.
  static func isAuthority(_ byte: UInt8) -> Bool { authority[Int(byte)] }

  /// Whether `byte` is a hexadecimal digit.
  static func isHexadecimalDigit(_ byte: UInt8) -> Bool { hexadecimalDigits[Int(byte)] }

  /// The length of the scheme that `text` begins with, its colon not counted, or nil.
  static func schemeLength(of text: some Collection<UInt8>) -> Int? {
    guard let first = text.first, isLetter(first) else { return nil }
    var length = 0
    for byte in text {
      if byte == UInt8(ascii: ":") { return length }
      guard isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte) else { return nil }
      length += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `text` is a URI without fragment, every byte of it allowed and every escape whole.
  static func isURI(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let scheme = schemeLength(of: bytes), bytes.count > scheme + 1 else { return false }
    let authorityEnd = self.authorityEnd(of: bytes, afterScheme: scheme)
    for index in bytes.indices.dropFirst(scheme + 1) {
      if bytes[index] == UInt8(ascii: "%") {
        guard isEscape(bytes, at: index) else { return false }
      } else if index < authorityEnd
        ? !isAuthority(bytes[index]) && bytes[index] != UInt8(ascii: "/")
        : !isPathOrQuery(bytes[index])
      {
        return false
      }
    }
    return true
  }

  /// Whether a percent sign at `index` is followed by two hexadecimal digits.
  static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && isHexadecimalDigit(bytes[index + 1]) && isHexadecimalDigit(bytes[index + 2])
  }

  /// Where the authority of a URI ends; just behind the scheme's colon where it has none.
  static func authorityEnd(of bytes: [UInt8], afterScheme scheme: Int) -> Int {
    let start = scheme + 1
    guard bytes.count >= start + 2, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "/")
    else { return start }
    return bytes[(start + 2)...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
  }
}
