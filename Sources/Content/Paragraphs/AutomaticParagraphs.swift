internal import Bytes

/// Paragraphs and line breaks out of blank lines and line ends, as WordPress's `wpautop` makes them for classic posts.
///
/// The result is the same bytes that WordPress 6.1 prints, oddities included. The steps keep WordPress's order; each
/// is a function from text to text, in linear time, and most of them hand a text without their tags back untouched.
public enum AutomaticParagraphs {
  /// Gives `text` paragraphs and, where `lineBreaks` is set, a `<br />` at each remaining line end.
  public static func apply(to text: [UInt8], lineBreaks: Bool = true) -> [UInt8] {
    guard text.contains(where: { !isTrimmed($0) }) else { return [] }
    var tags = TagSurvey(of: text.span)
    var text = text + [UInt8(ascii: "\n")]

    // Steps 2 to 7: blank lines around blocks, and line ends that must not count hidden or trimmed.
    let preformatted = tags.contains(.pre) ? PreformattedText(takenFrom: &text) : PreformattedText()
    if tags.contains(.lineBreak) { text = doubleBreaksToBlankLines(text) }
    text = blankLinesAroundBlocks(text)
    if tags.contains(.carriageReturn) { text = lineFeedsOnly(text) }
    text = hideLineEndsInTags(text, &tags)
    text = trimAroundTransparentTags(text, tags)

    // Steps 8 to 15: paragraphs, then their tags mended around blocks.
    text = wrapParagraphs(text, &tags)
    text = mendParagraphs(text, tags)

    // Steps 16 to 18: line breaks.
    if lineBreaks { text = breakLines(text, &tags) }
    text = dropBreaksAroundBlocks(text, tags)

    // Step 19: what was hidden comes back.
    text = preformatted.restored(in: text)
    return tags.contains(.hiddenLineEnd) ? showLineEndsInTags(text) : text
  }

  /// What PHP's `trim` takes away.
  private static func isTrimmed(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x00 || byte == 0x0B
  }
}

/// Which of the rarer tags a text has at all, of its own or by a step: a step whose tag is missing need not run.
struct TagSurvey: OptionSet, Sendable {
  let rawValue: Int

  static let pre = Self(rawValue: 1 << 0)
  static let lineBreak = Self(rawValue: 1 << 1)
  static let option = Self(rawValue: 1 << 2)
  static let object = Self(rawValue: 1 << 3)
  static let mediaSource = Self(rawValue: 1 << 4)
  static let figcaption = Self(rawValue: 1 << 5)
  static let verbatim = Self(rawValue: 1 << 6)
  static let carriageReturn = Self(rawValue: 1 << 7)
  static let quoteOrItem = Self(rawValue: 1 << 8)
  static let hiddenLineEnd = Self(rawValue: 1 << 9)
  /// A closing tag before which a paragraph ends.
  static let closingBox = Self(rawValue: 1 << 10)
  /// A paragraph that may be empty.
  static let emptyParagraph = Self(rawValue: 1 << 11)
  /// A paragraph that may begin with a block's tag.
  static let blockInParagraph = Self(rawValue: 1 << 12)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Looks through `text` once.
  init(of text: Span<UInt8>) {
    self = []
    if text.firstIndex(of: UInt8(ascii: "\r")) != nil { insert(.carriageReturn) }
    var position = 0
    while let open = text.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = open + 1
      guard position < text.count else { break }
      switch text[position] {
      case UInt8(ascii: "p"):
        if text.hasBytes("pre", at: position) { insert(.pre) }
        if text.hasBytes("p>", at: position) { insert([.emptyParagraph, .blockInParagraph]) }
      case UInt8(ascii: "b"), UInt8(ascii: "B"):
        if text.hasBytes("br", at: position) { insert(.lineBreak) }
        if text.hasBytesIgnoringCase("blockquote", at: position) { insert(.quoteOrItem) }
      case UInt8(ascii: "l"): if text.hasBytes("li", at: position) { insert(.quoteOrItem) }
      case UInt8(ascii: "o"): if text.hasBytes("option", at: position) { insert(.option) }
      case UInt8(ascii: "/"):
        if text.hasBytes("/object>", at: position) { insert(.object) }
        if text.hasBytes("/blockquote>", at: position) { insert(.quoteOrItem) }
        if text.hasBytes("/p>", at: position) { insert([.emptyParagraph, .blockInParagraph]) }
        if text.hasBytes("/div>", at: position) || text.hasBytes("/address>", at: position)
          || text.hasBytes("/form>", at: position)
        {
          insert(.closingBox)
        }
      case UInt8(ascii: "!"): if text.hasBytes("!-- wpnl", at: position) { insert(.hiddenLineEnd) }
      // The mark of a hidden line end, in a text that has it of its own.
      case UInt8(ascii: "W"): if text.hasBytes("WPP", at: position) { insert(.verbatim) }
      case UInt8(ascii: "t"): if text.hasBytes("track", at: position) { insert(.mediaSource) }
      case UInt8(ascii: "f"): if text.hasBytes("figcaption", at: position) { insert(.figcaption) }
      case UInt8(ascii: "s"):
        if text.hasBytes("source", at: position) { insert(.mediaSource) }
        if text.hasBytes("script", at: position) || text.hasBytes("style", at: position)
          || text.hasBytes("svg", at: position)
        {
          insert(.verbatim)
        }
      default: break
      }
    }
  }
}
