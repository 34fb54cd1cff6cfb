internal import Bytes
internal import CLibXML2

/// Reads stretches of XML one after the other with libxml2's push parser, as ``Events``.
///
/// The prologue opens the elements around the stretches and is parsed once; each stretch must be balanced. After a
/// stretch that was not, the parser begins anew, so that no stretch can spoil the next. Nothing is fetched and no
/// entity is expanded but those of XML itself and character references. The input is UTF-8.
///
/// Texts of CDATA sections are not handed over: the caller, who found the sections, empties them first, and the
/// sections' numbers tell which is which. That keeps long texts out of the parser altogether.
@safe public final class EventParser {
  private let prologue: [UInt8]
  private var parser: xmlParserCtxtPtr?
  private var names = NameTable()
  private var base = 0
  private var path: [NameID] = []
  /// What the last stretch held.
  public private(set) var events = Events()

  /// Makes a parser for stretches that stand inside the elements which `prologue` opens; empty for whole documents.
  public init(prologue: [UInt8] = []) { self.prologue = prologue }

  deinit { close() }

  /// The name that an identifier of this parser stands for.
  public func name(_ id: NameID) -> ElementName { names[id] }

  /// The number of names met so far.
  public var nameCount: Int { names.count }

  /// Reads a stretch; ``events`` holds what was met until the next is read.
  public func read(_ markup: Span<UInt8>) {
    if unsafe parser == nil { open() }
    events.removeAll()
    path.removeAll(keepingCapacity: true)
    base = unsafe Int(xmlByteConsumed(parser))
    push(markup)
    events.markupLength = markup.count
    events.openElements = path.count
    if !path.isEmpty || !events.faults.isEmpty { close() }
  }

  private func open() {
    _ = Self.library
    names.forgetPointers()
    var handler = unsafe SAXCallbacks.handler
    unsafe parser = xmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    unsafe precondition(parser != nil, "no memory for an XML parser")
    let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue
    _ = unsafe xmlCtxtUseOptions(parser, Int32(options))
    let prologue = prologue
    push(prologue.span)
  }

  private func close() {
    unsafe xmlFreeParserCtxt(parser)
    unsafe parser = nil
  }

  /// Chunks keep libxml2's own buffer small.
  private func push(_ markup: Span<UInt8>) {
    unsafe markup.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = min(buffer.count - start, 65_536)
        let chunk = unsafe buffer.baseAddress.map { unsafe $0 + start }?.assumingMemoryBound(to: CChar.self)
        _ = unsafe xmlParseChunk(parser, chunk, Int32(count), 0)
        start += count
      }
    }
  }

  private static let library: Void = xmlInitParser()

  // MARK: What libxml2 calls

  private var position: Int { unsafe Int(xmlByteConsumed(parser)) - base }

  func didStart(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) {
    let name = unsafe names.identifier(local, prefix, namespace)
    path.append(name)
    let count = events.attributes.count
    events.list.append(.start(name, attributes: count..<count, end: position))
  }

  func didDeclare(_ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?) {
    let declaration = unsafe NamespaceDeclaration(
      prefix: prefix.map { unsafe String(cString: $0) },
      address: address.map { unsafe String(cString: $0) } ?? "")
    events.namespaces.append(declaration)
  }

  func didMeetAttribute(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    value: UnsafeBufferPointer<xmlChar>
  ) {
    guard case .start(let element, let attributes, let end) = events.list.last else { return }
    let name = unsafe names.identifier(local, prefix, namespace)
    events.attributes.append(
      unsafe Attribute(name: name, value: AttributeValue.text(of: value)))
    events.list[events.list.count - 1] = .start(
      element, attributes: attributes.lowerBound..<events.attributes.count, end: end)
  }

  func didEnd() {
    guard let name = path.popLast() else { return }
    events.list.append(.end(name, end: position))
  }

  func didMeetText(_ text: UnsafeBufferPointer<xmlChar>) {
    let start = events.text.count
    unsafe events.text.append(contentsOf: text)
    if case .text(let range) = events.list.last, range.end == start {
      events.list[events.list.count - 1] = .text(ByteRange(from: range.offset, to: events.text.count))
    } else {
      events.list.append(.text(ByteRange(from: start, to: events.text.count)))
    }
  }

  func didMeetSection() {
    events.list.append(.section(events.sectionCount))
    events.sectionCount += 1
  }

  func didFail(_ code: Int32, _ message: String) {
    // Faults of namespaces stop nothing: an undeclared prefix is told from the name.
    if (XML_NS_ERR_XML_NAMESPACE.rawValue...XML_NS_ERR_COLON.rawValue).contains(UInt32(code)) { return }
    events.faults.append(ParseFault(code: code, offset: position, message: message))
  }
}
