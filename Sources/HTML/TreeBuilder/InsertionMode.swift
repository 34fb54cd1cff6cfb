internal import Model

/// Beginning, ending and finding the mode again (sections 13.2.4.1, 13.2.6.5 and 13.4).
extension TreeBuilder {
  /// Resets the insertion mode appropriately.
  mutating func resetInsertionMode() {
    for (index, element) in open.enumerated().reversed() {
      let isLast = index == 0
      let tag = isLast ? context ?? element.tag : element.tag
      guard element.namespace == .html || isLast else { continue }
      if let found = insertionMode(in: tag, isLast: isLast) {
        mode = found
        return
      }
    }
    mode = .inBody
  }

  private func insertionMode(in tag: Tag, isLast: Bool) -> Mode? {
    switch tag {
    case .td, .th: isLast ? .inBody : .inCell
    case .tr: .inRow
    case .tbody, .thead, .tfoot: .inTableBody
    case .caption: .inCaption
    case .colgroup: .inColumnGroup
    case .table: .inTable
    case .template: templateModes.last ?? .inBody
    case .head: isLast ? .inBody : .inHead
    case .body: .inBody
    case .frameset: .inFrameset
    case .html: head == .none ? .beforeHead : .afterHead
    default: isLast ? .inBody : nil
    }
  }

  /// Begins a fragment as if it stood in an element of that tag.
  mutating func startFragment(in context: Tag, _ namespace: Namespace) {
    var html = Node(kind: .element)
    html.tag = .html
    let root = document.add(html)
    document.append(root, to: .root)
    push(root, .html)
    if namespace != .html {
      // The "adjusted current node": while nothing else is open, the context stands for the root.
      open[0] = OpenElement(
        node: root, tag: context, namespace: namespace, categories: .ofForeign(context, namespace))
      return resetInsertionMode()
    }
    if context == .template { templateModes.append(.inTemplate) }
    resetInsertionMode()
    switch context {
    case .title, .textarea: tokenizer.contentModel = .escapableRawText
    case .style, .xmp, .iframe, .noembed, .noframes, .script: tokenizer.contentModel = .rawText
    case .plaintext: tokenizer.contentModel = .plainText
    default: break
    }
    tokenizer.rawEnd = tokenizer.source.count
  }

  // MARK: The end

  mutating func endOfFile() {
    switch mode {
    case .initial: initialAnythingElse { $0.endOfFile() }
    case .beforeHTML: beforeHTMLAnythingElse { $0.endOfFile() }
    case .beforeHead: beforeHeadAnythingElse { $0.endOfFile() }
    case .inHead, .inHeadNoscript, .afterHead: leaveHead { $0.endOfFile() }
    case .inColumnGroup:
      if currentIs(.colgroup) { leaveHead { $0.endOfFile() } } else { endOfBody() }
    case .text:
      pop()
      mode = originalMode
      endOfFile()
    case .inTableText: leaveTableText { $0.endOfFile() }
    default: endOfBody()
    }
  }

  /// Closes the templates still open, one after another, and ends.
  private mutating func endOfBody() {
    if hasOpenTemplate {
      popThrough(.template)
      clearFormattingToMarker()
      templateModes.removeLast()
      resetInsertionMode()
      return endOfFile()
    }
    while open.count > 1 { pop() }
    isDone = true
  }

  /// Gives the finished tree its last touches.
  mutating func finish() {
    lateAttributes.apply(to: &document)
    if context != nil, let html = document.firstChild(of: .root) {
      document.moveChildren(of: html, to: .root)
      document.remove(html)
    }
    document.findings = tokenizer.log.findings.sorted { ($0.offset ?? 0) < ($1.offset ?? 0) }
  }
}
