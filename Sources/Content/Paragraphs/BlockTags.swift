internal import Bytes

/// The tags that `wpautop` takes for blocks, lower case only.
enum BlockTags {
  private static let names: [StaticString] = [
    "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl", "dd",
    "dt",
    "ul", "ol", "li", "pre", "form", "map", "area", "blockquote", "address", "math", "style", "p", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section", "article", "aside", "hgroup", "header",
    "footer", "nav", "figure", "figcaption", "details", "menu", "summary",
  ]
  /// The names by their first letter.
  private static let byLetter = table(of: names)
  /// The tags before which a line break is dropped, by their first letter.
  private static let unbrokenByLetter = table(of: [
    "p", "li", "div", "dl", "dd", "dt", "th", "pre", "td", "ul", "ol",
  ])

  /// Whether one of the names stands at `start` with whitespace, `/` or `>` behind it.
  static func isName(in text: Span<UInt8>, at start: Int) -> Bool {
    guard let candidates = candidates(byLetter, text, start) else { return false }
    for name in candidates where text.hasBytes(name, at: start) {
      let end = start + name.utf8CodeUnitCount
      guard end < text.count else { continue }
      let next = text[end]
      if isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") { return true }
    }
    return false
  }

  /// The index behind `name>` at `start` where `name` is one of the names, or nil.
  static func endOfClosedName(in text: Span<UInt8>, at start: Int) -> Int? {
    guard let candidates = candidates(byLetter, text, start) else { return nil }
    for name in candidates where text.hasBytes(name, at: start) {
      let end = start + name.utf8CodeUnitCount
      if end < text.count, text[end] == UInt8(ascii: ">") { return end + 1 }
    }
    return nil
  }

  /// Whether what stands at `start` begins with one of the names: WordPress's later patterns know no end of a name,
  /// so that `<picture>` counts as a `p`.
  static func isPrefix(in text: Span<UInt8>, at start: Int) -> Bool {
    guard let candidates = candidates(byLetter, text, start) else { return false }
    for name in candidates where text.hasBytes(name, at: start) { return true }
    return false
  }

  /// Whether what stands at `start` begins with the name of a tag before which a line break is dropped.
  static func isUnbrokenPrefix(in text: Span<UInt8>, at start: Int) -> Bool {
    guard let candidates = candidates(unbrokenByLetter, text, start) else { return false }
    for name in candidates where text.hasBytes(name, at: start) { return true }
    return false
  }

  private static func candidates(_ table: [[StaticString]], _ text: Span<UInt8>, _ start: Int)
    -> [StaticString]?
  {
    guard start < text.count else { return nil }
    let letter = Int(text[start]) - 0x61
    guard letter >= 0, letter < 26 else { return nil }
    let candidates = table[letter]
    return candidates.isEmpty ? nil : candidates
  }

  private static func table(of names: [StaticString]) -> [[StaticString]] {
    var table = [[StaticString]](repeating: [], count: 26)
    for name in names {
      guard let letter = name.description.utf8.first else { continue }
      table[Int(letter) - 0x61].append(name)
    }
    return table
  }
}
