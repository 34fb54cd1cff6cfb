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

  /// Paragraphs of plain text as `p` elements, one a line.
  static func paragraphs(_ texts: [String]) -> String {
    texts.map { "<p>\(escaped($0).split(separator: "\n").joined(separator: "<br>\n"))</p>" }
      .joined(separator: "\n")
  }
}
