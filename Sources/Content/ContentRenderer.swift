public import HTML
public import Model

/// Understands raw post content: blocks, shortcodes and classic paragraphs become one HTML fragment.
///
/// It goes WordPress's own way from text to text: blocks, then paragraphs, then shortcodes. A renderer keeps no state
/// between posts and may be used by any number of tasks at once.
public struct ContentRenderer: Sendable {
  /// What the renderer does beyond or instead of what WordPress does.
  public struct Options: Sendable, Hashable {
    /// Give text that stands outside of blocks paragraphs, which WordPress does not in a post that has blocks.
    public var givesFreeformParagraphs = true
    /// The one language to show of a text that is kept in several at once, where it has that; nil for all, in order.
    public var language: String?

    /// Makes the usual options.
    public init() {}
  }

  let lookup: any ContentLookup
  let options: Options

  /// Makes a renderer that asks `lookup` about the rest of the site.
  public init(lookup: some ContentLookup, options: Options = Options()) {
    self.lookup = lookup
    self.options = options
  }

  /// Renders an item's content.
  public func render(_ item: Item) -> RenderedContent {
    render(Array((item.content ?? "").utf8), id: item.id, meta: item.meta)
  }

  /// Renders raw content, UTF-8, of the item with that id and those custom fields.
  public func render(_ content: [UInt8], id: String? = nil, meta: [MetaEntry] = []) -> RenderedContent {
    guard let split = LanguageSplit(content) else { return renderOne(content, id: id, meta: meta) }
    let versions = split.versions.map { ($0.language, renderOne(Array($0.text.utf8), id: id, meta: meta)) }
    var rendered = versions.first { $0.0 == options.language }?.1 ?? together(versions)
    rendered.languages = versions.map { .init(language: $0.0, html: $0.1.html, document: $0.1.document) }
    rendered.usage = NotationUsage()
    var tally = FindingTally()
    tally.add(
      .severalLanguages, .note,
      "the text is kept in several languages at once: \(versions.map(\.0).joined(separator: ", "))")
    for (_, version) in versions {
      rendered.usage.add(version.usage)
      for finding in version.findings { tally.add(finding) }
    }
    rendered.findings = tally.findings
    return rendered
  }

  /// All versions of a text in one, each in an element that names its language.
  private func together(_ versions: [(language: String, content: RenderedContent)]) -> RenderedContent {
    var rendered = RenderedContent()
    for (language, content) in versions {
      if rendered.html.isEmpty { rendered.marks = content.marks }
      rendered.html += "<div lang=\"\(language)\">".utf8 + content.html + "</div>\n".utf8
    }
    rendered.document = tree(of: rendered.html).document
    return rendered
  }

  /// Renders a comment's text: paragraphs and line breaks, and nothing else of a post's notation.
  public func render(comment content: String) -> Document {
    Document(archivalFragment: AutomaticParagraphs.apply(to: Array(content.utf8)))
  }

  /// Renders content that is in one language.
  private func renderOne(_ content: [UInt8], id: String?, meta: [MetaEntry]) -> RenderedContent {
    var rendering = Rendering(lookup: lookup, options: options, id: id, meta: meta)
    var rendered = RenderedContent()
    rendered.html = rendering.html(of: content)
    let tree = tree(of: rendered.html)
    rendered.document = tree.document
    rendered.marks = rendering.marks
    rendered.usage = rendering.usage
    for finding in tree.document.findings + tree.findings { rendering.tally.add(finding) }
    rendered.findings = rendering.tally.findings
    return rendered
  }

  private func tree(of html: [UInt8]) -> (document: Document, findings: [Finding]) {
    var document = Document(archivalFragment: html)
    let nodes = NodeSurvey(of: document)
    EmbedLinks.apply(to: &document, at: nodes.addresses)
    CodeLanguages.apply(to: &document, of: nodes.codeBlocks)
    LazyImages.apply(to: &document, images: nodes.images)
    let findings = MissingImages.apply(to: &document, images: nodes.images)
    return (document, findings)
  }
}
