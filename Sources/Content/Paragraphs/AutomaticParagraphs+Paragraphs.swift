internal import Bytes

extension AutomaticParagraphs {
  /// Steps 8 and 9: what stands between blank lines is a paragraph.
  static func wrapParagraphs(_ text: [UInt8], _ tags: inout TagSurvey) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8 + 64)
    let span = text.span
    var pieceStart = 0
    var position = 0
    while let newline = span.firstIndex(of: UInt8(ascii: "\n"), from: position) {
      var last = newline
      var index = newline + 1
      while index < span.count, isSpace(span[index]) {
        if span[index] == UInt8(ascii: "\n") { last = index }
        index += 1
      }
      if last > newline {
        appendParagraph(span, pieceStart..<newline, to: &output, &tags)
        pieceStart = last + 1
      }
      position = index
    }
    appendParagraph(span, pieceStart..<span.count, to: &output, &tags)
    return output
  }

  private static func appendParagraph(
    _ text: Span<UInt8>, _ piece: Range<Int>, to output: inout [UInt8], _ tags: inout TagSurvey
  ) {
    guard !piece.isEmpty else { return }
    var start = piece.lowerBound
    var end = piece.upperBound
    while start < end, text[start] == UInt8(ascii: "\n") { start += 1 }
    while end > start, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    let first = text.skipSpace(from: start)
    if first >= end {
      tags.insert(.emptyParagraph)
    } else if startsBlock(text, at: first) {
      tags.insert(.blockInParagraph)
    }
    let paragraph = text.extracting(start..<end)
    output.append(addingCapacity: paragraph.count + 8) { room in
      room.append(copying: "<p>")
      room.append(copying: paragraph)
      room.append(copying: "</p>\n")
    }
  }

  /// Steps 10 to 15: paragraphs emptied, closed and opened where blocks need it.
  static func mendParagraphs(_ text: [UInt8], _ tags: TagSurvey) -> [UInt8] {
    var text = text
    if tags.contains(.emptyParagraph) { text = dropEmptyParagraphs(text) }
    if tags.contains(.closingBox) { text = closeParagraphsBeforeClosingTags(text) }
    let mayHoldBlocks = !tags.isDisjoint(with: [.blockInParagraph, .quoteOrItem])
    if mayHoldBlocks { text = dropParagraphsAroundBlocks(text) }
    if tags.contains(.quoteOrItem) {
      text = dropParagraphsAroundItems(text)
      text = moveParagraphsIntoQuotes(text)
    }
    if mayHoldBlocks { text = dropParagraphsBeforeBlocks(text) }
    return dropParagraphEndsBehindBlocks(text)
  }

  /// Step 10.
  private static func dropEmptyParagraphs(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: "<p>", from: position) {
      position = start + 3
      let end = span.skipSpace(from: position)
      guard span.hasBytes("</p>", at: end) else { continue }
      patch.keep(text, upTo: start)
      patch.skip(text, to: end + 4)
      position = end + 4
    }
    return patch.finish(text)
  }

  /// Step 11: a paragraph of plain text directly before `</div>`, `</address>` or `</form>` is closed first.
  private static func closeParagraphsBeforeClosingTags(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: "<p>", from: position) {
      position = start + 3
      guard let close = span.firstIndex(of: UInt8(ascii: "<"), from: position) else { break }
      guard close > position else { continue }
      position = close
      guard
        span.hasBytes("</div>", at: close) || span.hasBytes("</address>", at: close)
          || span.hasBytes("</form>", at: close)
      else { continue }
      patch.keep(text, upTo: close)
      patch.insert("</p>")
      position = close + 1
    }
    return patch.finish(text)
  }

  /// Step 12: a paragraph that holds one block tag and nothing else is that tag.
  private static func dropParagraphsAroundBlocks(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var greater = NextIndex(of: UInt8(ascii: ">"))
    while let start = span.firstIndex(of: "<p>", from: position) {
      position = start + 3
      let open = span.skipSpace(from: position)
      guard let tagEnd = endOfBlockTag(span, at: open, &greater) else { continue }
      let close = span.skipSpace(from: tagEnd)
      guard span.hasBytes("</p>", at: close) else { continue }
      patch.keep(text, upTo: start)
      patch.skip(text, to: open)
      patch.keep(text, upTo: tagEnd)
      patch.skip(text, to: close + 4)
      position = close + 4
    }
    return patch.finish(text)
  }

  /// Step 13: a list item on one line with the paragraph's end loses the paragraph.
  private static func dropParagraphsAroundItems(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var closing = NextText(of: "</p>")
    var newline = NextIndex(of: UInt8(ascii: "\n"))
    while let start = span.firstIndex(of: "<p><li", from: position) {
      position = start + 3
      guard let close = closing(in: span, from: start + 7) else { break }
      if let lineEnd = newline(in: span, from: start), lineEnd < close { continue }
      patch.keep(text, upTo: start)
      patch.skip(text, to: start + 3)
      patch.keep(text, upTo: close)
      patch.skip(text, to: close + 4)
      position = close + 4
    }
    return patch.finish(text)
  }

  /// Step 14: the paragraph goes into the quote.
  private static func moveParagraphsIntoQuotes(_ text: [UInt8]) -> [UInt8] {
    var opened = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard span.hasBytes("<", at: start + 3), span.hasBytesIgnoringCase("<p><blockquote", at: start) else {
        continue
      }
      guard let end = span.firstIndex(of: UInt8(ascii: ">"), from: start + 14) else { break }
      opened.keep(text, upTo: start)
      opened.insert("<blockquote")
      opened.skip(text, to: start + 14)
      opened.keep(text, upTo: end)
      opened.insert("><p>")
      opened.skip(text, to: end + 1)
      position = end + 1
    }
    let text = opened.finish(text)
    return replace("</blockquote></p>", by: "</p></blockquote>", in: text)
  }

  /// Step 15, first half.
  private static func dropParagraphsBeforeBlocks(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var greater = NextIndex(of: UInt8(ascii: ">"))
    while let start = span.firstIndex(of: "<p>", from: position) {
      position = start + 3
      let open = span.skipSpace(from: position)
      guard let tagEnd = endOfBlockTag(span, at: open, &greater) else { continue }
      patch.keep(text, upTo: start)
      patch.skip(text, to: open)
      position = tagEnd
    }
    return patch.finish(text)
  }

  /// Step 15, second half.
  private static func dropParagraphEndsBehindBlocks(_ text: [UInt8]) -> [UInt8] {
    drop("</p>", behindBlocksIn: text)
  }

  /// Takes `mark` away, and the whitespace before it, wherever it stands behind a block tag.
  static func drop(_ mark: StaticString, behindBlocksIn text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    // There are far fewer marks than tags, and most stand behind a text.
    while let start = span.firstIndex(of: mark, from: position) {
      position = start + mark.utf8CodeUnitCount
      let tagEnd = span.skipSpaceBackward(from: start, floor: patch.position)
      guard isEndOfBlockTag(span, at: tagEnd, floor: patch.position) else { continue }
      patch.keep(text, upTo: tagEnd)
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }

  /// Whether an opening or closing block tag that begins at or after `floor` ends at `end`.
  private static func isEndOfBlockTag(_ span: Span<UInt8>, at end: Int, floor: Int) -> Bool {
    guard end > floor, span[end - 1] == UInt8(ascii: ">") else { return false }
    var start = end - 1
    while start > floor, span[start - 1] != UInt8(ascii: ">") {
      start -= 1
      // Whatever tag begins before this end ends here.
      if startsBlock(span, at: start) { return true }
    }
    return false
  }

  /// The index behind the opening or closing block tag at `start`, or nil.
  static func endOfBlockTag(_ span: Span<UInt8>, at start: Int, _ greater: inout NextIndex) -> Int? {
    guard startsBlock(span, at: start) else { return nil }
    return greater(in: span, from: start + 1).map { $0 + 1 }
  }

  /// Whether an opening or closing block tag begins at `start`.
  private static func startsBlock(_ span: Span<UInt8>, at start: Int) -> Bool {
    guard start + 1 < span.count, span[start] == UInt8(ascii: "<") else { return false }
    return BlockTags.isPrefix(in: span, at: span[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1)
  }

  /// Replaces every `old` by `new`.
  static func replace(_ old: StaticString, by new: String, in text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let hit = span.firstIndex(of: old, from: position) {
      position = hit + old.utf8CodeUnitCount
      patch.keep(text, upTo: hit)
      patch.insert(new)
      patch.skip(text, to: position)
    }
    return patch.finish(text)
  }
}
