internal import Bytes

extension AutomaticParagraphs {
  /// Step 3: two line breaks in a row are a blank line.
  static func doubleBreaksToBlankLines(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: "<br", from: position) {
      position = start + 1
      guard let first = endOfBreak(span, at: start),
        let second = endOfBreak(span, at: span.skipSpace(from: first))
      else { continue }
      patch.keep(text, upTo: start)
      patch.insert("\n\n")
      patch.skip(text, to: second)
      position = second
    }
    return patch.finish(text)
  }

  /// The index behind the `<br>`, `<br/>` or `<br />` at `start`, or nil.
  private static func endOfBreak(_ span: Span<UInt8>, at start: Int) -> Int? {
    span.hasBytes("<br", at: start) ? endOfVoid(span, from: start + 3) : nil
  }

  /// The index behind whitespace, an optional `/` and `>`, or nil.
  private static func endOfVoid(_ span: Span<UInt8>, from start: Int) -> Int? {
    var index = span.skipSpace(from: start)
    if index < span.count, span[index] == UInt8(ascii: "/") { index += 1 }
    return index < span.count && span[index] == UInt8(ascii: ">") ? index + 1 : nil
  }

  /// Step 4: a blank line before each block's opening tag, behind each closing tag and behind each rule.
  static func blankLinesAroundBlocks(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < span.count else { break }
      if span[position] == UInt8(ascii: "/") {
        guard let end = BlockTags.endOfClosedName(in: span, at: start + 2) else { continue }
        patch.keep(text, upTo: end)
        patch.insert("\n\n")
      } else {
        if BlockTags.isName(in: span, at: position) {
          patch.keep(text, upTo: start)
          patch.insert("\n\n")
        }
        if span.hasBytes("hr", at: position), let end = endOfVoid(span, from: position + 2) {
          patch.keep(text, upTo: end)
          patch.insert("\n\n")
        }
      }
    }
    return patch.finish(text)
  }

  /// Step 5: every line end is a line feed.
  static func lineFeedsOnly(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "\r"), from: position) {
      position = start + 1
      patch.keep(text, upTo: start)
      if position == span.count || span[position] != UInt8(ascii: "\n") { patch.insert("\n") }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  /// Step 6: a line end inside a tag or comment is no line end of the text.
  static func hideLineEndsInTags(_ text: [UInt8], _ tags: inout TagSurvey) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var newline = NextIndex(of: UInt8(ascii: "\n"))
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      let end = span.endOfMarkup(at: start)
      var inside = start
      while let hit = newline(in: span, from: inside), hit < end {
        patch.keep(text, upTo: hit)
        patch.insert(" <!-- wpnl --> ")
        tags.insert(.hiddenLineEnd)
        patch.skip(text, to: hit + 1)
        inside = hit + 1
      }
      position = end
    }
    return patch.finish(text)
  }

  /// Step 19, second half: the line ends inside tags come back.
  static func showLineEndsInTags(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let hit = span.firstIndex(of: "<!-- wpnl -->", from: position) {
      position = hit + 13
      let isPadded =
        hit > patch.position && span[hit - 1] == 0x20 && position < span.count && span[position] == 0x20
      patch.keep(text, upTo: isPadded ? hit - 1 : hit)
      patch.insert("\n")
      if isPadded { position += 1 }
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  /// Step 7: no whitespace, and so no line breaks, around tags that only hold other tags.
  static func trimAroundTransparentTags(_ text: [UInt8], _ tags: TagSurvey) -> [UInt8] {
    var text = text
    if tags.contains(.option) {
      text = trim(text, .before) { span, start in literal("<option", span, start) }
      text = trim(text, .after) { span, start in literal("</option>", span, start) }
    }
    if tags.contains(.object) {
      text = trim(text, .after) { span, start in tag(["<object"], span, start) }
      text = trim(text, .before) { span, start in literal("</object>", span, start) }
      text = trim(text, [.before, .after]) { span, start in
        tag(["<param", "</param", "<embed", "</embed"], span, start)
      }
    }
    if tags.contains(.mediaSource) {
      text = trimAroundPlayers(text)
      text = trim(text, [.before, .after]) { span, start in tag(["<source", "<track"], span, start) }
    }
    if tags.contains(.figcaption) {
      text = trim(text, .before) { span, start in tag(["<figcaption"], span, start) }
      text = trim(text, .after) { span, start in literal("</figcaption>", span, start) }
    }
    return text
  }

  /// The inner edges of `<audio>` and `<video>`, and of the shortcodes of the same names.
  private static func trimAroundPlayers(_ text: [UInt8]) -> [UInt8] {
    let opened = trim(text, .after, brackets: true) { span, start in
      guard span.hasBytes("audio", at: start + 1) || span.hasBytes("video", at: start + 1) else { return nil }
      var index = start + 6
      while index < span.count {
        if span[index] == UInt8(ascii: ">") || span[index] == UInt8(ascii: "]") { return index + 1 }
        index += 1
      }
      return nil
    }
    return trim(opened, .before, brackets: true) { span, start in
      guard span.hasBytes("/audio", at: start + 1) || span.hasBytes("/video", at: start + 1),
        start + 7 < span.count
      else { return nil }
      return span[start + 7] == UInt8(ascii: ">") || span[start + 7] == UInt8(ascii: "]") ? start + 8 : nil
    }
  }

  /// The sides of a tag on which whitespace goes.
  private struct Sides: OptionSet {
    let rawValue: Int
    static let before = Self(rawValue: 1)
    static let after = Self(rawValue: 2)
  }

  /// Drops whitespace on the given sides of whatever `end` recognises, which names the index behind it.
  private static func trim(
    _ text: [UInt8], _ sides: Sides, brackets: Bool = false, around end: (Span<UInt8>, Int) -> Int?
  ) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var bracket = NextIndex(of: UInt8(ascii: "["))
    while true {
      var start = span.firstIndex(of: UInt8(ascii: "<"), from: position)
      if brackets, let other = bracket(in: span, from: position) { start = min(start ?? other, other) }
      guard let start else { break }
      position = start + 1
      guard let end = end(span, start) else { continue }
      position = end
      if sides.contains(.before) {
        let blank = span.skipSpaceBackward(from: start, floor: patch.position)
        if blank < start {
          patch.keep(text, upTo: blank)
          patch.skip(text, to: start)
        }
      }
      // The patch's position is also the floor of the next match.
      patch.keep(text, upTo: end)
      if sides.contains(.after) {
        let next = span.skipSpace(from: end)
        if next > end { patch.skip(text, to: next) }
        position = next
      }
    }
    return patch.finish(text)
  }

  private static func literal(_ name: StaticString, _ span: Span<UInt8>, _ start: Int) -> Int? {
    span.hasBytes(name, at: start) ? start + name.utf8CodeUnitCount : nil
  }

  private static func tag(_ names: [StaticString], _ span: Span<UInt8>, _ start: Int) -> Int? {
    for name in names where span.hasBytes(name, at: start) {
      return span.firstIndex(of: UInt8(ascii: ">"), from: start).map { $0 + 1 }
    }
    return nil
  }
}
