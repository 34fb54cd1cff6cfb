public import HTML
public import Model

/// Markdown with what had to be said about writing it.
public struct MarkdownText: Sendable {
  /// The Markdown in UTF-8; ends with a newline unless it is empty.
  public var bytes: [UInt8]
  /// What was left out, kept as HTML or written otherwise than wished.
  public var findings: [Finding]

  /// Makes a text of its parts.
  public init(bytes: [UInt8], findings: [Finding] = []) {
    self.bytes = bytes
    self.findings = findings
  }
}

/// Writes an HTML tree as Markdown: CommonMark with GFM's tables, strikethrough and task lists.
///
/// What Markdown cannot say is kept as clean HTML. With the self-check, which is on unless turned off, each block is rendered again by
/// libcmark-gfm and compared with the tree, so the text, its breaks and its structure are those of the document, or a finding says so.
///
///     let text = MarkdownWriter().write(document, from: document.root)
public struct MarkdownWriter: Sendable {
  private let options: MarkdownOptions

  /// Makes a writer.
  public init(options: MarkdownOptions = MarkdownOptions()) { self.options = options }

  /// Writes what stands below `node`, together with the node itself where it is an element.
  public func write(_ document: Document, from node: NodeID) -> MarkdownText {
    let links = options.footnotes || node == document.root ? FragmentLinks(below: node, in: document) : nil
    var footnotes = Footnotes.none
    if options.footnotes, let links, !links.links.isEmpty {
      footnotes = FootnoteReader.footnotes(below: node, in: document, links: links.links)
    }
    if options.selfCheck {
      let targets = node == document.root && footnotes.isEmpty ? links?.targets : nil
      return SelfCheck(document: document, options: options, node: node, targets: targets).write(footnotes)
    }
    var writer = BlockWriter(document, options, footnotes: footnotes)
    writer.writeAll(from: node)
    if !writer.footnotesInHTML.isEmpty {
      writer = BlockWriter(document, options)
      writer.writeAll(from: node)
    }
    return MarkdownText(bytes: writer.output, findings: writer.findings.findings)
  }

  /// Writes the whole tree.
  public func write(_ document: Document) -> MarkdownText { write(document, from: document.root) }
}

extension BlockWriter {
  /// Writes everything below a node, or the node itself where it is an element.
  mutating func writeAll(from node: NodeID) {
    write(node, .plain)
    flush()
    writeNotes()
    if !output.isEmpty { output.append(0x0A) }
  }
}
