import Bytes

/// Where a CDATA section of a damaged text really ends.
struct SectionEnd: Sendable, Equatable {
  /// Where its content ends.
  var contentEnd: Int
  /// Where reading goes on.
  var next: Int
  /// Where `]]>` stands in its content.
  var strayEnds: [Int] = []
  /// Whether it was closed by a `]]>`.
  var isClosed: Bool
}

extension SectionEnd {
  /// Finds the end of the section of `element` whose content begins at `start`.
  ///
  /// It is known by the end tag that must follow, as ``SectionTracker`` knows it for a whole input. `lastEnd` is where
  /// the last `]]>` of all stands.
  init(of start: Int, element: Range<Int>?, in bytes: [UInt8], lastEnd: Int) {
    var search = SectionEndSearch(bytes: bytes, element: element, lastEnd: lastEnd)
    self = search.find(from: start)
  }
}

private struct SectionEndSearch {
  /// No text quotes sections in sections deeper than that.
  private static let greatestDepth = 32

  let bytes: [UInt8]
  let element: Range<Int>?
  /// Where the last `]]>` of all stands.
  let lastEnd: Int
  private var strayEnds: [Int] = []
  private var lastTag: Int?
  private var depth = 0
  private var quoted: Range<Int>?
  private var isQuotedAfterEndTag = false
  /// The first end tag of the element that no `]]>` precedes.
  private var bareEndTag: Int?
  /// The first mark after the beginning that only stands between elements of an item.
  private var fieldStart: Int?
  private var isAfterStrayEnd = false

  init(bytes: [UInt8], element: Range<Int>?, lastEnd: Int) {
    self.bytes = bytes
    self.element = element
    self.lastEnd = lastEnd
  }

  mutating func find(from start: Int) -> SectionEnd {
    var position = start
    while let at = nextSign(position) {
      // No section ends any more: the first sign of this one's end is all there is.
      if at > lastEnd, bareEndTag != nil || fieldStart != nil { break }
      if bytes[at] == UInt8(ascii: "]") {
        if bytes.span.hasBytes("]]>", at: at), let end = readEnd(at) { return end }
        position = at + 1
      } else {
        if let end = readTag(at) { return end }
        position = at + 1
      }
    }
    return unclosed(at: bareEndTag ?? fieldStart ?? bytes.count)
  }

  private func nextSign(_ position: Int) -> Int? {
    for index in position..<max(position, bytes.count)
    where bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "]") {
      return index
    }
    return nil
  }

  private mutating func readEnd(_ at: Int) -> SectionEnd? {
    let closed = closed(at: at)
    guard let element else { return closed }
    if bytes.span.hasBytes("<![CDATA[", at: at + 3) { return closed }
    let next = bytes.span.skippingSpace(from: at + 3)
    guard bytes.span.hasBytes("</", at: next) else {
      // The end tag may be missing where the next field begins.
      if quoted == nil, depth == 0, bytes.span.isField(at: next) { return closed }
      noteStrayEnd(at)
      return nil
    }
    if bytes.span.isEqual(element, at: next + 2) {
      if let bareEndTag, isQuotedAfterEndTag { return unclosed(at: bareEndTag) }
      if depth == 0 { return closed }
      depth -= 1
      strayEnds.append(at)
      return nil
    }
    if let quoted, bytes.span.isEqual(quoted, at: next + 2) {
      if let bareEndTag, isQuotedAfterEndTag { return unclosed(at: bareEndTag) }
      if let fieldStart, bareEndTag == nil, bytes.span.isField(at: quoted.lowerBound - 1) {
        return unclosed(at: fieldStart)
      }
      self.quoted = nil
      strayEnds.append(at)
      return nil
    }
    noteStrayEnd(at)
    return nil
  }

  private func closed(at end: Int) -> SectionEnd {
    SectionEnd(contentEnd: end, next: end + 3, strayEnds: strayEnds, isClosed: true)
  }

  private func unclosed(at end: Int) -> SectionEnd {
    SectionEnd(contentEnd: end, next: end, strayEnds: strayEnds.filter { $0 < end }, isClosed: false)
  }

  private mutating func noteStrayEnd(_ at: Int) {
    strayEnds.append(at)
    isAfterStrayEnd = true
  }

  private mutating func readTag(_ at: Int) -> SectionEnd? {
    let wasAfterStrayEnd = isAfterStrayEnd
    isAfterStrayEnd = false
    if bytes.span.hasBytes("<![CDATA[", at: at) {
      // Nothing but text lies between: two sections of one element.
      if wasAfterStrayEnd, let end = strayEnds.popLast() { return closed(at: end) }
      quoted = lastTag.flatMap { bytes.span.xmlName(at: $0 + 1) }
      isQuotedAfterEndTag = bareEndTag != nil
      if let quoted, let element, bytes.span.isEqual(element, at: quoted.lowerBound), bareEndTag == nil {
        depth += 1
        if depth > Self.greatestDepth, let fieldStart { return unclosed(at: fieldStart) }
      }
      return nil
    }
    lastTag = at
    if fieldStart == nil, bytes.span.isField(at: at) { fieldStart = at }
    guard let element, bytes.span.hasBytes("</", at: at), bytes.span.isEqual(element, at: at + 2) else {
      return nil
    }
    if wasAfterStrayEnd, let end = strayEnds.popLast() { return closed(at: end) }
    if depth == 0, bareEndTag == nil { bareEndTag = at }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the tag at `start` is one that only an export has: an element of WordPress's, or the end of an item.
  func isField(at start: Int) -> Bool {
    hasBytes("<wp:", at: start) || hasBytes("</wp:", at: start) || hasBytes("<excerpt:encoded", at: start)
      || hasBytes("<content:encoded", at: start) || hasBytes("</item>", at: start)
  }
}
