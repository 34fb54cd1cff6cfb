/// The insertion modes of tables (sections 13.2.6.4.9 to 13.2.6.4.15).
extension TreeBuilder {
  // MARK: In table

  mutating func inTableStartTag() {
    switch tokenizer.tag {
    case .caption:
      clearStack(backTo: .table)
      pushFormattingMarker()
      insertElement()
      mode = .inCaption
    case .colgroup:
      clearStack(backTo: .table)
      insertElement()
      mode = .inColumnGroup
    case .col:
      clearStack(backTo: .table)
      insertImpliedElement(.colgroup)
      mode = .inColumnGroup
      startTag()
    case .tbody, .tfoot, .thead:
      clearStack(backTo: .table)
      insertElement()
      mode = .inTableBody
    case .td, .th, .tr:
      clearStack(backTo: .table)
      insertImpliedElement(.tbody)
      mode = .inTableBody
      startTag()
    case .table:
      guard hasInTableScope(.table) else { return }
      popThrough(.table)
      resetInsertionMode()
      startTag()
    case .style, .script, .template: _ = startHeadElement()
    case .input where isHiddenInput: insertVoidElement()
    case .form:
      guard form == .none, !hasOpenTemplate else { return }
      form = makeElement(.form)
      insert(form, at: place())
    default: inTableAnythingElse { $0.inBodyStartTag() }
    }
  }

  mutating func inTableEndTag() {
    switch tokenizer.tag {
    case .table:
      guard hasInTableScope(.table) else { return }
      popThrough(.table)
      resetInsertionMode()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .template: endTemplate()
    default: inTableAnythingElse { $0.inBodyEndTag() }
    }
  }

  /// Handles what may not stand in a table as in the body, but before the table.
  mutating func inTableAnythingElse(_ handle: Handler) {
    fosterParenting = true
    handle(&self)
    fosterParenting = false
  }

  // MARK: In caption

  mutating func inCaptionStartTag() {
    switch tokenizer.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      if closeCaption() { startTag() }
    default: inBodyStartTag()
    }
  }

  mutating func inCaptionEndTag() {
    switch tokenizer.tag {
    case .caption: _ = closeCaption()
    case .table: if closeCaption() { endTag() }
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: inBodyEndTag()
    }
  }

  private mutating func closeCaption() -> Bool {
    guard hasInTableScope(.caption) else { return false }
    generateImpliedEndTags()
    popThrough(.caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  // MARK: In column group

  mutating func inColumnGroupStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .col: insertVoidElement()
    case .template: startTemplate()
    default: leaveHead { $0.startTag() }
    }
  }

  mutating func inColumnGroupEndTag() {
    switch tokenizer.tag {
    case .colgroup:
      guard currentIs(.colgroup) else { return }
      pop()
      mode = .inTable
    case .col: break
    case .template: endTemplate()
    default: leaveHead { $0.endTag() }
    }
  }

  // MARK: In table body

  mutating func inTableBodyStartTag() {
    switch tokenizer.tag {
    case .tr:
      clearStack(backTo: .tbody, .tfoot, .thead)
      insertElement()
      mode = .inRow
    case .th, .td:
      clearStack(backTo: .tbody, .tfoot, .thead)
      insertImpliedElement(.tr)
      mode = .inRow
      startTag()
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
      if closeTableBody() { startTag() }
    default: inTableStartTag()
    }
  }

  mutating func inTableBodyEndTag() {
    switch tokenizer.tag {
    case .tbody, .tfoot, .thead:
      guard hasInTableScope(tokenizer.tag) else { return }
      clearStack(backTo: .tbody, .tfoot, .thead)
      pop()
      mode = .inTable
    case .table: if closeTableBody() { endTag() }
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: break
    default: inTableEndTag()
    }
  }

  private mutating func closeTableBody() -> Bool {
    guard hasInTableScope(anyOf: .tbody, .tfoot, .thead) else { return false }
    clearStack(backTo: .tbody, .tfoot, .thead)
    pop()
    mode = .inTable
    return true
  }

  // MARK: In row

  mutating func inRowStartTag() {
    switch tokenizer.tag {
    case .th, .td:
      clearStack(backTo: .tr)
      insertElement()
      mode = .inCell
      pushFormattingMarker()
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: if closeRow() { startTag() }
    default: inTableStartTag()
    }
  }

  mutating func inRowEndTag() {
    switch tokenizer.tag {
    case .tr: _ = closeRow()
    case .table: if closeRow() { endTag() }
    case .tbody, .tfoot, .thead:
      guard hasInTableScope(tokenizer.tag) else { return }
      if closeRow() { endTag() }
    case .body, .caption, .col, .colgroup, .html, .td, .th: break
    default: inTableEndTag()
    }
  }

  private mutating func closeRow() -> Bool {
    guard hasInTableScope(.tr) else { return false }
    clearStack(backTo: .tr)
    pop()
    mode = .inTableBody
    return true
  }

  // MARK: In cell

  mutating func inCellStartTag() {
    switch tokenizer.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      guard hasInTableScope(anyOf: .td, .th) else { return }
      closeCell()
      startTag()
    default: inBodyStartTag()
    }
  }

  mutating func inCellEndTag() {
    switch tokenizer.tag {
    case .td, .th:
      guard hasInTableScope(tokenizer.tag) else { return }
      generateImpliedEndTags()
      popThrough(tokenizer.tag)
      clearFormattingToMarker()
      mode = .inRow
    case .body, .caption, .col, .colgroup, .html: break
    case .table, .tbody, .tfoot, .thead, .tr:
      guard hasInTableScope(tokenizer.tag) else { return }
      closeCell()
      endTag()
    default: inBodyEndTag()
    }
  }

  private mutating func closeCell() {
    generateImpliedEndTags()
    popThrough(.cell)
    clearFormattingToMarker()
    mode = .inRow
  }
}
