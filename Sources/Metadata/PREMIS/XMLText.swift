/// Writes XML straight into bytes, indented, one element a line.
struct XMLText {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// Writes an element that holds the elements that `body` writes.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ body: (inout XMLText) -> Void
  ) {
    open(name, attributes)
    bytes.append(contentsOf: ">\n".utf8)
    depth += 1
    body(&self)
    depth -= 1
    indent()
    bytes.append(contentsOf: "</\(name)>\n".utf8)
  }

  /// Writes an element that holds text; none where there is no text.
  mutating func element(_ name: String, _ text: String?) {
    guard let text else { return }
    open(name, [])
    bytes.append(UInt8(ascii: ">"))
    escape(text)
    bytes.append(contentsOf: "</\(name)>\n".utf8)
  }

  private mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    indent()
    bytes.append(contentsOf: "<\(name)".utf8)
    for attribute in attributes {
      bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
      escape(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  /// Characters that XML 1.0 cannot carry become U+FFFD.
  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "\n": bytes.append(contentsOf: "&#10;".utf8)
      case "\r": bytes.append(contentsOf: "&#13;".utf8)
      case "\t": bytes.append(contentsOf: "&#9;".utf8)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }
}
