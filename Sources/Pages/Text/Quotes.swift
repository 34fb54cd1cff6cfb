/// Quotation marks of the kinds that themes put around titles.
enum Quotes {
  private static let opening: Set<Character> = ["“", "„", "«", "»", "\"", "'", "‚", "‘", "‹", "›", "”", "’"]
  private static let closing: Set<Character> = ["”", "“", "»", "«", "\"", "'", "’", "‘", "›", "‹"]

  /// What stands between the quotes, where `text` begins and ends with one; nil otherwise.
  static func contents(of text: Substring) -> Substring? {
    let text = text.trimmedEnd
    guard text.count > 2, let first = text.first, opening.contains(first), let last = text.last,
      closing.contains(last)
    else { return nil }
    return text.dropFirst().dropLast()
  }
}

extension Substring {
  /// The text without the white space at its end.
  var trimmedEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  var trimmed: String { String(Substring(drop { $0.isWhitespace }).trimmedEnd) }

  /// The text with every run of white space as one blank, and none around it.
  var collapsed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isSpaceDue = false
    var before: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      bytes.append(byte)
      // White space beyond ASCII: U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
      let wide: Int =
        switch (before.0, before.1, byte) {
        case (_, 0xC2, 0xA0), (_, 0xC2, 0x85): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
          (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
          3
        default: byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0
        }
      before = (before.1, byte)
      if wide > 0 {
        bytes.removeLast(wide)
        if bytes.last == 0x20 { bytes.removeLast() }
        isSpaceDue = !bytes.isEmpty
      } else if isSpaceDue, byte < 0x80 || byte >= 0xC0 {
        // A character of several bytes may yet turn out to be white space: the blank goes before its first byte.
        bytes[bytes.count - 1] = 0x20
        bytes.append(byte)
        isSpaceDue = false
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
