internal import Bytes
internal import Model

/// The footnotes of a post, however it writes them, as one list in HTML.
///
/// A reference is `<sup class="fn"><a href="#ID" id="ID-link">1</a></sup>`, a note `<li id="ID">` in
/// `<ol class="wp-block-footnotes">`: WordPress's own form since 6.3.
struct Footnotes {
  private(set) var notes: [(id: String, content: String)] = []

  /// The footnotes of the block editor, from the custom field `footnotes`.
  init(fromMeta meta: [MetaEntry]) {
    for entry in meta where entry.key == "footnotes" {
      guard let list = (try? JSONValue(parsing: Array(entry.value.utf8)))?.array else { continue }
      for note in list {
        if let id = note["id"]?.string, let content = note["content"]?.string { notes.append((id, content)) }
      }
    }
  }

  init() {}

  /// Adds a note and gives the HTML of the reference to it.
  mutating func add(_ content: String) -> String {
    let number = notes.count + 1
    let id = "fn-\(number)"
    notes.append((id, content))
    return "<sup class=\"fn\"><a href=\"#\(id)\" id=\"\(id)-link\">\(number)</a></sup>"
  }

  /// The list of the notes; empty where there are none.
  func list() -> [UInt8] {
    guard !notes.isEmpty else { return [] }
    var html = HTMLText()
    html.raw("<ol class=\"wp-block-footnotes\">")
    for note in notes {
      html.raw("<li")
      html.attribute("id", note.id, isText: true)
      html.raw(">\(note.content) <a")
      html.attribute("href", "#\(note.id)-link", isText: true)
      html.raw(">↩︎</a></li>")
    }
    html.raw("</ol>")
    return html.bytes
  }

  /// The shortcodes of footnote plugins.
  private static let shortcodes: Set<String> = [
    "ref", "footnote", "fn", "efn_note", "mfn", "modern_footnote", "note",
  ]

  /// Takes the notes in double parentheses out of `text` and leaves references.
  mutating func takeParentheses(from text: [UInt8], count: (Int) -> Void) -> [UInt8] {
    let found = ParenthesisNotes.notes(in: text.span)
    guard !found.isEmpty else { return text }
    count(found.count)
    var patch = Patch()
    for note in found {
      patch.keep(text, upTo: note.range.lowerBound)
      patch.insert(add(String(decoding: text[note.content], as: UTF8.self)))
      patch.skip(text, to: note.range.upperBound)
    }
    return patch.finish(text)
  }

  /// Takes the notes of footnote plugins, such as `[ref]…[/ref]`, out of `text`, masked by `mask`, and leaves references.
  mutating func takeShortcodes(
    from text: [UInt8], _ mask: BracketMask, count: (String) -> Void
  ) -> [UInt8] {
    var scanner = ShortcodeScanner(names: Self.shortcodes)
    var patch = Patch()
    let span = text.span
    var position = 0
    while let shortcode = scanner.next(in: span, from: position) {
      position = shortcode.range.upperBound
      guard !shortcode.isEscaped, let content = shortcode.content, !span.isBlank(content) else { continue }
      // A note that follows its word at once; themes give the same name to boxes.
      if shortcode.name == "note" {
        let start = shortcode.range.lowerBound
        guard start > 0, !isSpace(span[start - 1]), span[start - 1] != UInt8(ascii: ">") else { continue }
      }
      count(shortcode.name)
      patch.keep(text, upTo: shortcode.range.lowerBound)
      if shortcode.hasLeadingBracket { patch.insert("[") }
      let start = span.skipSpace(from: content.lowerBound)
      let end = span.skipSpaceBackward(from: content.upperBound, floor: start)
      patch.insert(add(String(decoding: mask.unmask(Array(text[start..<end])), as: UTF8.self)))
      if shortcode.hasTrailingBracket { patch.insert("]") }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }
}
