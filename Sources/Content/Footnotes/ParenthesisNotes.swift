internal import Bytes

/// Notes in double parentheses, as the plugins WP-Footnotes and Footnotes take them: `a word ((the note)) and on`.
///
/// Parentheses may be doubled for other reasons: a note is a few words on one line, and code and formulas are none.
struct ParenthesisNotes {
  /// A note with the blank before it, and its text alone.
  struct Note {
    var range: Range<Int>
    var content: Range<Int>
  }

  /// The notes of `text`, in order; tags, comments and code are passed over.
  static func notes(in text: Span<UInt8>) -> [Note] {
    var notes: [Note] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "<") {
        position = endOfCode(in: text, at: position) ?? text.endOfMarkup(at: position)
      } else if let note = note(in: text, at: position) {
        notes.append(note)
        position = note.range.upperBound
      } else if text[position] == UInt8(ascii: "["), let end = endOfShortcodeTag(in: text, at: position) {
        position = end
      } else {
        position += 1
      }
    }
    return notes
  }

  /// Where a shortcode's tag with attributes ends that begins at `start`, or nil.
  private static func endOfShortcodeTag(in text: Span<UInt8>, at start: Int) -> Int? {
    guard let end = text.firstIndex(of: UInt8(ascii: "]"), from: start),
      let equals = text.firstIndex(of: "=\"", from: start), equals < end
    else { return nil }
    return end + 1
  }

  /// Where the code, script or preformatted text ends that begins at `start`, or nil.
  private static func endOfCode(in text: Span<UInt8>, at start: Int) -> Int? {
    for (opening, closing): (StaticString, StaticString) in [
      ("<pre", "</pre>"), ("<code", "</code>"), ("<script", "</script>"), ("<style", "</style>"),
      ("<textarea", "</textarea>"),
    ] where text.hasBytes(opening, at: start) {
      return text.firstIndex(of: closing, from: start).map { $0 + closing.utf8CodeUnitCount }
    }
    return nil
  }

  private static func note(in text: Span<UInt8>, at start: Int) -> Note? {
    guard text.hasBytes("((", at: start), start > 0, text[start - 1] != UInt8(ascii: "(") else { return nil }
    let end = endOfNote(in: text, from: start + 2)
    guard let end, isProse(text, start + 2..<end) else { return nil }
    let from = text.skipSpace(from: start + 2)
    let to = text.skipSpaceBackward(from: end, floor: from)
    // The plugins' own opening mark has the blank before it.
    let hasBlank = text[start - 1] == 0x20 && start > 1 && !isSpace(text[start - 2])
    return Note(range: (hasBlank ? start - 1 : start)..<end + 2, content: from..<to)
  }

  /// Where the `))` stands that closes a note, its own parentheses in pairs; nil where the line ends before.
  private static func endOfNote(in text: Span<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: ")"): return text.hasBytes("))", at: index) ? index : nil
      case UInt8(ascii: "\n"), UInt8(ascii: "["): return nil
      case UInt8(ascii: "<"):
        guard isInlineTag(in: text, at: index) else { return nil }
        index = text.endOfMarkup(at: index)
        continue
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func isInlineTag(in text: Span<UInt8>, at start: Int) -> Bool {
    let name = start + 1 < text.count && text[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    var end = name
    while end < text.count, isWord(text[end]) { end += 1 }
    return ["a", "em", "i", "b", "strong", "cite", "span", "q", "abbr", "sup", "sub", "small", "u"].contains(
      asciiLowercased(text.string(name..<end)))
  }

  /// Whether it is words: more than one, one of three letters among them, and nothing that only programs write.
  private static func isProse(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first, first + 1 < range.upperBound, text[first] != UInt8(ascii: "(") else {
      return false
    }
    var (letters, longest, hasBlank) = (0, 0, false)
    var isInTag = false
    for index in range {
      let byte = text[index]
      if byte == UInt8(ascii: "<") { isInTag = true }
      if isInTag {
        if byte == UInt8(ascii: ">") { isInTag = false }
        continue
      }
      if "={}|".utf8.contains(byte) { return false }
      if isLetter(byte) || byte >= 0x80 { letters += 1 } else { letters = 0 }
      longest = max(longest, letters)
      if byte == 0x20, index > range.lowerBound, index + 1 < range.upperBound { hasBlank = true }
    }
    return hasBlank && longest >= 3
  }
}
