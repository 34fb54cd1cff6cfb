import Bytes
import Model

/// A stretch of the content of an element that should hold nothing but text.
private enum Part {
  case text(Range<Int>)
  case section(Range<Int>)
  case comment(Range<Int>)
  case markup(Range<Int>)

  var range: Range<Int> {
    switch self {
    case .text(let range), .section(let range), .comment(let range), .markup(let range): range
    }
  }
}

extension MarkupRepair {
  /// Reads an element that holds nothing but text, from behind its start tag; returns where reading goes on.
  mutating func readTextElement(_ name: Range<Int>, from start: Int) -> Int {
    var parts: [Part] = []
    var position = start
    var end: Int?
    while end == nil, position < source.count {
      let tag = source.span.firstIndex(of: UInt8(ascii: "<"), from: position) ?? source.count
      if tag > position { parts.append(.text(position..<tag)) }
      guard tag < source.count else { position = tag; break }
      if source.span.hasBytes("</", at: tag), source.span.isEqual(name, at: tag + 2) {
        end = tag
        position = tag
      } else if let (part, next) = readPart(tag, in: name) {
        parts.append(part)
        position = next
      } else {
        position = tag
        break
      }
    }
    write(parts, start)
    return close(name, at: position, hasEndTag: end != nil)
  }

  /// The part that begins with the `<` at `at`; nil where another element of the format begins or ends.
  private mutating func readPart(_ at: Int, in element: Range<Int>) -> (Part, next: Int)? {
    if source.span.hasBytes("<![CDATA[", at: at) {
      let (content, next) = readSection(at, element: element)
      return (.section(content), next)
    }
    if source.span.hasBytes("<!--", at: at), let end = source.span.firstIndex(of: "-->", from: at + 4) {
      return (.comment(at..<end + 3), end + 3)
    }
    let isEnd = source.span.hasBytes("</", at: at)
    guard let name = source.span.xmlName(at: isEnd ? at + 2 : at + 1), source[name.lowerBound] < 0x80 else {
      return (.text(at..<at + 1), at + 1)
    }
    if isEnd ? isOpen(name) : endsText(name, in: element) { return nil }
    let end = StartTag(at, name: name, in: source).end
    return (.markup(at..<end), end)
  }

  /// Whether the start of an element of that name means that the text before it was never closed.
  private func endsText(_ name: Range<Int>, in element: Range<Int>) -> Bool {
    let qualified = string(name)
    guard RepairGrammar.field(qualified) != .unknown else { return false }
    return qualified.contains(":") || !hasEndTag(element, from: name.upperBound)
  }

  private func hasEndTag(_ element: Range<Int>, from start: Int) -> Bool {
    var position = start
    while let at = source.span.firstIndex(of: "</", from: position) {
      if source.span.isEqual(element, at: at + 2) { return true }
      position = at + 2
    }
    return false
  }

  private mutating func write(_ parts: [Part], _ start: Int) {
    let hasMarkup = parts.contains { if case .markup = $0 { true } else { false } }
    if hasMarkup {
      note(.markupInText, .repair, at: start, "markup outside a section, kept as it is written")
      return writeSection(parts.map(\.range))
    }
    for part in parts {
      switch part {
      case .text(let range): writeText(range)
      case .section(let range): writeSection([range])
      case .comment(let range): note(.comment, .note, at: range.lowerBound, "an XML comment left out")
      case .markup: break
      }
    }
  }

  private mutating func close(_ name: Range<Int>, at position: Int, hasEndTag: Bool) -> Int {
    guard hasEndTag else {
      let qualified = string(name)
      note(.missingEndTag, .repair, at: position, "element <\(qualified)> has no end tag")
      insert("</\(qualified)>")
      return position
    }
    let nameEnd = position + 2 + name.count
    copy(position..<nameEnd)
    insert(">")
    let end = source.span.skippingSpace(from: nameEnd)
    return end < source.count && source[end] == UInt8(ascii: ">") ? end + 1 : nameEnd
  }
}
