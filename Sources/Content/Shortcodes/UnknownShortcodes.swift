internal import Bytes

/// Shortcodes that nobody here can run: they stay as written, and are counted.
enum UnknownShortcodes {
  /// Names that are shortcodes even where nothing about them looks like one.
  private static let bareNames: Set<String> = ["toc", "sitemap", "contact", "events", "calendar", "login"]

  /// Counts what looks like a shortcode, by name; brackets in tags must be masked.
  ///
  /// Brackets are also plain punctuation: a shortcode has a closing tag, or an attribute, or closes itself, or has a
  /// name no word has.
  static func count(in text: [UInt8], except known: Set<String>) -> [String: Int] {
    var counts: [String: Int] = [:]
    let span = text.span
    var closingBracket = NextIndex(of: UInt8(ascii: "]"))
    let closed = lastClosingTags(in: span)
    var position = 0
    while let open = span.firstIndex(of: UInt8(ascii: "["), from: position) {
      position = open + 1
      guard position < span.count, isLetter(span[position]),
        let tag = ShortcodeTag(in: span, at: open, closingBracket: &closingBracket)
      else { continue }
      let name = span.string(tag.name)
      guard !known.contains(name) else { continue }
      let isShortcode =
        tag.isSelfClosing || bareNames.contains(name) || hasAttribute(span, tag.attributes)
        || name.utf8.contains(UInt8(ascii: "_"))
        || (name.utf8.contains(UInt8(ascii: "-")) && !tag.attributes.isEmpty)
        || closed[name, default: 0] >= tag.end
      if isShortcode { counts[name, default: 0] += 1 }
    }
    return counts
  }

  /// Where the last closing tag of each name begins.
  private static func lastClosingTags(in span: Span<UInt8>) -> [String: Int] {
    var places: [String: Int] = [:]
    var position = 0
    while let open = span.firstIndex(of: "[/", from: position) {
      position = open + 2
      while position < span.count, isWord(span[position]) || span[position] == UInt8(ascii: "-") {
        position += 1
      }
      if position < span.count, span[position] == UInt8(ascii: "]") {
        places[span.string(open + 2..<position)] = open
      }
    }
    return places
  }

  /// Whether `name=` stands in `range`, after whitespace.
  private static func hasAttribute(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first, isSpace(span[first]) else { return false }
    for index in range.dropFirst() where span[index] == UInt8(ascii: "=") {
      return isWord(span[index - 1]) || isSpace(span[index - 1])
    }
    return false
  }
}
