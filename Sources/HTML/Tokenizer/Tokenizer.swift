internal import Model

/// The tokenizer of the HTML standard (section 13.2.5): hands out one token after another.
///
/// Its states are control flow here: each kind of token is read to its end by one function. Text comes in runs that are stretches
/// of the source; a character reference or a rewritten character is a run of its own.
struct Tokenizer {
  /// What kind of token was read; its parts are in the tokenizer's properties.
  enum Token {
    /// `text`
    case text
    /// A NUL character, at `start`.
    case nul
    /// `tag`, `attributes`, `isSelfClosing`
    case startTag
    /// `tag`, `isCut`
    case endTag
    /// `text`
    case comment
    /// `documentType`, `forcesQuirks`
    case doctype
    case endOfFile
  }

  /// What stands where the tokenizer is, as the tree builder tells it.
  enum ContentModel {
    case data, plainText
    /// Text only, up to `rawEnd`.
    case rawText
    /// Text and character references, up to `rawEnd`.
    case escapableRawText
    /// Text, up to the `]]>` at `rawEnd`.
    case cdata
  }

  let source: [UInt8]
  let classes = ByteClass.table
  let names = StandardNames.shared
  /// Whether text a browser would lose is kept.
  let isArchival: Bool

  var position = 0
  var contentModel = ContentModel.data
  /// Where the raw text being read ends.
  var rawEnd = 0
  /// Whether CDATA sections are sections here, as they are in SVG and MathML.
  var allowsCDATA = false
  var log = FindingLog()

  // The token read last.
  var start = 0
  var text = ByteStretch()
  var tag = Tag(id: 0)
  var isSelfClosing = false
  /// Whether the input ends in the middle of the end tag.
  var isCut = false
  /// The attributes of a start tag: the last ones in the document's list.
  var attributes = ByteStretch()
  var documentType = DocumentType()
  var forcesQuirks = false

  // What is known to be missing from here on, so that nothing is searched twice.
  var noEnd = MissingEnds()
  /// For each name, the number of the tag that last had an attribute so called.
  var lastTagWithAttribute: [UInt32] = []
  var tagNumber: UInt32 = 0

  init(source: [UInt8], isArchival: Bool) {
    self.source = source
    self.isArchival = isArchival
  }

  /// The byte at `index`, or nil past the end.
  @inline(__always)
  func byte(at index: Int) -> UInt8? { index < source.count ? source[index] : nil }

  /// Reads the next token.
  mutating func next(in document: inout Document) -> Token {
    start = position
    switch contentModel {
    case .data: return nextInData(&document)
    case .plainText: return position < source.count ? rawRun(to: source.count, &document) : .endOfFile
    case .rawText:
      if position < rawEnd { return rawRun(to: rawEnd, &document) }
    case .escapableRawText:
      if position < rawEnd { return escapableRun(&document) }
    case .cdata:
      if position < rawEnd { return cdataRun(&document) }
      position = min(rawEnd + 3, source.count)
      start = position
    }
    contentModel = .data
    return nextInData(&document)
  }

  private mutating func nextInData(_ document: inout Document) -> Token {
    guard position < source.count else { return .endOfFile }
    switch source[position] {
    case UInt8(ascii: "<"): return markup(&document)
    case UInt8(ascii: "&"): return reference(&document)
    default:
      return run(from: position, stoppers: [.tagOpen, .ampersand, .rewritten], to: source.count, &document)
    }
  }

  // MARK: Text

  /// A run of plain text that begins at `position`, of which the bytes before `scanStart` are known to belong to it.
  mutating func run(
    from scanStart: Int, stoppers: ByteClass, to end: Int, _ document: inout Document
  ) -> Token {
    let interesting = stoppers.union(.suspicious).rawValue
    var index = scanStart
    while true {
      index = source.span.extracting(..<end).firstUnusual(from: index)
      guard index < end else { break }
      let byteClass = classes[Int(source[index])]
      if byteClass.rawValue & interesting != 0 {
        guard byteClass.isDisjoint(with: stoppers) else { break }
        // A suspicious byte: it stays where it is, unless it is a C1 character to be mended.
        if isC1(at: index), isArchival { break }
        noteSuspicious(at: index)
      }
      index += 1
    }
    if index == position { return rewrittenCharacter(&document) }
    text = ByteStretch(from: position, to: index)
    position = index
    return .text
  }

  /// A NUL, carriage return or C1 character at `position`.
  private mutating func rewrittenCharacter(_ document: inout Document) -> Token {
    switch source[position] {
    case 0x00:
      position += 1
      if !isArchival {
        log.report(.nulCharacter, .loss, at: start, "a NUL byte, dropped")
        return .nul
      }
      text = document.store(nulReplacement(at: start))
    case 0x0D:
      position += 1
      if byte(at: position) == 0x0A { return next(in: &document) }
      text = document.store([0x0A])
    default:
      text = document.store(mendedC1(at: position))
      position += 2
    }
    return .text
  }

  /// A run of text that ends at `end` and holds no markup; NUL becomes U+FFFD.
  mutating func rawRun(to end: Int, _ document: inout Document) -> Token {
    if source[position] == 0x00 {
      text = document.store(nulReplacement(at: position))
      position += 1
      return .text
    }
    return run(from: position, stoppers: .rewritten, to: end, &document)
  }

  private mutating func escapableRun(_ document: inout Document) -> Token {
    if source[position] == UInt8(ascii: "&") { return reference(&document) }
    if source[position] == 0x00 { return rawRun(to: rawEnd, &document) }
    return run(from: position, stoppers: [.ampersand, .rewritten], to: rawEnd, &document)
  }

  private mutating func cdataRun(_ document: inout Document) -> Token {
    run(from: position, stoppers: .rewritten, to: rawEnd, &document)
  }

  /// A character reference, or the ampersand that is none.
  private mutating func reference(_ document: inout Document) -> Token {
    let stored = document.decoded.count
    if consumeReference(inAttribute: false, into: &document.decoded) {
      text = ByteStretch(
        start: UInt32(stored), count: UInt32(document.decoded.count - stored), store: .decoded)
      return .text
    }
    let stoppers: ByteClass = [.tagOpen, .ampersand, .rewritten]
    return run(
      from: position + 1, stoppers: contentModel == .data ? stoppers : [.ampersand, .rewritten],
      to: contentModel == .data ? source.count : rawEnd, &document)
  }
}

extension ByteStretch {
  /// The bytes of the source from `start` up to, not including, `end`.
  @inline(__always)
  init(from start: Int, to end: Int) {
    self.init(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start))
  }
}
