internal import HTML
internal import Model

/// Writes a tree, renders the Markdown again, and compares what both say; blocks that say something else are spelt otherwise.
struct SelfCheck {
  let document: Document
  let options: MarkdownOptions
  let node: NodeID
  /// The ids that links lead to in a document without footnotes, where they are known already.
  var targets: Set<String>?
  /// Texts of more bytes are compared stretch by stretch, and so long is a stretch at least.
  var stretchLength = 1 << 20

  /// How a comparison ended.
  private enum Verdict {
    case same
    /// These blocks say something else.
    case differing([Int])
    /// Each block is right for itself, but not all together.
    case entangled
  }

  func write(_ footnotes: Footnotes = .none) -> MarkdownText {
    var spellings: [Int: BlockWriter.Spelling] = [:]
    var separatesAll = false
    let targets =
      targets ?? FragmentLinks(below: document.root, in: document, except: footnotes).targets
    var writer = BlockWriter(document, options, footnotes: footnotes, targets: targets)
    // Each round turns a spelling into a safer one, so three rounds suffice: careful, HTML, separated.
    for round in 0..<4 {
      if round > 0 { writer = BlockWriter(document, options, footnotes: footnotes, targets: targets) }
      writer.spellings = spellings
      writer.separatesAll = separatesAll
      writer.writeAll(from: node)
      // Footnotes that ended up in HTML become links again, and all is counted anew.
      guard writer.footnotesInHTML.isEmpty else {
        return write(footnotes.removing(writer.footnotesInHTML, in: document))
      }
      switch verdict(on: writer) {
      case .same: return text(of: writer, spellings)
      case .differing(let blocks):
        for block in blocks { spellings[block] = spellings[block] == nil ? .careful : .html }
      case .entangled: separatesAll = true
      }
    }
    writer.findings.add(
      .markdownDiffers, .loss, at: nil, "the Markdown, rendered again, does not say quite what the page says")
    return text(of: writer, spellings)
  }

  private func text(of writer: BlockWriter, _ spellings: [Int: BlockWriter.Spelling]) -> MarkdownText {
    var findings = writer.findings
    for (block, spelling) in spellings.sorted(by: { $0.key < $1.key }) where spelling == .html {
      guard block < writer.segments.count else { continue }
      findings.add(
        .markdownFallback, .note, at: document.sourceOffset(of: writer.segments[block].node),
        "a block was written as HTML because Markdown would have said something else")
    }
    return MarkdownText(bytes: writer.output, findings: findings.findings)
  }

  private func verdict(on writer: BlockWriter) -> Verdict {
    if agreesInStretches(writer) || Self.agree(writer.output, document, from: node, options, writer.footnotes)
    {
      return .same
    }
    let meant = SignatureWalk.parts(
      of: document, from: node, cutAt: writer.segments.map(\.node), options, .written(writer.footnotes))
    let firstNote = writer.segments.count - writer.footnotes.notes.count
    var differing: [Int] = []
    for (index, segment) in writer.segments.enumerated() {
      let end = index + 1 < writer.segments.count ? writer.segments[index + 1].start : writer.output.count
      let written = Array(writer.output[segment.start..<end])
      let probe = FootnoteProbe(of: written, writer.footnotes, note: index - firstNote)
      let said = Self.signature(
        of: probe.markdown, options, hasNotes: !writer.footnotes.isEmpty, looksAt: probe.looksAt)
      if index + 1 >= meant.count || said != meant[index + 1] {
        differing.append(index)
      }
    }
    return differing.isEmpty ? .entangled : .differing(differing)
  }

  /// Whether Markdown, rendered, says what a tree says; also true where there was no memory to render it.
  static func agree(
    _ markdown: [UInt8], _ document: Document, from node: NodeID, _ options: MarkdownOptions,
    _ footnotes: Footnotes = .none
  ) -> Bool {
    guard let rendered = signature(of: markdown, options, hasNotes: !footnotes.isEmpty) else { return true }
    return SignatureWalk.parts(of: document, from: node, cutAt: [], options, .written(footnotes)) == [
      rendered
    ]
  }

  /// The signature of Markdown; `asHTML` has it told from its HTML in any case.
  static func signature(
    of markdown: [UInt8], _ options: MarkdownOptions, hasNotes: Bool,
    looksAt part: SignatureWalk.Rendered = .all, asHTML: Bool = false
  ) -> Signature? {
    let reading = CommonMarkRenderer.read(
      markdown, readsFootnotes: options.footnotes, asHTML: asHTML || hasNotes)
    switch reading {
    case nil: return nil
    case .signature(let signature): return signature
    case .html(let html):
      let rendered = Document(fragment: html)
      return SignatureWalk.parts(
        of: rendered, from: rendered.root, cutAt: [], MarkdownOptions(),
        // Where there should be none, what became one all the same is a link and a list: something else.
        hasNotes ? .rendered(part) : .written(.none)
      ).first
    }
  }
}
