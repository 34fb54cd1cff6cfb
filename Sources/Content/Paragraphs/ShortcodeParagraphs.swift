internal import Bytes

/// Takes a paragraph away that holds one whole shortcode and nothing else, as WordPress's `shortcode_unautop` does.
enum ShortcodeParagraphs {
  /// `text` without the paragraphs around shortcodes of these names.
  static func unwrap(_ text: [UInt8], names: Set<String>) -> [UInt8] {
    let span = text.span
    guard span.firstIndex(of: UInt8(ascii: "[")) != nil else { return text }
    var patch = Patch()
    var closingBracket = NextIndex(of: UInt8(ascii: "]"))
    var scanner = ShortcodeScanner(names: names)
    var position = 0
    while let start = span.firstIndex(of: "<p>", from: position) {
      position = start + 3
      let open = skipBlank(span, from: position)
      guard open < span.count, span[open] == UInt8(ascii: "["),
        let tag = ShortcodeTag(in: span, at: open, closingBracket: &closingBracket)
      else { continue }
      let name = span.string(tag.name)
      guard names.contains(name) else { continue }
      var ends = [tag.end]
      if !tag.isSelfClosing, let closing = scanner.closingTag(of: name, in: span, from: tag.end) {
        ends.insert(closing + name.utf8.count + 3, at: 0)
      }
      for end in ends {
        let close = skipBlank(span, from: end)
        guard span.hasBytes("</p>", at: close) else { continue }
        patch.keep(text, upTo: start)
        patch.skip(text, to: open)
        patch.keep(text, upTo: end)
        patch.skip(text, to: close + 4)
        position = close + 4
        break
      }
    }
    return patch.finish(text)
  }

  /// Passes over line ends, tabs, blanks and no-break spaces, written out or as `&nbsp;`.
  private static func skipBlank(_ span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < span.count {
      switch span[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0xC2 where span.hasBytes("\u{00A0}", at: index): index += 2
      case UInt8(ascii: "&") where span.hasBytes("&nbsp;", at: index): index += 6
      default: return index
      }
    }
    return index
  }
}
