internal import Bytes

extension ContentMarks {
  /// Reads the marks of raw content.
  init(of text: Span<UInt8>) {
    self.init()
    var commentEnd = NextText(of: "-->")
    var position = 0
    while let start = text.firstIndex(of: "<!--", from: position) {
      position = start + 4
      guard let mark = Mark(in: text, at: start, &commentEnd) else { continue }
      position = mark.range.upperBound
      switch mark.kind {
      case .more where !hasMore:
        hasMore = true
        moreText = mark.text
      case .more: break
      case .noTeaser: hidesTeaser = true
      case .nextPage: if start > 0 { pageBreaks += 1 }
      }
    }
  }

  /// A part of classic text.
  enum Part {
    /// Text with notation.
    case text([UInt8])
    /// A mark that stands between two texts, as written.
    case mark(ArraySlice<UInt8>)
  }

  /// Classic text in parts: at each page's end, and at a "more" mark that has a line of its own.
  static func split(_ text: [UInt8]) -> [Part] {
    var parts: [Part] = []
    let span = text.span
    var commentEnd = NextText(of: "-->")
    var partStart = 0
    var position = 0
    while let start = span.firstIndex(of: "<!--", from: position) {
      position = start + 4
      guard let mark = Mark(in: span, at: start, &commentEnd) else { continue }
      position = mark.range.upperBound
      guard mark.kind == .nextPage || mark.isOnOwnLine(in: span) else { continue }
      if start > partStart { parts.append(.text(Array(text[partStart..<start]))) }
      parts.append(.mark(text[mark.range]))
      partStart = position
    }
    if partStart == 0 { return [.text(text)] }
    if partStart < text.count { parts.append(.text(Array(text[partStart...]))) }
    return parts
  }
}

/// A comment that means something to WordPress.
struct Mark {
  enum Kind { case more, noTeaser, nextPage }

  var kind: Kind
  var range: Range<Int>
  /// The author's own text, of a "more" mark.
  var text: String?

  /// The mark whose `<!--` stands at `start`, or nil.
  init?(in span: Span<UInt8>, at start: Int, _ commentEnd: inout NextText) {
    if span.hasBytes("<!--nextpage-->", at: start) {
      kind = .nextPage
      range = start..<start + 15
    } else if span.hasBytes("<!--noteaser-->", at: start) {
      kind = .noTeaser
      range = start..<start + 15
    } else if span.hasBytes("<!--more", at: start), let end = commentEnd(in: span, from: start + 8) {
      var lineEnd = start + 8
      while lineEnd < end, span[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      guard lineEnd == end else { return nil }
      kind = .more
      range = start..<end + 3
      let from = span.skipSpace(from: start + 8)
      let to = span.skipSpaceBackward(from: end, floor: min(from, end))
      if from < to { text = span.string(from..<to) }
    } else {
      return nil
    }
  }

  /// Whether nothing else stands on the mark's line.
  func isOnOwnLine(in span: Span<UInt8>) -> Bool {
    var before = range.lowerBound
    while before > 0, span[before - 1] == 0x20 || span[before - 1] == 0x09 { before -= 1 }
    var after = range.upperBound
    while after < span.count, span[after] == 0x20 || span[after] == 0x09 || span[after] == 0x0D { after += 1 }
    return (before == 0 || span[before - 1] == 0x0A) && (after == span.count || span[after] == 0x0A)
  }
}
