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
  private var collector = EventCollector()
  /// Where in libxml2's own count the present stretch begins.
  private var base = 0

  /// Makes a parser for stretches that stand inside the elements which `prologue` opens; empty for whole documents.
  public init(prologue: [UInt8] = []) { self.prologue = prologue }

  deinit { close() }

  /// What the last stretch held.
  public var events: Events { collector.events }

  /// The name that an identifier of this parser stands for.
  public func name(_ id: NameID) -> ElementName { collector.names[id] }

  /// The number of names met so far.
  public var nameCount: Int { collector.names.count }

  /// Reads a stretch; ``events`` holds what was met until the next is read.
  public func read(_ markup: Span<UInt8>) {
    if unsafe parser == nil { open() }
    collector.begin()
    base = unsafe Int(xmlByteConsumed(parser))
    push(markup)
    collector.finish(length: markup.count, isBetweenMarks: position == markup.count && isInContent)
    if !collector.events.isWhole { close() }
  }

  private func open() {
    _ = Self.library
    collector.forgetPointers()
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

  /// Where the parser is in the present stretch.
  var position: Int { unsafe Int(xmlByteConsumed(parser)) - base }

  /// Whether it is in no tag and no section.
  private var isInContent: Bool {
    let state = unsafe parser?.pointee.instate
    return state == XML_PARSER_CONTENT || state == XML_PARSER_EPILOG
  }

  /// Lets `body` add to the events; one access a callback.
  func collect(_ body: (inout EventCollector) -> Void) { body(&collector) }
}
