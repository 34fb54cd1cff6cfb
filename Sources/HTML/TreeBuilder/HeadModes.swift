/// The insertion modes up to the body (sections 13.2.6.4.1 to 13.2.6.4.6).
extension TreeBuilder {
  typealias Handler = (inout TreeBuilder) -> Void

  mutating func initialAnythingElse(then handle: Handler) {
    document.mode = .quirks
    mode = .beforeHTML
    handle(&self)
  }

  // MARK: Before html

  mutating func beforeHTMLStartTag() {
    guard tokenizer.tag == .html else { return beforeHTMLAnythingElse { $0.startTag() } }
    let html = makeElement(.html)
    document.append(html, to: .root)
    push(html, .html)
    mode = .beforeHead
  }

  mutating func beforeHTMLAnythingElse(then handle: Handler) {
    var node = Node(kind: .element)
    node.tag = .html
    node.offset = UInt32(truncatingIfNeeded: tokenizer.start)
    let html = document.add(node)
    document.append(html, to: .root)
    push(html, .html)
    mode = .beforeHead
    handle(&self)
  }

  // MARK: Before head

  mutating func beforeHeadStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .head:
      head = insertElement()
      mode = .inHead
    default: beforeHeadAnythingElse { $0.startTag() }
    }
  }

  mutating func beforeHeadAnythingElse(then handle: Handler) {
    head = insertImpliedElement(.head)
    mode = .inHead
    handle(&self)
  }

  // MARK: In head

  mutating func inHeadStartTag() {
    if tokenizer.tag == .head { return }
    if !startHeadElement() { leaveHead { $0.startTag() } }
  }

  /// Handles a start tag that means the same in the head and in the body; false for any other.
  mutating func startHeadElement() -> Bool {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .base, .basefont, .bgsound, .link, .meta: insertVoidElement()
    case .title: startRawText(.escapableRawText)
    case .noframes, .style: startRawText(.rawText)
    case .script: startRawText(.rawText)
    case .noscript where mode != .inBody && mode != .inTemplate:
      insertElement()
      mode = .inHeadNoscript
    case .template: startTemplate()
    default: return false
    }
    return true
  }

  /// Inserts an element that holds nothing but text.
  mutating func startRawText(_ model: Tokenizer.ContentModel) {
    guard tokenizer.enterRawText(of: tokenizer.tag, model) else { return insertVoidElement() }
    insertElement()
    originalMode = mode
    mode = .text
  }

  mutating func textEndTag() {
    pop()
    mode = originalMode
  }

  /// Leaves the head, or a `colgroup`, for something that may not stand there.
  mutating func leaveHead(then handle: Handler) {
    switch mode {
    case .inHead:
      pop()
      mode = .afterHead
    case .inHeadNoscript:
      pop()
      mode = .inHead
    case .inColumnGroup:
      guard currentIs(.colgroup) else { return }
      pop()
      mode = .inTable
    default:
      insertImpliedElement(.body)
      mode = .inBody
    }
    handle(&self)
  }

  mutating func inHeadNoscriptStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .basefont, .bgsound, .link, .meta, .noframes, .style: _ = startHeadElement()
    case .head, .noscript: break
    default: leaveHead { $0.startTag() }
    }
  }

  // MARK: After head

  mutating func afterHeadStartTag() {
    switch tokenizer.tag {
    case .html: inBodyStartTag()
    case .body:
      insertElement()
      framesetOK = false
      mode = .inBody
    case .frameset:
      insertElement()
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      // It still belongs to the head, which is on the stack as long as that takes.
      push(head, .head)
      _ = startHeadElement()
      if let index = open.lastIndex(where: { $0.node == head }) { open.remove(at: index) }
    case .head: break
    default: leaveHead { $0.startTag() }
    }
  }

  // MARK: End tags

  /// End tags before the body begins.
  mutating func headEndTag() {
    switch (mode, tokenizer.tag) {
    case (.inHead, .head):
      pop()
      mode = .afterHead
    case (.inHeadNoscript, .noscript):
      pop()
      mode = .inHead
    case (.inHead, .template), (.afterHead, .template): endTemplate()
    case (.beforeHTML, .head), (.beforeHTML, .body), (.beforeHTML, .html), (.beforeHTML, .br):
      beforeHTMLAnythingElse { $0.endTag() }
    case (.beforeHead, .head), (.beforeHead, .body), (.beforeHead, .html), (.beforeHead, .br):
      beforeHeadAnythingElse { $0.endTag() }
    case (.inHead, .body), (.inHead, .html), (.inHead, .br), (.afterHead, .body), (.afterHead, .html),
      (.afterHead, .br), (.inHeadNoscript, .br):
      leaveHead { $0.endTag() }
    default: break
    }
  }
}
