internal import Bytes

/// HTML being written: raw markup, and text that is escaped on its way in.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends markup as it stands.
  mutating func raw(_ markup: String) { bytes.append(copying: markup.utf8.span) }

  /// Appends markup as it stands.
  mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Appends text, safe between tags and inside quoted attributes.
  mutating func text(_ text: String) { self.text(text.utf8.span) }

  /// Appends text in UTF-8, safe between tags and inside quoted attributes.
  mutating func text(_ text: Span<UInt8>) {
    var plainStart = 0
    for index in text.indices {
      let byte = text[index]
      // Nearly all that text is made of stands behind these characters in the code.
      guard byte <= UInt8(ascii: ">"), let reference = Self.reference(byte) else { continue }
      bytes.append(copying: text.extracting(plainStart..<index))
      raw(reference)
      plainStart = index + 1
    }
    bytes.append(copying: text.extracting(plainStart..<text.count))
  }

  /// The reference that stands for a character of markup.
  private static func reference(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
