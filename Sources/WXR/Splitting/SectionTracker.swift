import Bytes

/// Follows one CDATA section to its real end.
///
/// In an export each section is all that its element holds, so a `]]>` ends it only where that element's end tag or
/// the next section follows. Three kinds of damage are told apart by that:
/// - a `]]>` of the text that the exporter did not split: no end tag follows, the section goes on;
/// - a section quoted in the text: its `]]>` is followed by the end tag of the element it was quoted with;
/// - a section that nobody closed: the text runs over `</item>` into the next item, whose first complete section
///   gives it away; the boundaries passed on the way are then taken as such.
struct SectionTracker: Sendable {
  /// The most boundaries to hold back before they are believed.
  private static let mostBoundaries = 4096

  private let element: NamePrint
  private(set) var isOpen = true
  /// The boundaries passed inside the section; to be believed once it turns out that it was never closed.
  private(set) var boundaries: [Boundary] = []

  private var lastTag: Int?
  /// How many quoted sections of the same element are open.
  private var depth = 0
  /// How many quoted items are open.
  private var quotedItems = 0
  private var quoted = NamePrint.none
  private var isQuotedAfterBoundary = false
  private var sawEndTag = false
  private var isAfterStrayEnd = false

  init(element: NamePrint) { self.element = element }

  /// Reads from `start` to the section's end or to `limit`; returns how far it came.
  mutating func read(_ bytes: Span<UInt8>, _ marks: inout MarkCursor, from start: Int, upTo limit: Int) -> Int
  {
    var position = start
    while isOpen {
      let tag = marks.next(.lessThan, in: bytes, from: position) ?? .max
      let bracket = marks.next(.bracket, in: bytes, from: position) ?? .max
      let at = min(tag, bracket)
      guard at < limit else { return max(position, limit) }
      if at == bracket {
        position = at + 1
        if marks.has("]>", at: at + 1, in: bytes) { position = readEnd(bytes, marks, at) }
      } else {
        position = readTag(bytes, marks, at)
      }
    }
    return position
  }

  private mutating func readEnd(_ bytes: Span<UInt8>, _ marks: MarkCursor, _ at: Int) -> Int {
    if element == .none { isOpen = false }
    if marks.has("<![CDATA[", at: at + 3, in: bytes) { return at + 12 }
    let next = marks.skipSpace(at + 3, in: bytes)
    guard marks.has("</", at: next, in: bytes) else {
      isAfterStrayEnd = true
      return at + 3
    }
    let name = marks.name(at: next + 2, in: bytes)
    if name == element {
      if depth > 0 {
        depth -= 1
        return at + 3
      }
      isOpen = false
      if !(quoted == name && isQuotedAfterBoundary) { boundaries = [] }
    } else if name == quoted {
      quoted = .none
      isOpen = !isQuotedAfterBoundary
    } else {
      isAfterStrayEnd = true
    }
    return at + 3
  }

  private mutating func readTag(_ bytes: Span<UInt8>, _ marks: MarkCursor, _ at: Int) -> Int {
    let isAfterStrayEnd = isAfterStrayEnd
    self.isAfterStrayEnd = false
    defer { lastTag = at }
    switch marks.mark(at, in: bytes) {
    case .sectionStart:
      let name = lastTag.map { marks.name(ofTagAt: $0, before: at, in: bytes) } ?? .none
      if name == element, !sawEndTag { depth += 1 }
      quoted = name
      isQuotedAfterBoundary = !boundaries.isEmpty
      return at + 9
    case .boundary(let boundary):
      note(boundary, bytes, marks)
      return boundary.end
    case .commentStart, .titleStart:
      return at + 1
    case .other:
      if marks.has("/", at: at + 1, in: bytes), marks.name(at: at + 2, in: bytes) == element {
        sawEndTag = true
        if isAfterStrayEnd { isOpen = false }
      }
      return at + 1
    }
  }

  private mutating func note(_ boundary: Boundary, _ bytes: Span<UInt8>, _ marks: MarkCursor) {
    if !boundaries.isEmpty {
      boundaries.append(boundary)
      if boundaries.count >= Self.mostBoundaries { isOpen = false }
      return
    }
    switch boundary.kind {
    case .itemStart: quotedItems += 1
    case .itemEnd:
      if quotedItems > 0 {
        quotedItems -= 1
      } else if marks.isBoundary(afterItemEndingAt: boundary.end, in: bytes) {
        boundaries.append(boundary)
      }
    case .declaration:
      let next = marks.skipSpace(boundary.end, in: bytes)
      if marks.has("version=", at: next, in: bytes) { boundaries.append(boundary) }
    case .rssStart, .channelStart, .end: break
    }
  }
}
