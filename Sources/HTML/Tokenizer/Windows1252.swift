/// What the bytes 0x80 to 0x9F mean in windows-1252, and so in pages whose author took it for Latin-1.
enum Windows1252 {
  /// The character of a C1 code, itself where windows-1252 has none.
  static func scalar(ofC1 code: UInt32) -> UInt32 {
    code >= 0x80 && code <= 0x9F ? characters[Int(code - 0x80)] : code
  }

  private static let characters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}

extension [UInt8] {
  /// Appends a character in UTF-8; what is no character becomes U+FFFD.
  mutating func appendScalar(_ code: UInt32) {
    append(contentsOf: UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
