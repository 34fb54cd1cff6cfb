internal import HTML
internal import Model

extension BlockWriter {
  mutating func writeChildren(of node: NodeID, _ style: InlineStyle) {
    var child = document.firstChild(of: node)
    while let current = child {
      write(current, style)
      child = document.nextSibling(of: current)
    }
  }

  mutating func write(_ node: NodeID, _ style: InlineStyle) {
    if !footnotes.isEmpty, writeFootnote(at: node, style) { return }
    switch document.kind(of: node) {
    case .text:
      let text = footnotes.text(of: node, in: document)
      content.append(text.span, node: node, style: style)
    case .element:
      if document.namespace(of: node) == .html {
        writeElement(node, document.tag(of: node), style)
      } else {
        content.append(.object(node), node: node, style: style)
      }
    case .comment: writeComment(node, style)
    case .document, .fragment: writeChildren(of: node, style)
    case .doctype: break
    }
  }

  private mutating func writeElement(_ node: NodeID, _ tag: Tag, _ style: InlineStyle) {
    let role = ElementRole.of(tag)
    if role.isBlock {
      if isPhrase {
        content.appendBoundary(node: node, style: style)
        writeAnchor(of: node, style)
        writeChildren(of: node, style)
        content.appendBoundary(node: node, style: style)
      } else {
        flush()
        writeAnchor(of: node, style)
        writeBlock(node, tag, role, style)
      }
      return
    }
    if role != .link { writeAnchor(of: node, style) }
    switch role {
    case .transparent: writeChildren(of: node, style)
    case .strong: writeChildren(of: node, style.adding(.strong))
    case .emphasis: writeChildren(of: node, style.adding(.emphasis))
    case .deletion: writeChildren(of: node, style.adding(.deletion))
    case .code: writeChildren(of: node, style.adding(.code))
    case .inlineHTML: writeInlineHTML(node, style)
    case .inlineObject: writeObject(node, tag, style)
    case .link: writeLink(node, style)
    case .image: content.append(.image(node), node: node, style: style)
    case .lineBreak: content.appendLineBreak(node: node, style: style)
    case .optionalBreak: content.appendMarkup(Array("<wbr>".utf8), node: node, style: style)
    case .hidden: noteHidden(node, tag)
    default: break
    }
  }

  private mutating func writeInlineHTML(_ node: NodeID, _ style: InlineStyle) {
    let tags = HTMLTagWriter(document: document, options: options)
    let kind = InlineWrapper.Kind.tags(
      name: Array(document.name(of: node).utf8), opening: tags.opening(of: node))
    writeChildren(of: node, content.addWrapper(kind, in: style))
  }

  private mutating func writeLink(_ node: NodeID, _ style: InlineStyle) {
    guard let href = document.attributeBytes(.href, of: node) else {
      writeAnchor(of: node, style, always: true)
      return writeChildren(of: node, style)
    }
    writeAnchor(of: node, style)
    guard !isInLink(style) else { return writeChildren(of: node, style) }
    guard let target = LinkTarget.read(href, as: .link, options) else {
      findings.add(
        .scriptTarget, .repair, at: document.sourceOffset(of: node),
        "a link that would run a script became text")
      return writeChildren(of: node, style)
    }
    let title = LinkTarget.words(.title, of: node, in: document)
    let inner = content.addWrapper(.link(destination: target, title: title), in: style)
    let before = (content.runsGathered, output.count)
    writeChildren(of: node, inner)
    if before == (content.runsGathered, output.count) {
      content.append(.empty, node: node, style: InlineStyle(wrapper: inner.wrapper))
    }
  }

  private func isInLink(_ style: InlineStyle) -> Bool {
    var wrapper = style.wrapper
    while let current = wrapper {
      if content.wrappers[current].isLink { return true }
      wrapper = content.wrappers[current].parent
    }
    return false
  }

  private mutating func writeObject(_ node: NodeID, _ tag: Tag, _ style: InlineStyle) {
    if tag == .input, container.isItem, container.last == nil, content.isEmpty, !isPhrase,
      document.attribute("type", of: node)?.lowercased() == "checkbox"
    {
      let isChecked = document.hasAttribute("checked", of: node)
      content.append(.taskBox(isChecked: isChecked), node: node, style: .plain)
      return
    }
    noteFootnotes(keptAsHTML: node)
    content.append(.object(node), node: node, style: style)
  }

  /// Keeps the name of a place that links lead to.
  mutating func writeAnchor(of node: NodeID, _ style: InlineStyle, always: Bool = false) {
    guard always || !targets.isEmpty else { return }
    let name = document.attribute(.id, of: node) ?? (always ? document.attribute(.name, of: node) : nil)
    guard let name, !name.isEmpty, always || targets.contains(name) else { return }
    var anchor = Array("<a id=\"".utf8)
    HTMLTagWriter.escapeAttribute(Array(name.utf8), to: &anchor)
    anchor.append(contentsOf: "\"></a>".utf8)
    content.appendMarkup(anchor, node: node, style: style)
  }

  private mutating func noteHidden(_ node: NodeID, _ tag: Tag) {
    switch tag {
    case .script, .style, .template, .noembed, .noframes:
      findings.add(
        .scriptLeftOut, .note, at: document.sourceOffset(of: node),
        "the contents of <\(document.name(of: node))> were left out")
    default: break
    }
  }

  /// WordPress's marks are kept, blocks' delimiters go without a word, other comments are counted.
  private mutating func writeComment(_ node: NodeID, _ style: InlineStyle) {
    let text = document.text(of: node)
    let word = text.drop { $0 == " " }
    if word.hasPrefix("wp:") || word.hasPrefix("/wp:") { return }
    guard word == "more" || word.hasPrefix("more ") || word == "nextpage" || word == "noteaser",
      !text.contains("--")
    else {
      findings.add(.commentLeftOut, .note, at: document.sourceOffset(of: node), "a comment was left out")
      return
    }
    let mark = Array("<!--\(text)-->".utf8)
    if isPhrase || container.last != nil && depth > 0 || isInsideLine(node) {
      content.appendMarkup(mark, node: node, style: .plain)
    } else {
      flush()
      beginBlock(.other, at: node)
      output.append(contentsOf: mark)
    }
  }

  /// Whether text of the same line stands on both sides.
  private func isInsideLine(_ node: NodeID) -> Bool {
    guard let last = content.runs.last, !last.isLineBreak, let next = document.nextSibling(of: node) else {
      return false
    }
    return !document.isElement(next)
      || !ElementRole.of(document.tag(of: next)).isBlock && !document.isElement(next, .br)
  }
}
