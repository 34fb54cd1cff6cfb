import HTML

/// Writes plain text as HTML.
enum HTMLText {
  /// `text` with what HTML takes for markup escaped.
  static func escaped(_ text: some StringProtocol) -> String {
    var html: [UInt8] = []
    html.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: ">"): html += "&gt;".utf8
      default: html.append(byte)
      }
    }
    return String(decoding: html, as: UTF8.self)
  }

  /// The text that a piece of HTML without elements shows.
  static func unescaped(_ html: String) -> String {
    let document = Document(fragment: Array(html.utf8))
    return document.textContent(of: document.root).collapsed
  }

  /// Paragraphs of plain text as `p` elements, one a line.
  static func paragraphs(_ texts: [String]) -> String {
    var html = ""
    for text in texts {
      if !html.isEmpty { html += "\n" }
      let lines = escaped(text).utf8.split(separator: 0x0A).map { String(Substring($0)) }
      html += "<p>" + lines.joined(separator: "<br>\n") + "</p>"
    }
    return html
  }
}
