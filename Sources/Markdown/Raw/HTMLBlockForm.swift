/// The shape HTML must have so that Markdown passes it through as a block.
enum HTMLBlockForm {
  /// The names that begin an HTML block wherever a line starts with them (CommonMark, section 4.6, kinds 1 and 6), as far as the
  /// writer writes them.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr",
    "iframe", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]

  /// The HTML so that it begins a block: any other element needs its first tag alone on a line.
  static func standalone(_ html: [UInt8]) -> [UInt8] {
    guard html.first == UInt8(ascii: "<"), let end = html.firstIndex(of: UInt8(ascii: ">")) else {
      return html
    }
    let name = html[1..<end].prefix { isLetter($0) || isDigit($0) }
    if blockNames.contains(String(decoding: name, as: UTF8.self)) { return html }
    var output = Array(html[...end])
    if end + 1 < html.count {
      if html[end + 1] != 0x0A { output.append(0x0A) }
      output.append(contentsOf: html[(end + 1)...])
    }
    return output
  }
}
