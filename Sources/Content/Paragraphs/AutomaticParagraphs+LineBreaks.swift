internal import Bytes

extension AutomaticParagraphs {
  /// Step 16: a line end inside a paragraph is a line break, but not in scripts, styles and drawings.
  static func breakLines(_ text: [UInt8], _ tags: inout TagSurvey) -> [UInt8] {
    var text = text
    if tags.contains(.verbatim) { text = hideLineEndsInScripts(text) }
    if tags.contains(.lineBreak) {
      text = replace("<br>", by: "<br />", in: text)
      text = replace("<br/>", by: "<br />", in: text)
    }
    text = lineEndsToBreaks(text, &tags)
    return tags.contains(.verbatim) ? replace("<WPPreserveNewline />", by: "\n", in: text) : text
  }

  private static func hideLineEndsInScripts(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var script = NextText(of: "</script>")
    var style = NextText(of: "</style>")
    var drawing = NextText(of: "</svg>")
    while let start = span.firstIndex(of: "<s", from: position) {
      position = start + 1
      let close: Int?
      if span.hasBytes("<script", at: start) {
        close = script(in: span, from: start + 7).map { $0 + 9 }
      } else if span.hasBytes("<style", at: start) {
        close = style(in: span, from: start + 6).map { $0 + 8 }
      } else if span.hasBytes("<svg", at: start) {
        close = drawing(in: span, from: start + 4).map { $0 + 6 }
      } else {
        continue
      }
      guard let close else { continue }
      while let newline = span.firstIndex(of: UInt8(ascii: "\n"), from: position), newline < close {
        patch.keep(text, upTo: newline)
        patch.insert("<WPPreserveNewline />")
        position = newline + 1
        patch.skip(text, to: position)
      }
      position = close
    }
    return patch.finish(text)
  }

  /// Whitespace up to and with a line end becomes `<br />` and one line end, unless a `<br />` stands before it.
  private static func lineEndsToBreaks(_ text: [UInt8], _ tags: inout TagSurvey) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while let newline = span.firstIndex(of: UInt8(ascii: "\n"), from: position) {
      let runStart = span.skipSpaceBackward(from: newline, floor: position)
      var last = newline
      var runEnd = newline + 1
      while runEnd < span.count, isSpace(span[runEnd]) {
        if span[runEnd] == UInt8(ascii: "\n") { last = runEnd }
        runEnd += 1
      }
      position = runEnd
      // Step 17 takes a break behind `</p>` away again: it need not be made, unless another one follows.
      if span.hasBytes("</p>", at: runStart - 4), !span.hasBytes("<br", at: runEnd) {
        guard runStart < last else { continue }
        patch.keep(text, upTo: runStart)
        patch.skip(text, to: last)
        continue
      }
      let start = span.hasBytes("<br />", at: runStart - 6) ? runStart + 1 : runStart
      guard start <= last else { continue }
      patch.keep(text, upTo: start)
      patch.insert("<br />\n")
      tags.insert(.lineBreak)
      patch.skip(text, to: last + 1)
    }
    return patch.finish(text)
  }

  /// Steps 17 and 18: no line break right behind a block's tag or before one, no line end before the last `</p>`.
  static func dropBreaksAroundBlocks(_ text: [UInt8], _ tags: TagSurvey) -> [UInt8] {
    guard tags.contains(.lineBreak) else { return dropLastLineEnd(text) }
    return dropLastLineEnd(dropBreaksBeforeBlocks(drop("<br />", behindBlocksIn: text)))
  }

  private static func dropBreaksBeforeBlocks(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    var greater = NextIndex(of: UInt8(ascii: ">"))
    while let start = span.firstIndex(of: "<br />", from: position) {
      position = start + 6
      let open = span.skipSpace(from: position)
      guard open + 1 < span.count, span[open] == UInt8(ascii: "<") else { continue }
      let name = span[open + 1] == UInt8(ascii: "/") ? open + 2 : open + 1
      guard BlockTags.isUnbrokenPrefix(in: span, at: name), let close = greater(in: span, from: name) else {
        continue
      }
      patch.keep(text, upTo: start)
      patch.skip(text, to: start + 6)
      position = close + 1
    }
    return patch.finish(text)
  }

  private static func dropLastLineEnd(_ text: [UInt8]) -> [UInt8] {
    let end = text.last == UInt8(ascii: "\n") ? text.count - 1 : text.count
    guard text.span.hasBytes("\n</p>", at: end - 5) else { return text }
    var text = text
    text.remove(at: end - 5)
    return text
  }
}
