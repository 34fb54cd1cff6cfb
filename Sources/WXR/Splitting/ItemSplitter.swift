import Bytes
import Model

/// Cuts an export into its ``Piece``s without parsing it, chunk by chunk and in constant memory.
///
/// It knows just enough of the format to find where items begin and end: tags, CDATA sections and comments. A CDATA
/// section ends at a `]]>` that the element's end tag follows; a `]]>` of the text does not end it, and an item
/// boundary is found again after a section that nobody closed (see ``SectionTracker``). The pieces do not depend on
/// how the input was cut into chunks.
public struct ItemSplitter: Sendable {
  /// How many bytes around a `<` or `]` may decide what it means.
  static let window = 512

  private var carry: [UInt8] = []
  private var carryOffset = 0
  private var resume = 0
  private var outline = DocumentOutline()
  private var mode = Mode.markup
  /// Follows the section at hand.
  private var tracker = SectionTracker(element: .none)
  private var lastTag: Int?

  private enum Mode {
    case markup
    case section
    case comment
  }

  /// Begins at the first byte of an input.
  public init() {}

  /// The number of bytes seen so far.
  public private(set) var offset = 0

  /// Takes the next bytes of the input and hands over the pieces that are complete.
  public mutating func scan(_ chunk: Span<UInt8>, emit: (Piece) -> Void) {
    let window = Self.window
    let chunkOffset = offset
    offset += chunk.count
    if chunk.count < 4 * window {
      carry.append(copying: chunk)
      let bytes = carry
      process(bytes.span, at: carryOffset, upTo: offset - window, isLast: false, emit: emit)
      keep(bytes.span, at: carryOffset)
      return
    }
    if !carry.isEmpty {
      carry.append(copying: chunk.extracting(first: 2 * window))
      let seam = carry
      process(seam.span, at: carryOffset, upTo: chunkOffset + window, isLast: false, emit: emit)
    }
    process(chunk, at: chunkOffset, upTo: offset - window, isLast: false, emit: emit)
    keep(chunk, at: chunkOffset)
  }

  /// Says that the input has ended and hands over the last pieces.
  public mutating func finish(emit: (Piece) -> Void) {
    let rest = carry
    process(rest.span, at: carryOffset, upTo: offset, isLast: true, emit: emit)
    if mode == .section { apply(tracker.boundaries, emit: emit) }
    carry = []
    outline.finish(at: offset, emit: emit)
  }

  /// Keeps the bytes that later ones may still need.
  private mutating func keep(_ bytes: Span<UInt8>, at base: Int) {
    let start = max(0, min(resume - base, bytes.count) - Self.window)
    var kept: [UInt8] = []
    kept.append(copying: bytes.extracting(start..<bytes.count))
    carry = kept
    carryOffset = base + start
  }

  /// Reads the marks of `bytes`, which begin at `base`, from where the last call stopped up to `limit`.
  private mutating func process(
    _ bytes: Span<UInt8>, at base: Int, upTo limit: Int, isLast: Bool, emit: (Piece) -> Void
  ) {
    var marks = MarkCursor(base: base, isLast: isLast)
    while resume < limit {
      switch mode {
      case .markup:
        guard let at = marks.next(.lessThan, in: bytes, from: resume), at < limit else {
          outline.noteText(bytes, at: base, upTo: limit)
          resume = limit
          return
        }
        outline.noteText(bytes, at: base, upTo: at)
        readMarkup(bytes, marks, at, emit: emit)
      case .comment:
        readComment(bytes, &marks, limit, emit: emit)
      case .section:
        resume = tracker.read(bytes, &marks, from: resume, upTo: limit)
        guard !tracker.isOpen else { continue }
        mode = .markup
        lastTag = nil
        apply(tracker.boundaries, emit: emit)
      }
    }
  }

  private mutating func readMarkup(
    _ bytes: Span<UInt8>, _ marks: MarkCursor, _ at: Int, emit: (Piece) -> Void
  ) {
    resume = at + 1
    switch marks.mark(at, in: bytes) {
    case .sectionStart:
      resume = at + 9
      mode = .section
      tracker = SectionTracker(
        element: lastTag.map { marks.name(ofTagAt: $0, before: at, in: bytes) } ?? .none)
      outline.noteOther(at)
    case .commentStart:
      resume = at + 4
      mode = .comment
      outline.noteOther(at)
    case .boundary(let boundary):
      lastTag = at
      resume = max(resume, boundary.end)
      outline.apply(boundary, emit: emit)
    case .titleStart:
      lastTag = at
      outline.noteTitle(at)
    case .other:
      lastTag = at
      outline.noteOther(at)
    }
  }

  /// Looks for the end of a comment; an item that ends in it without having begun shows that nobody closed it.
  private mutating func readComment(
    _ bytes: Span<UInt8>, _ marks: inout MarkCursor, _ limit: Int, emit: (Piece) -> Void
  ) {
    let close = marks.next(.greaterThan, in: bytes, from: resume) ?? limit
    let tag = marks.next(.lessThan, in: bytes, from: resume) ?? limit
    let at = min(close, tag)
    guard at < limit else {
      resume = limit
      return
    }
    resume = at + 1
    if at == close {
      if marks.has("--", at: at - 2, in: bytes) { mode = .markup }
    } else if case .boundary(let boundary) = marks.mark(at, in: bytes), boundary.kind == .itemEnd,
      marks.isBoundary(afterItemEndingAt: boundary.end, in: bytes)
    {
      mode = .markup
      outline.apply(boundary, emit: emit)
    }
  }

  private mutating func apply(_ boundaries: [Boundary], emit: (Piece) -> Void) {
    for boundary in boundaries { outline.apply(boundary, emit: emit) }
  }
}
