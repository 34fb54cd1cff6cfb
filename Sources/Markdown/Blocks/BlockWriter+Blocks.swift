internal import HTML
internal import Model

extension BlockWriter {
  mutating func writeBlock(_ node: NodeID, _ tag: Tag, _ role: ElementRole, _ style: InlineStyle) {
    switch role {
    case .heading: return writeHeading(node, tag, style)
    case .block:
      writeChildren(of: node, style)
      return flush()
    default: flush()
    }
    // What the self-check refused is written as HTML.
    if depth == 0, spellings[segments.count] == .html, role != .rule { return writeHTMLBlock(node, style) }
    switch role {
    case .quote: writeQuote(node, style)
    case .list: writeList(node, tag, style)
    case .listItem: writeLooseItems(from: node, style)
    case .preformatted: writePreformatted(node, style)
    case .table: writeTable(node, style)
    case .rule: writeRule(node)
    case .details: writeDetails(node, style)
    default: writeHTMLBlock(node, style)
    }
  }

  private mutating func writeQuote(_ node: NodeID, _ style: InlineStyle) {
    let before = (output.count, segments.count, container)
    beginBlock(.quote, at: node)
    output.append(contentsOf: "> ".utf8)
    if !inContainer(Container(), prefix: "> ".utf8, { $0.writeChildren(of: node, style) }) {
      output.removeSubrange(before.0...)
      segments.removeSubrange(before.1...)
      container = before.2
    }
  }

  private mutating func writeRule(_ node: NodeID) {
    beginBlock(.other, at: node)
    // At the beginning of a document `---` would open front matter, in an item it would lengthen the marker.
    let mark = output.isEmpty ? "***" : output.last == 0x20 ? "___" : "---"
    output.append(contentsOf: mark.utf8)
  }

  /// Keeps an element as HTML, on lines of its own.
  mutating func writeHTMLBlock(_ node: NodeID, _ style: InlineStyle) {
    noteFootnotes(keptAsHTML: node)
    beginBlock(.other, at: node)
    var html = HTMLFragmentWriter(document, options, isInline: false)
    let wrappers = openTags(of: style)
    if !wrappers.isEmpty {
      html.append("<div>".utf8)
      for wrapper in wrappers { html.append(wrapper.opening) }
    }
    html.write(node)
    html.trim()
    if !wrappers.isEmpty {
      for wrapper in wrappers.reversed() { html.append(wrapper.closing) }
      html.append("</div>".utf8)
    }
    appendLines(HTMLBlockForm.standalone(html.output))
    findings.add(
      .keptAsHTML, .note, at: document.sourceOffset(of: node), "<\(document.name(of: node))> was kept as HTML"
    )
  }

  /// The tags for a style that goes on into a block kept as HTML, outermost first.
  private func openTags(of style: InlineStyle) -> [(opening: [UInt8], closing: [UInt8])] {
    var tags: [(opening: [UInt8], closing: [UInt8])] = []
    var wrapper = style.wrapper
    while let current = wrapper {
      var (opening, closing): ([UInt8], [UInt8]) = ([], [])
      InlineHTML.open(content.wrappers[current], to: &opening)
      InlineHTML.close(content.wrappers[current], to: &closing)
      tags.insert((opening, closing), at: 0)
      wrapper = content.wrappers[current].parent
    }
    for (kind, name) in [(InlineStyle.Emphasis.strong, "strong"), (.emphasis, "em"), (.deletion, "del")]
    where style.emphasis.contains(kind) {
      tags.append((Array("<\(name)>".utf8), Array("</\(name)>".utf8)))
    }
    return tags
  }

  /// A disclosure: its tags on lines of their own, what it hides as Markdown between them.
  private mutating func writeDetails(_ node: NodeID, _ style: InlineStyle) {
    guard options.dialect.readsMarkdownBetweenTags, style == .plain,
      let summary = document.children(of: node).first(where: { document.isElement($0, .summary) })
    else { return writeHTMLBlock(node, style) }
    beginBlock(.other, at: node)
    let tags = HTMLTagWriter(document: document, options: options)
    appendLines(tags.opening(of: node))
    endLine()
    noteFootnotes(keptAsHTML: summary)
    appendLines(HTMLFragmentWriter.html(of: summary, in: document, options, isInline: false))
    depth += 1
    for child in document.children(of: node) where child != summary { write(child, style) }
    flush()
    depth -= 1
    endLine(blank: true)
    appendLines(tags.closing(of: node))
    container.last = .other
  }
}
