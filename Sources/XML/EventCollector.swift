internal import Bytes
internal import CLibXML2

/// Gathers what libxml2 calls back with.
struct EventCollector {
  private(set) var names = NameTable()
  var events = Events()
  /// The elements that are open, outermost first.
  private var path: [NameID] = []
  /// Whether an end tag ended an element of the prologue.
  private var hasEndedTooMuch = false

  /// Makes ready for the next stretch.
  mutating func begin() {
    events.removeAll()
    path.removeAll(keepingCapacity: true)
    hasEndedTooMuch = false
  }

  /// Notes how the stretch ended.
  mutating func finish(length: Int, isBetweenMarks: Bool) {
    events.markupLength = length
    events.isWhole = path.isEmpty && !hasEndedTooMuch && events.faults.isEmpty && isBetweenMarks
  }

  /// Makes ready for another libxml2 context, which keeps its names at other addresses.
  mutating func forgetPointers() { names.forgetPointers() }

  mutating func start(_ name: NamePointers, end: Int) {
    let name = names.identifier(name)
    path.append(name)
    let count = events.attributes.count
    events.list.append(.start(name, attributes: count..<count, end: end))
  }

  mutating func declare(_ declaration: NamespaceDeclaration) { events.namespaces.append(declaration) }

  mutating func add(_ name: NamePointers, value: String) {
    guard case .start(let element, let attributes, let end) = events.list.last else { return }
    events.attributes.append(Attribute(name: names.identifier(name), value: value))
    events.list[events.list.count - 1] = .start(
      element, attributes: attributes.lowerBound..<events.attributes.count, end: end)
  }

  mutating func end(at offset: Int) {
    guard let name = path.popLast() else {
      hasEndedTooMuch = true
      return
    }
    events.list.append(.end(name, end: offset))
  }

  mutating func add(text: UnsafeBufferPointer<xmlChar>) {
    let start = events.text.count
    unsafe events.text.append(contentsOf: text)
    if case .text(let range) = events.list.last, range.end == start {
      events.list[events.list.count - 1] = .text(ByteRange(from: range.offset, to: events.text.count))
    } else {
      events.list.append(.text(ByteRange(from: start, to: events.text.count)))
    }
  }

  mutating func addSection() {
    events.list.append(.section(events.sectionCount))
    events.sectionCount += 1
  }

  mutating func fail(_ fault: ParseFault) { events.faults.append(fault) }
}
