internal import Model

/// Templates (sections 13.2.6.4.4 and 13.2.6.4.16).
extension TreeBuilder {
  /// Inserts a `template` with its contents; at the depth limit its contents stand in its place.
  mutating func startTemplate() {
    guard open.count < Self.templateDepthLimit else {
      tokenizer.log.report(
        .depthLimit, .repair, at: tokenizer.start, "a template nested too deep, its contents unwrapped")
      flattened[.template, default: 0] += 1
      return insertVoidElement()
    }
    let node = insertElement()
    let contents = document.add(Node(kind: .fragment))
    document.append(contents, to: node)
    pushFormattingMarker()
    framesetOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func endTemplate() {
    guard hasOpenTemplate else { return }
    generateImpliedEndTagsThoroughly()
    popThrough(.template)
    clearFormattingToMarker()
    templateModes.removeLast()
    resetInsertionMode()
  }

  mutating func inTemplateStartTag() {
    let next: Mode
    switch tokenizer.tag {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      _ = startHeadElement()
      return
    case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
    case .col: next = .inColumnGroup
    case .tr: next = .inTableBody
    case .td, .th: next = .inRow
    default: next = .inBody
    }
    if !templateModes.isEmpty { templateModes[templateModes.count - 1] = next }
    mode = next
    startTag()
  }

  mutating func inTemplateEndTag() {
    if tokenizer.tag == .template { endTemplate() }
  }
}
