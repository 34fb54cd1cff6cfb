internal import Bytes
internal import CLibXML2

/// Gathers what libxml2 calls back with; the callbacks reach it by its address.
@safe struct EventCollector {
  /// The context that calls back.
  var context: xmlParserCtxtPtr?
  /// Where in the context's own count the present stretch begins.
  private var base = 0
  private(set) var names = NameTable()
  var events = Events()
  /// The elements that are open, outermost first.
  private var path: [NameID] = []
  /// Whether an end tag ended an element of the prologue.
  private var hasEndedTooMuch = false

  /// Where the parser is in the present stretch, in bytes; the input is UTF-8, so nothing was converted.
  var position: Int {
    guard let input = unsafe context?.pointee.input?.pointee, let start = unsafe input.base else { return 0 }
    return unsafe Int(input.consumed) + (input.cur - start) - base
  }

  /// Makes ready for the next stretch.
  mutating func begin() {
    base += position
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
  mutating func forgetPointers() {
    names.forgetPointers()
    base = 0
  }

  mutating func start(_ name: NamePointers) {
    let name = names.identifier(name)
    path.append(name)
    let count = events.attributes.count
    events.list.append(.start(name, attributes: count..<count, end: position))
  }

  mutating func declare(_ declaration: NamespaceDeclaration) { events.namespaces.append(declaration) }

  mutating func add(_ name: NamePointers, value: String) {
    guard case .start(let element, let attributes, let end) = events.list.last else { return }
    events.attributes.append(Attribute(name: names.identifier(name), value: value))
    events.list[events.list.count - 1] = .start(
      element, attributes: attributes.lowerBound..<events.attributes.count, end: end)
  }

  mutating func end() {
    guard let name = path.last else {
      hasEndedTooMuch = true
      return
    }
    path.removeLast()
    events.list.append(.end(name, end: position))
  }

  mutating func add(text: UnsafeBufferPointer<xmlChar>) {
    // White space behind an end tag lies between elements.
    if case .end = events.list.last, unsafe text.allSatisfy({ $0 <= 0x20 }) { return }
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

  mutating func fail(_ code: Int32, _ message: String) {
    events.faults.append(ParseFault(code: code, offset: position, message: message))
  }
}
