internal import Bytes

/// Finds shortcodes from left to right, exactly where WordPress's regular expression finds them, in linear time.
struct ShortcodeScanner {
  private let isKnown: (String) -> Bool
  private var openingBracket = NextIndex(of: UInt8(ascii: "["))
  private var closingBracket = NextIndex(of: UInt8(ascii: "]"))
  private var closings: [String: ClosingTag] = [:]

  /// The next closing tag of one name, remembered.
  private struct ClosingTag {
    var scannedFrom: Int
    var hit: Int?
  }

  /// Looks for shortcodes of these names only; another name is text.
  init(names: Set<String>) { isKnown = { names.contains($0) } }

  /// Looks for shortcodes whose name `isKnown` accepts.
  init(where isKnown: @escaping (String) -> Bool) { self.isKnown = isKnown }

  /// The first shortcode at or after `start`; starts may only grow.
  mutating func next(in text: Span<UInt8>, from start: Int) -> Shortcode? {
    var position = start
    while let open = openingBracket(in: text, from: position) {
      if let shortcode = shortcode(in: text, at: open) { return shortcode }
      position = open + 1
    }
    return nil
  }

  /// The shortcode that begins with the `[` at `start`, or nil.
  private mutating func shortcode(in text: Span<UInt8>, at start: Int) -> Shortcode? {
    let isDoubled = start + 1 < text.count && text[start + 1] == UInt8(ascii: "[")
    let open = isDoubled ? start + 1 : start
    guard let tag = ShortcodeTag(in: text, at: open, closingBracket: &closingBracket) else { return nil }
    let name = text.string(tag.name)
    guard isKnown(name) else { return nil }
    var end = tag.end
    var content: Range<Int>?
    if !tag.isSelfClosing, let closing = closingTag(of: name, in: text, from: tag.end) {
      content = tag.end..<closing
      end = closing + name.utf8.count + 3
    }
    let isClosedTwice = end < text.count && text[end] == UInt8(ascii: "]")
    if isClosedTwice { end += 1 }
    return Shortcode(
      name: name, range: start..<end, attributes: tag.attributes, content: content,
      hasLeadingBracket: isDoubled, hasTrailingBracket: isClosedTwice)
  }

  /// Where the first `[/name]` at or after `start` begins, or nil.
  mutating func closingTag(of name: String, in text: Span<UInt8>, from start: Int) -> Int? {
    if let known = closings[name], start >= known.scannedFrom {
      guard let hit = known.hit else { return nil }
      if hit >= start { return hit }
    }
    let needle = Array("[/\(name)]".utf8)
    var hit: Int?
    var position = start
    while let open = text.firstIndex(of: UInt8(ascii: "["), from: position) {
      if text.hasBytes(needle, at: open) {
        hit = open
        break
      }
      position = open + 1
    }
    closings[name] = ClosingTag(scannedFrom: start, hit: hit)
    return hit
  }
}

extension Span where Element == UInt8 {
  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  func string(_ range: Range<Int>) -> String { String(decoding: extracting(range)) }
}
