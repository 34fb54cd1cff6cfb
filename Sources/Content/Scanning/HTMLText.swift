/// HTML in the making: pieces as they are, and text that must be escaped.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// A paragraph that says what stood here and is no more to be had; no word of the source.
  static func placeholder(_ text: String) -> [UInt8] {
    Array("<p class=\"placeholder\"><em>(\(text))</em></p>\n".utf8)
  }

  /// Writes HTML as it is.
  mutating func raw(_ html: String) { bytes.append(contentsOf: html.utf8) }

  /// Writes HTML as it is.
  mutating func raw(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  /// Writes text: what would be read as a tag or an entity is escaped.
  mutating func text(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      default: bytes.append(byte)
      }
    }
  }

  /// Writes text: what would be read as a tag or an entity is escaped.
  mutating func text(_ text: String) { self.text(text.utf8) }

  /// Writes text that stood in HTML before: entities in it stay as they are, only tags cannot come of it.
  mutating func escapedText(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      default: bytes.append(byte)
      }
    }
  }

  /// Writes an attribute, a blank before it; nothing where the value is nil.
  ///
  /// A value that is no plain text stood in HTML before: entities in it stay.
  mutating func attribute(_ name: String, _ value: String?, isText: Bool = false) {
    guard let value else { return }
    raw(" \(name)=\"")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&") where isText: raw("&amp;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      default: bytes.append(byte)
      }
    }
    raw("\"")
  }
}
