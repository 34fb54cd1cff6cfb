import Bytes
import Model
import XML

/// Walks over the events of one piece and gives out texts, raw elements and places.
struct EventCursor {
  let text: PreparedText
  let events: Events
  let vocabulary: Vocabulary
  /// Text that stands between elements, where no element holds it.
  private(set) var strayTexts: [String] = []
  private var index = 0

  init(_ text: PreparedText, _ events: Events, _ vocabulary: Vocabulary) {
    self.text = text
    self.events = events
    self.vocabulary = vocabulary
  }

  /// The next event; nil after the last.
  mutating func next() -> Event? {
    guard index < events.list.count else { return nil }
    defer { index += 1 }
    return events.list[index]
  }

  /// The text of the element whose start tag was just met, up to and past its end tag.
  mutating func elementText() -> String {
    // Nearly every element holds one section or one text and nothing else.
    if index + 1 < events.list.count, case .end = events.list[index + 1],
      let text = simpleText(events.list[index])
    {
      index += 2
      return text
    }
    var bytes: [UInt8] = []
    var depth = 1
    let start = index
    while depth > 0, let event = next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text(let range): bytes += events.text[range.offset..<range.end]
      case .section(let number): bytes += sectionBytes(number)
      }
    }
    return containsElements(start..<index)
      ? markupText(start..<index) : String(decoding: bytes, as: UTF8.self)
  }

  /// The text of one event; nil for tags.
  private func simpleText(_ event: Event) -> String? {
    switch event {
    case .text(let range): String(decoding: events.text[range.offset..<range.end], as: UTF8.self)
    case .section(let number): number < text.sections.count ? text.text.string(text.sections[number]) : ""
    case .start, .end: nil
    }
  }

  private func sectionBytes(_ number: Int) -> ArraySlice<UInt8> {
    guard number < text.sections.count else { return [] }
    let range = text.sections[number]
    return text.bytes[range.offset..<range.end]
  }

  private func containsElements(_ range: Range<Int>) -> Bool {
    range.contains { if case .start = events.list[$0] { true } else { false } }
  }

  /// The length in bytes of the element whose start tag was just met; skips it.
  mutating func skipElement() -> Int {
    var length = 0
    var depth = 1
    while depth > 0, let event = next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text(let range): length += range.length
      case .section(let number): length += number < text.sections.count ? text.sections[number].length : 0
      }
    }
    return length
  }

  /// Markup that stands where text was expected, as it is written, without the marks of its sections.
  private func markupText(_ range: Range<Int>) -> String {
    guard
      case .start(_, _, let startTagEnd)? = range.lowerBound > 0 ? events.list[range.lowerBound - 1] : nil,
      case .end(_, let end)? = range.isEmpty ? nil : events.list[range.upperBound - 1]
    else { return "" }
    var raw = text.bytes[text.offset(ofMarkup: startTagEnd + 1)..<text.offset(ofMarkup: end)]
    if let endTag = raw.lastIndex(of: UInt8(ascii: "<")) { raw = raw[..<endTag] }
    var bytes: [UInt8] = []
    var position = raw.startIndex
    for section in text.sections where section.offset >= raw.startIndex && section.end <= raw.endIndex {
      bytes += raw[position..<section.offset - 9]
      bytes += raw[section.offset..<section.end]
      position = section.end + 3
    }
    return String(decoding: bytes + raw[position...], as: UTF8.self)
  }

  /// The element whose start tag was just met, as it is written; skips it.
  mutating func rawElement(_ name: NameID, startTagEnd: Int) -> RawElement {
    let start = offset(ofTagEndingAt: startTagEnd)
    var end = startTagEnd
    var depth = 1
    while depth > 0, let event = next() {
      switch event {
      case .start: depth += 1
      case .end(_, let offset):
        depth -= 1
        end = offset
      case .text, .section: break
      }
    }
    return RawElement(
      name: vocabulary.name(name).qualified,
      xml: String(decoding: text.bytes[start..<text.offset(ofMarkup: end)], as: UTF8.self))
  }

  /// Where the start tag begins, in the prepared bytes, whose `>` is at `end` of the markup.
  func offset(ofTagEndingAt end: Int) -> Int {
    // A `<` cannot stand in a tag, so the last one before its end is its own.
    text.bytes[..<text.offset(ofMarkup: end)].lastIndex(of: UInt8(ascii: "<")) ?? 0
  }

  /// The place in the input between two places of the markup: the `>` of a start tag and the end of an end tag.
  func inputRange(fromTagEndingAt start: Int, to end: Int) -> ByteRange {
    ByteRange(
      from: text.map.offset(of: offset(ofTagEndingAt: start)),
      to: text.map.offset(of: text.offset(ofMarkup: end) - 1) + 1)
  }

  /// The value of an attribute; nil where it is missing.
  func attribute(_ local: String, _ range: Range<Int>) -> String? {
    for attribute in events.attributes[range] where vocabulary.name(attribute.name).local == local {
      return attribute.value
    }
    return nil
  }

  /// Keeps a text that stands between elements, unless it is white space.
  mutating func noteStray(_ event: Event) {
    guard let text = simpleText(event), !text.utf8.allSatisfy(\.isXMLSpace) else { return }
    strayTexts.append(text)
  }

  /// What an element's name means.
  func field(_ name: NameID) -> Field { vocabulary.field(name) }
}

/// What the names of one parser mean.
struct Vocabulary {
  private var names: [ElementName] = []
  private var fields: [Field] = []

  func name(_ id: NameID) -> ElementName { names[id.index] }

  func field(_ id: NameID) -> Field { fields[id.index] }

  /// Learns the names that the parser met since the last call.
  mutating func learn(from parser: EventParser) {
    let count = parser.nameCount
    guard names.count < count else { return }
    names.reserveCapacity(count)
    fields.reserveCapacity(count)
    while names.count < count {
      let name = parser.name(NameID(index: names.count))
      names.append(name)
      fields.append(Field(name))
    }
  }
}
