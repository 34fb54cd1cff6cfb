/// One shortcode as it stands in a text: `[name attributes]`, `[name attributes /]` or `[name attributes]…[/name]`.
struct Shortcode: Sendable, Equatable {
  /// The name as written.
  var name: String
  /// The whole of it, with the doubled brackets of an escaped one.
  var range: Range<Int>
  /// What stands between the name and the closing bracket.
  var attributes: Range<Int>
  /// What stands between the opening and the closing tag, or nil where there is no closing tag.
  var content: Range<Int>?
  /// Whether a second bracket stands before it.
  var hasLeadingBracket = false
  /// Whether a second bracket stands behind it.
  var hasTrailingBracket = false

  /// Whether it is written `[[name]]`: text that shows the shortcode instead of running it.
  var isEscaped: Bool { hasLeadingBracket && hasTrailingBracket }
}

/// The opening tag of a shortcode.
struct ShortcodeTag {
  var name: Range<Int>
  var attributes: Range<Int>
  var isSelfClosing: Bool
  /// The index behind the closing bracket.
  var end: Int

  /// Reads the tag whose `[` stands at `start`, or nil where none does.
  ///
  /// Its attributes reach to the first `]`; a `/` directly before that makes it self-closing.
  init?(in text: Span<UInt8>, at start: Int, closingBracket: inout NextIndex) {
    var index = start + 1
    while index < text.count, isWord(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
    guard index > start + 1, let close = closingBracket(in: text, from: index) else { return nil }
    name = start + 1..<index
    isSelfClosing = close > index && text[close - 1] == UInt8(ascii: "/")
    attributes = index..<(isSelfClosing ? close - 1 : close)
    end = close + 1
  }
}
