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
  /// At an address of its own, where the callbacks find it.
  private let collector: UnsafeMutablePointer<EventCollector>

  /// Makes a parser for stretches that stand inside the elements which `prologue` opens; empty for whole documents.
  public init(prologue: [UInt8] = []) {
    self.prologue = prologue
    unsafe collector = .allocate(capacity: 1)
    unsafe collector.initialize(to: EventCollector())
  }

  deinit {
    close()
    unsafe collector.deinitialize(count: 1)
    unsafe collector.deallocate()
  }

  /// What the last stretch held.
  public var events: Events { unsafe collector.pointee.events }

  /// The name that an identifier of this parser stands for.
  public func name(_ id: NameID) -> ElementName { unsafe collector.pointee.names[id] }

  /// The number of names met so far.
  public var nameCount: Int { unsafe collector.pointee.names.count }

  /// Reads a stretch; ``events`` holds what was met until the next is read.
  public func read(_ markup: Span<UInt8>) {
    if unsafe parser == nil { open() }
    unsafe collector.pointee.begin()
    push(markup)
    let isBetweenMarks = unsafe collector.pointee.position == markup.count && isInContent
    unsafe collector.pointee.finish(length: markup.count, isBetweenMarks: isBetweenMarks)
    if unsafe !collector.pointee.events.isWhole { close() }
  }

  private func open() {
    _ = Self.library
    unsafe collector.pointee.forgetPointers()
    var handler = unsafe SAXCallbacks.handler
    unsafe parser = xmlCreatePushParserCtxt(&handler, collector, nil, 0, nil)
    unsafe collector.pointee.context = parser
    unsafe precondition(parser != nil, "no memory for an XML parser")
    let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue
    _ = unsafe xmlCtxtUseOptions(parser, Int32(options))
    let prologue = prologue
    push(prologue.span)
  }

  private func close() {
    unsafe xmlFreeParserCtxt(parser)
    unsafe parser = nil
    unsafe collector.pointee.context = nil
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

  /// Whether it is in no tag and no section.
  private var isInContent: Bool {
    let state = unsafe parser?.pointee.instate
    return state == XML_PARSER_CONTENT || state == XML_PARSER_EPILOG
  }
}
