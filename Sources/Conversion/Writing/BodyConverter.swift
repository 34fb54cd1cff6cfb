internal import Bytes
internal import Content
internal import HTML
internal import Markdown
internal import Model

/// Understands an item's content once and writes it twice: as a page for the archive, as Markdown for readers.
struct BodyConverter {
  let plan: RunPlan

  /// What was made of an item.
  struct Body {
    var page: [UInt8]
    var markdown: [UInt8]
    var findings: [Finding]
  }

  /// Converts the item with the given number.
  func convert(_ item: Item, number: Int) -> Body {
    let lookup = SourceLookup(plan: plan)
    let renderer = ContentRenderer(lookup: lookup)
    let rendered = renderer.render(item)
    var document = Document(archivalFragment: rendered.html, context: .body)
    var findings = rendered.findings + document.findings
    let text = MarkdownWriter(
      options: MarkdownOptions(selfCheck: plan.options.checksMarkdown)
    ).write(document, from: document.root)
    findings += text.findings
    document.removeScripts()
    let page = ReadingPage.html(
      of: item, link: item.link ?? "", bodyHTML: document.html(of: document.root), site: plan.site
    ) { raw in
      let comment = renderer.render(Array(raw.utf8))
      var document = Document(archivalFragment: comment.html, context: .body)
      document.removeScripts()
      return document.html(of: document.root)
    }
    let frontMatter = PostFrontMatter.bytes(
      of: item, featuredImage: item.featuredMediaID.flatMap { lookup.attachment($0) }?.url, site: plan.site)
    return Body(page: page, markdown: frontMatter + text.bytes, findings: findings)
  }
}

extension Document {
  /// Removes what would run in a reader's browser: an archive's page shows, it does not act.
  fileprivate mutating func removeScripts() {
    for node in Array(descendants(of: root)) where isElement(node, .script) { remove(node) }
  }
}
