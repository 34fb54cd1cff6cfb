internal import Model

/// Text in each insertion mode.
extension TreeBuilder {
  /// Handles a run of text in the current mode; a NUL comes as an empty run.
  mutating func text(_ run: ByteStretch, isNUL: Bool = false) {
    guard run.count > 0 || isNUL else { return }
    if isForeign, !isForeignIntegrationPoint {
      insertText(run)
      if framesetOK, !isSpace(run) { framesetOK = false }
      return
    }
    switch mode {
    case .inBody, .inCaption, .inCell, .inTemplate: inBodyText(run)
    case .text: insertText(run)
    case .inTable, .inTableBody, .inRow: inTableText(run)
    case .inTableText: keepTableText(run)
    case .initial, .beforeHTML, .beforeHead:
      let rest = withoutLeadingSpace(run)
      guard rest.count > 0 || isNUL else { return }
      switch mode {
      case .initial: initialAnythingElse { $0.text(rest, isNUL: isNUL) }
      case .beforeHTML: beforeHTMLAnythingElse { $0.text(rest, isNUL: isNUL) }
      default: beforeHeadAnythingElse { $0.text(rest, isNUL: isNUL) }
      }
    case .inHead, .inHeadNoscript, .afterHead, .inColumnGroup:
      let rest = insertLeadingSpace(run)
      guard rest.count > 0 || isNUL else { return }
      leaveHead { $0.text(rest, isNUL: isNUL) }
    case .afterBody, .afterAfterBody:
      if isSpace(run), !isNUL { return inBodyText(run) }
      // Leading space still belongs to the body as it is; the rest opens it again.
      mode = .inBody
      text(run, isNUL: isNUL)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: framesetText(run)
    }
  }

  mutating func inBodyText(_ run: ByteStretch) {
    guard run.count > 0 else { return }
    reconstructFormatting()
    insertText(run)
    if framesetOK, !isSpace(run) { framesetOK = false }
  }

  func isSpace(_ run: ByteStretch) -> Bool { document.bytes(of: run).allSatisfy(\.isHTMLSpace) }

  private func leadingSpaceCount(_ run: ByteStretch) -> UInt32 {
    UInt32(document.bytes(of: run).prefix(while: \.isHTMLSpace).count)
  }

  private func withoutLeadingSpace(_ run: ByteStretch) -> ByteStretch {
    var rest = run
    let count = leadingSpaceCount(run)
    rest.start += count
    rest.count -= count
    return rest
  }

  /// Inserts the white space a run begins with; gives the rest.
  private mutating func insertLeadingSpace(_ run: ByteStretch) -> ByteStretch {
    var space = run
    space.count = leadingSpaceCount(run)
    if space.count > 0 { insertText(space) }
    return withoutLeadingSpace(run)
  }

  /// Of text between framesets only the white space stays; in the archival reading all of it.
  private mutating func framesetText(_ run: ByteStretch) {
    if isSpace(run) {
      if mode == .afterAfterFrameset { inBodyText(run) } else { insertText(run) }
      return
    }
    guard !tokenizer.isArchival else {
      tokenizer.log.report(.misplacedText, .repair, at: tokenizer.start, "text between framesets, kept")
      return insertText(run)
    }
    tokenizer.log.report(.misplacedText, .loss, at: tokenizer.start, "text between framesets, dropped")
    insertText(document.store(Array(document.bytes(of: run).filter(\.isHTMLSpace))))
  }

  /// A run of text in a table, and where it begins.
  struct TableText {
    let run: ByteStretch
    let offset: Int
  }

  // MARK: Text in tables (section 13.2.6.4.10)

  private mutating func inTableText(_ run: ByteStretch) {
    guard let last = open.last, last.categories.contains(.fosters) || last.isHTML(.template) else {
      return inTableAnythingElse { $0.inBodyText(run) }
    }
    tableText.removeAll(keepingCapacity: true)
    originalMode = mode
    mode = .inTableText
    keepTableText(run)
  }

  private mutating func keepTableText(_ run: ByteStretch) {
    if run.count > 0 { tableText.append(TableText(run: run, offset: tokenizer.start)) }
  }

  /// Ends a run of text in a table: white space stays there, anything else goes before the table.
  mutating func leaveTableText(then handle: (inout TreeBuilder) -> Void) {
    let runs = tableText
    tableText.removeAll(keepingCapacity: true)
    mode = originalMode
    let isAllSpace = runs.allSatisfy { isSpace($0.run) }
    let start = tokenizer.start
    for text in runs {
      tokenizer.start = text.offset
      if isAllSpace { insertText(text.run) } else { inTableAnythingElse { $0.inBodyText(text.run) } }
    }
    tokenizer.start = start
    handle(&self)
  }
}
