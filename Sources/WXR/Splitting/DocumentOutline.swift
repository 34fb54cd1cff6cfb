import Bytes
import Model

/// The order of an export's pieces: takes its boundaries one after the other and says which piece each ends.
struct DocumentOutline: Sendable {
  private enum Phase {
    case preamble
    case header
    case item
    case gap
  }

  private var phase = Phase.preamble
  private var pieceStart = 0
  private var findings: [Finding] = []
  /// An item that has ended, unless more of it turns up.
  private var endedItem: Piece?
  private var hasSeenRSS = false
  private var isAfterEnd = false
  private var hasSeenEnd = false
  private var hasByteOrderMark = false
  /// How far the bytes of a gap were looked at.
  private var textNotedTo = 0
  /// Where the first byte of a gap stands that is not white space.
  private var textStart: Int?
  private var titleStart: Int?

  // MARK: What stands in gaps

  /// Looks at the plain text of a gap up to `limit`.
  mutating func noteText(_ bytes: Span<UInt8>, at base: Int, upTo limit: Int) {
    guard phase == .gap || phase == .preamble, textStart == nil else { return }
    if base == 0, textNotedTo == 0, bytes.hasBytes("\u{FEFF}", at: 0) {
      hasByteOrderMark = true
      textNotedTo = 3
    }
    while textNotedTo < limit {
      if !bytes[textNotedTo - base].isXMLSpace {
        textStart = textNotedTo
        return
      }
      textNotedTo += 1
    }
  }

  /// Notes a mark that changes nothing by itself.
  mutating func noteOther(_ at: Int) {
    if phase == .gap || phase == .preamble, textStart == nil { textStart = at }
  }

  /// Notes the beginning of a title: in a gap it belongs to an item whose `<item>` is missing.
  mutating func noteTitle(_ at: Int) {
    noteOther(at)
    if phase == .gap, titleStart == nil { titleStart = at }
  }

  // MARK: Boundaries

  mutating func apply(_ boundary: Boundary, emit: (Piece) -> Void) {
    switch boundary.kind {
    case .declaration: startDocument(boundary.start, isRSS: false, emit: emit)
    case .rssStart: startDocument(boundary.start, isRSS: true, emit: emit)
    case .channelStart:
      if phase == .preamble { startDocument(boundary.start, isRSS: false, emit: emit) }
    case .itemStart: startItem(boundary.start, emit: emit)
    case .itemEnd: endItem(boundary, emit: emit)
    case .end: endDocument(boundary, emit: emit)
    }
  }

  private mutating func startDocument(_ at: Int, isRSS: Bool, emit: (Piece) -> Void) {
    defer { hasSeenRSS = hasSeenRSS || isRSS }
    if phase == .header, !hasSeenRSS { return }
    let isSecond = phase != .preamble
    close(at, emit: emit)
    if isSecond {
      findings.append(
        Finding(.secondDocument, .note, at: at, "another export begins here in the same input"))
    }
    begin(.header, at)
    hasSeenRSS = false
  }

  private mutating func startItem(_ at: Int, emit: (Piece) -> Void) {
    let hasNoHeader = phase == .preamble
    close(at, emit: emit)
    if hasNoHeader {
      findings.append(
        Finding(.missingHeader, .repair, at: at, "no header before the first item; usual prefixes assumed"))
    }
    begin(.item, at)
  }

  private mutating func endItem(_ boundary: Boundary, emit: (Piece) -> Void) {
    switch phase {
    case .preamble, .header: return
    case .item:
      endedItem = Piece(.item, ByteRange(from: pieceStart, to: boundary.end), findings: findings)
      findings = []
    case .gap:
      if let textStart, titleStart != nil {
        close(textStart, emit: emit)
        endedItem = Piece(
          .item, ByteRange(from: textStart, to: boundary.end),
          findings: [Finding(.missingItemStart, .repair, at: textStart, "an item begins here without <item>")]
        )
      } else if var item = endedItem {
        item.range = ByteRange(from: item.range.offset, to: boundary.end)
        item.findings.append(
          Finding(
            .strayItemEnd, .repair, at: pieceStart, "the item goes on after this </item> to a second one"))
        endedItem = item
      } else {
        return noteOther(boundary.start)
      }
    }
    begin(.gap, boundary.end)
  }

  private mutating func endDocument(_ boundary: Boundary, emit: (Piece) -> Void) {
    guard phase != .preamble else { return noteOther(boundary.start) }
    close(boundary.start, emit: emit)
    emit(Piece(.trailer, ByteRange(from: boundary.start, to: boundary.end)))
    begin(.gap, boundary.end)
    isAfterEnd = true
    hasSeenEnd = true
  }

  // MARK: Pieces

  private mutating func begin(_ phase: Phase, _ at: Int) {
    self.phase = phase
    pieceStart = at
    textNotedTo = at
    textStart = nil
    titleStart = nil
    if phase != .gap {
      isAfterEnd = false
      hasSeenEnd = false
    }
  }

  /// Ends the current piece where another begins.
  private mutating func close(_ at: Int, emit: (Piece) -> Void) {
    if let item = endedItem { emit(item) }
    endedItem = nil
    let range = ByteRange(from: pieceStart, to: at)
    switch phase {
    case .preamble:
      if range.length > 0 { emit(Piece(.preamble, range, findings: [preambleFinding])) }
    case .header:
      emit(Piece(.header, range, findings: findings))
    case .item:
      findings.append(
        Finding(
          .missingItemEnd, .repair, at: at, "the item has no </item>; it ends where the next piece begins"))
      emit(Piece(.item, range, findings: findings))
    case .gap:
      emitGap(range, kind: isAfterEnd ? .junk : .between, emit: emit)
    }
    findings = []
  }

  private var preambleFinding: Finding {
    if let textStart {
      return Finding(.textBeforeDeclaration, .repair, at: textStart, "text before the document is set aside")
    }
    return hasByteOrderMark
      ? Finding(.byteOrderMark, .note, at: 0, "the input begins with a UTF-8 byte order mark")
      : Finding(.spaceBeforeDeclaration, .repair, at: 0, "white space before the document is set aside")
  }

  private func emitGap(_ range: ByteRange, kind: Piece.Kind, emit: (Piece) -> Void) {
    guard range.length > 0 else { return }
    guard let textStart else { return emit(Piece(.space, range)) }
    emit(
      Piece(
        kind, range,
        findings: [Finding(.strayText, .note, at: textStart, "text that belongs to no item is set aside")]))
  }

  /// Ends the last piece where the input ends.
  mutating func finish(at end: Int, emit: (Piece) -> Void) {
    switch phase {
    case .preamble:
      let finding = Finding(.notAnExport, .loss, at: 0, "neither a header nor an item begins in this input")
      emit(Piece(.preamble, ByteRange(from: 0, to: end), findings: [finding]))
    case .header:
      findings.append(Finding(.truncatedHeader, .loss, at: end, "the input ends inside its header"))
      emit(Piece(.header, ByteRange(from: pieceStart, to: end), findings: findings))
    case .item:
      findings.append(Finding(.truncatedItem, .loss, at: end, "the input ends inside this item"))
      emit(Piece(.item, ByteRange(from: pieceStart, to: end), findings: findings))
    case .gap:
      if let item = endedItem { emit(item) }
      if !hasSeenEnd {
        let finding = Finding(.missingEnd, .repair, at: pieceStart, "the input ends without </channel></rss>")
        emit(Piece(.trailer, ByteRange(offset: pieceStart, length: 0), findings: [finding]))
      }
      emitGap(ByteRange(from: pieceStart, to: end), kind: .junk, emit: emit)
    }
    phase = .gap
    endedItem = nil
    pieceStart = end
  }
}
