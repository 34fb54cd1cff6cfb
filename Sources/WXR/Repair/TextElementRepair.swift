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
    while position < source.count {
      let tag = source.span.firstIndex(of: UInt8(ascii: "<"), from: position) ?? source.count
      if tag > position { parts.append(.text(position..<tag)) }
      position = tag
      if tag == source.count { break }
      if source.span.hasBytes("</", at: tag), source.span.isEqual(name, at: tag + 2) {
        write(parts, start)
        return endTextElement(name, at: tag)
      }
      guard let (part, next) = readPart(tag, in: name) else { break }
      parts.append(part)
      position = next
    }
    // White space before the next element is not the text's.
    if case .text(let range) = parts.last {
      parts[parts.count - 1] = .text(source.span.trimmingSpace(atEndOf: range))
    }
    write(parts, start)
    let qualified = string(name)
    note(.missingEndTag, .repair, at: position, "element <\(qualified)> has no end tag")
    insert("</\(qualified)>")
    return position
  }

  /// The part that begins with the `<` at `at`; nil where another element of the format begins or ends.
  private mutating func readPart(_ at: Int, in element: Range<Int>) -> (Part, next: Int)? {
    if source.span.hasBytes("<![CDATA[", at: at) {
      let (content, next) = readSection(at, element: element)
      return (.section(content), next)
    }
    if source.span.hasBytes("<!--", at: at), let end = firstIndex(of: "-->", from: at + 4) {
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
  private mutating func endsText(_ name: Range<Int>, in element: Range<Int>) -> Bool {
    let qualified = string(name)
    guard RepairGrammar.field(qualified) != .unknown else { return false }
    return qualified.contains(":") || !hasEndTag(element, after: name.upperBound)
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

  private mutating func endTextElement(_ name: Range<Int>, at position: Int) -> Int {
    let nameEnd = position + 2 + name.count
    copy(position..<nameEnd)
    insert(">")
    let end = source.span.skippingSpace(from: nameEnd)
    return end < source.count && source[end] == UInt8(ascii: ">") ? end + 1 : nameEnd
  }
}

extension Span<UInt8> {
  fileprivate func trimmingSpace(atEndOf range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isXMLSpace { end -= 1 }
    return range.lowerBound..<end
  }
}
