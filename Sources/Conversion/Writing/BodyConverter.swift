internal import Bytes
internal import Content
internal import HTML
internal import Markdown
internal import Model
internal import Synchronization

/// Understands an item's content once and writes it twice: as a page for the archive, as Markdown for readers.
struct BodyConverter {
  let plan: RunPlan
  let lookup: SourceLookup
  private let pages: ReadingPage

  init(plan: RunPlan, lookup: SourceLookup) {
    self.plan = plan
    self.lookup = lookup
    pages = ReadingPage(plan: plan)
  }

  /// What was made of an item.
  struct Body {
    var page: [UInt8]
    /// What a browser shows of the content, for lists and full-text search; empty where no archive is written.
    var text: [UInt8]
    var markdown: [UInt8]
    /// The comments as the preset wants them; nil where there are none to show.
    var comments: [UInt8]?
    var media: MediaReferences
    var findings: [Finding]
  }

  /// Converts the item with the given number; `sharesAddress` tells that an earlier one has its permalink.
  func convert(_ item: Item, number: Int, sharesAddress: Bool) -> Body {
    let renderer = ContentRenderer(lookup: lookup)
    let rendered = renderer.render(item)
    let featured = item.featuredMediaID.flatMap { lookup.attachment($0) }?.url
    var media = MediaReferences()
    let links = ItemLinks(plan.links, permalink: item.link ?? "")
    media.add(rendered.document, links, plan: plan)
    if let featured { media.add(featured, links, plan: plan) }

    let rewriter = TargetRewriter(
      lookup: lookup, file: plan.layout.markdown + (plan.catalogue.path(of: number) ?? ""), links: links)
    var options = MarkdownOptions(
      dialect: plan.preset.dialect, selfCheck: plan.options.checksMarkdown
    ) { _, link in rewriter.target(of: link) }
    options.footnotes = plan.preset.dialect.hasFootnotes
    let text = MarkdownWriter(options: options).write(rendered.document)
    var facts = PostFacts(introducing: item, site: plan.site, featuredImage: featured.map(rewriter.target))
    facts.sharesAddress = sharesAddress
    for member in plan.catalogue.translations.others(than: number) {
      facts.translations.setText(member.language, rewriter.target(ofItem: member.index))
    }
    let frontMatter = plan.preset.frontMatter(of: facts).bytes(as: plan.preset.format)
    let thread = CommentThread(item.comments)
    let texts = CommentTexts(renderer)
    let comments = CommentsDocument(thread) { [options] comment in
      MarkdownWriter(options: options).write(texts.tree(of: comment)).bytes
    }
    return Body(
      page: page(of: item, number: number, showing: rendered.document, thread: thread, texts: texts),
      text: hasArchive ? rendered.document.visibleTextBytes(of: rendered.document.root) : [],
      markdown: frontMatter + [UInt8(ascii: "\n")] + text.bytes,
      comments: comments.isEmpty ? nil : comments.bytes(as: plan.preset.commentsFormat),
      media: media, findings: rendered.findings + text.findings)
  }

  private var hasArchive: Bool { plan.options.outputs.contains(.warc) }

  /// The page that the web archive shows of the item.
  private func page(
    of item: Item, number: Int, showing document: Document, thread: CommentThread, texts: CommentTexts
  ) -> [UInt8] {
    guard hasArchive else { return [] }
    return pages.html(of: item, number: number, thread: thread, bodyHTML: document.htmlWithoutScripts) {
      comment in
      texts.tree(of: comment).htmlWithoutScripts
    }
  }
}

/// The trees of an item's comments, each made once for the page and the Markdown.
private final class CommentTexts: Sendable {
  private let renderer: ContentRenderer
  /// The trees by the places where the comments stand, with what they were made of.
  private let known = Mutex<[Int: (raw: String, tree: Document)]>([:])

  init(_ renderer: ContentRenderer) { self.renderer = renderer }

  func tree(of comment: Comment) -> Document {
    let (place, raw) = (comment.provenance?.range.offset ?? -1, comment.content)
    return known.withLock { known in
      if let (text, tree) = known[place], text == raw { return tree }
      let tree = renderer.render(comment: raw)
      known[place] = (raw, tree)
      return tree
    }
  }
}

extension Document {
  /// The HTML without what would run in a reader's browser: an archive's page shows, it does not act.
  fileprivate var htmlWithoutScripts: [UInt8] { html(of: root, without: .script) }
}
