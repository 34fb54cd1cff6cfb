import HTML

/// Writes plain text as HTML.
enum HTMLText {
  /// `text` with what HTML takes for markup escaped.
  static func escaped(_ text: some StringProtocol) -> String {
    var html = ""
    for character in text {
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      default: html.append(character)
      }
    }
    return html
  }

  /// The text that a piece of HTML without elements shows.
  static func unescaped(_ html: String) -> String {
    let document = Document(fragment: Array(html.utf8))
    return document.textContent(of: document.root).collapsed
  }

  /// Paragraphs of plain text as `p` elements, one a line.
  static func paragraphs(_ texts: [String]) -> String {
    texts.map { "<p>\(escaped($0).split(separator: "\n").joined(separator: "<br>\n"))</p>" }
      .joined(separator: "\n")
  }
}
