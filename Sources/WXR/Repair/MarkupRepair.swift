import Bytes
import Model

/// Writes a piece anew so that the XML parser accepts it: balanced, its references known, its sections closed.
///
/// What stands there is never left out but for comments, processing instructions and document types, each of which
/// a finding names; text that XML forbids outside CDATA sections is put into some.
struct MarkupRepair {
  let source: [UInt8]
  /// Tags nested deeper are kept as text: the XML parser takes no more than 2,048 levels.
  private static let greatestDepth = 512
  private let sourceMap: OffsetMap
  private let isHeader: Bool
  private let lastSectionEnd: Int

  private(set) var output: [UInt8] = []
  private(set) var sections: [ByteRange] = []
  private(set) var map: OffsetMap
  private(set) var tally = FindingTally()
  private var open: [String] = []
  private var ahead = LookAhead()

  init(_ source: [UInt8], map: OffsetMap, isHeader: Bool) {
    self.source = source
    sourceMap = map
    self.map = OffsetMap(base: map.offset(of: 0))
    self.isHeader = isHeader
    lastSectionEnd = source.indices.last { source.span.hasBytes("]]>", at: $0) } ?? -1
    output.reserveCapacity(source.count + 256)
  }

  /// Reads all of the source.
  mutating func run() {
    var position = 0
    while position < source.count {
      if source[position] == UInt8(ascii: "<") {
        position = readMark(position)
      } else {
        let next = source.span.firstIndex(of: UInt8(ascii: "<"), from: position) ?? source.count
        writeText(position..<next)
        position = next
      }
    }
    if !isHeader, let last = open.last {
      note(.missingEndTag, .repair, at: source.count, "element <\(last)> has no end tag", count: open.count)
    }
    while let name = open.popLast() { insert("</\(name)>") }
  }

  // MARK: Writing

  func offset(_ position: Int) -> Int { sourceMap.offset(of: position) }

  mutating func note(
    _ code: Finding.Code, _ severity: Finding.Severity, at position: Int, _ detail: @autoclosure () -> String,
    count: Int = 1
  ) {
    tally.add(code, severity, at: offset(position), count: count, detail())
  }

  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    map.add(output.count, at: offset(range.lowerBound))
    output += source[range]
  }

  mutating func insert(_ text: String) { output.append(contentsOf: text.utf8) }

  /// Writes stretches of the source as one CDATA section.
  mutating func writeSection(_ ranges: [Range<Int>]) {
    insert("<![CDATA[")
    let start = output.count
    for range in ranges { copy(range) }
    sections.append(ByteRange(from: start, to: output.count))
    insert("]]>")
  }

  /// Writes text that stands outside sections.
  mutating func writeText(_ range: Range<Int>) {
    var copied = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      guard let (end, replacement) = replacement(at: position, isAttribute: false) else {
        position += 1
        continue
      }
      copy(copied..<position)
      switch replacement {
      case .text(let text): insert(text)
      case .section: writeSection([position..<end])
      case .keep: copy(position..<end)
      }
      position = end
      copied = end
    }
    copy(copied..<range.upperBound)
  }

  /// Writes an attribute's value between quotes.
  mutating func writeValue(_ range: Range<Int>) {
    insert("\"")
    var position = range.lowerBound
    while position < range.upperBound {
      if let (end, replacement) = replacement(at: position, isAttribute: true) {
        switch replacement {
        case .text(let text): insert(text)
        case .section: insert("\u{FFFD}")
        case .keep: copy(position..<end)
        }
        position = end
      } else {
        copy(position..<position + 1)
        position += 1
      }
    }
    insert("\"")
  }

  private enum Replacement {
    case keep
    case text(String)
    case section
  }

  /// What is written for the character at `position`, where it cannot simply be copied.
  private mutating func replacement(at position: Int, isAttribute: Bool) -> (end: Int, Replacement)? {
    switch source[position] {
    case UInt8(ascii: "&"):
      return reference(at: position)
    case UInt8(ascii: "<"):
      note(.bareLessThan, .repair, at: position, "a “<” that begins no tag, kept as text")
      return (position + 1, .text("&lt;"))
    case UInt8(ascii: "\"") where isAttribute:
      return (position + 1, .text("&quot;"))
    case UInt8(ascii: ">") where !isAttribute && source.span.hasBytes("]]>", at: position - 2):
      note(.straySectionEnd, .repair, at: position - 2, "“]]>” outside a section, kept as text")
      return (position + 1, .text("&gt;"))
    case let byte where byte.isForbiddenControl:
      return (position + 1, .section)
    case 0xEF
    where source.span.hasBytes("\u{FFFE}", at: position) || source.span.hasBytes("\u{FFFF}", at: position):
      return (position + 3, .section)
    default: return nil
    }
  }

  private mutating func reference(at position: Int) -> (end: Int, Replacement) {
    switch Reference(in: source.span, at: position) {
    case .allowed(let end): return (end, .keep)
    case .html(let scalar, let end):
      note(
        .undefinedEntity, .repair, at: position,
        "entity of HTML that XML does not know, read as U+\(String(scalar.value, radix: 16, uppercase: true))"
      )
      return (end, .text(String(scalar)))
    case .forbidden(let number, let end):
      note(
        .controlCharacter, .repair, at: position,
        "a reference to character \(number), which XML forbids, kept as text")
      return (end, .text("&amp;" + string(position + 1..<end)))
    case .bare:
      note(.bareAmpersand, .repair, at: position, "an ampersand that begins no reference, kept as text")
      return (position + 1, .text("&amp;"))
    }
  }

  // MARK: Reading

  private mutating func readMark(_ at: Int) -> Int {
    if source.span.hasBytes("<![CDATA[", at: at) {
      let (range, next) = readSection(at, element: nil)
      writeSection([range])
      return next
    }
    if source.span.hasBytes("<!--", at: at), let end = firstIndex(of: "-->", from: at + 4) {
      if !isHeader { note(.comment, .note, at: at, "an XML comment left out") }
      return end + 3
    }
    if source.span.hasBytes("<?", at: at), let end = firstIndex(of: "?>", from: at + 2) {
      if !isHeader { note(.processingInstruction, .note, at: at, "a processing instruction left out") }
      return end + 2
    }
    if source.span.hasBytes("<!DOCTYPE", at: at), let end = endOfDoctype(at) {
      note(.doctype, .repair, at: at, "a document type declaration left out; its entities are not expanded")
      return end
    }
    if source.span.hasBytes("</", at: at), let name = source.span.xmlName(at: at + 2) {
      return readEndTag(at, name)
    }
    if let name = source.span.xmlName(at: at + 1), source[at + 1] < 0x80, open.count < Self.greatestDepth {
      return readStartTag(at, name)
    }
    writeText(at..<at + 1)
    return at + 1
  }

  /// Finds the content of the section at `at`; returns it with the place where reading goes on.
  mutating func readSection(_ at: Int, element: Range<Int>?) -> (content: Range<Int>, next: Int) {
    let end = SectionEnd(of: at + 9, element: element, in: source, lastEnd: lastSectionEnd)
    for stray in end.strayEnds {
      note(.straySectionEnd, .repair, at: stray, "“]]>” in a section that goes on after it, kept as text")
    }
    if !end.isClosed { note(.unclosedSection, .repair, at: at, "a section that no “]]>” ends, closed") }
    return (at + 9..<max(at + 9, end.contentEnd), end.next)
  }

  private func endOfDoctype(_ at: Int) -> Int? {
    var depth = 0
    for index in at..<source.count {
      switch source[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return index + 1
      default: break
      }
    }
    return nil
  }

  private mutating func readEndTag(_ at: Int, _ name: Range<Int>) -> Int {
    let end = endOfEndTag(name.upperBound)
    let qualified = string(name)
    guard let index = open.lastIndex(of: qualified), !(index == 0 && !isHeader && !isLast(end)) else {
      note(.strayEndTag, .repair, at: at, "an end tag </\(qualified)> that ends nothing, left out")
      return end
    }
    closeElements(above: index, at: at)
    insert("</\(open.removeLast())")
    map.add(output.count, at: offset(end - 1))
    insert(">")
    return end
  }

  private func endOfEndTag(_ start: Int) -> Int {
    let close = source.span.firstIndex(of: UInt8(ascii: ">"), from: start) ?? source.count
    let tag = source.span.firstIndex(of: UInt8(ascii: "<"), from: start) ?? source.count
    return close < tag ? close + 1 : start
  }

  /// Whether only white space follows.
  private func isLast(_ position: Int) -> Bool { source.span.skippingSpace(from: position) == source.count }

  private mutating func closeElements(above index: Int, at position: Int) {
    while open.count > index + 1 {
      let name = open.removeLast()
      note(.missingEndTag, .repair, at: position, "element <\(name)> has no end tag")
      insert("</\(name)>")
    }
  }

  private mutating func readStartTag(_ at: Int, _ name: Range<Int>) -> Int {
    let qualified = string(name)
    let field = RepairGrammar.field(qualified)
    if open.isEmpty, !isHeader, field != .item {
      insert("<item>")
      open.append("item")
      // A name that the format does not have stands where `<item>` should: it is that tag, damaged.
      if field == .unknown { return StartTag(at, name: name, in: source).end }
    }
    while let outer = open.last, open.count > 1, !RepairGrammar.allows(field, in: RepairGrammar.field(outer))
    {
      closeElements(above: open.count - 2, at: at)
    }
    let tag = StartTag(at, name: name, in: source)
    if tag.isMalformed { note(.malformedTag, .repair, at: at, "the attributes of <\(qualified)> set right") }
    copy(at..<name.upperBound)
    for attribute in tag.attributes {
      insert(" ")
      copy(attribute.name)
      insert("=")
      writeValue(attribute.value)
    }
    map.add(output.count, at: offset(max(at, tag.end - 1)))
    insert(tag.isEmpty ? "/>" : ">")
    if tag.isEmpty { return tag.end }
    if RepairGrammar.isText(field, isPrefixed: qualified.contains(":")) {
      return readTextElement(name, from: tag.end)
    }
    open.append(qualified)
    return tag.end
  }

  /// Whether an end tag of the element stands after `position`.
  mutating func hasEndTag(_ element: Range<Int>, after position: Int) -> Bool {
    ahead.next("</" + string(element), from: position, in: source) != nil
  }

  /// The next place of a mark; positions must not go back.
  mutating func firstIndex(of mark: String, from position: Int) -> Int? {
    ahead.next(mark, from: position, in: source)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// Whether an element of that name is open.
  func isOpen(_ name: Range<Int>) -> Bool { open.contains(string(name)) }
}
