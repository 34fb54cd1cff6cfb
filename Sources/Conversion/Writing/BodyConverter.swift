internal import Bytes
internal import Content
internal import HTML
internal import Markdown
internal import Model
internal import Synchronization

/// Understands items' content once and writes it twice: as a page for the archive, as Markdown for readers.
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
    /// The page that the web archive shows; empty where none is written.
    var page: [UInt8] = []
    /// What a browser shows of the content, for lists and full-text search; empty where no archive is written.
    var text: [UInt8] = []
    var markdown: [UInt8] = []
    /// The comments as the preset wants them; nil where there are none to show.
    var comments: [UInt8]?
    var media = MediaReferences()
    var findings: [Finding]
  }

  /// Gives each item that is meant for publication its body.
  ///
  /// As in ``ItemWorker``, all items take each step together.
  func convert(_ group: inout [ItemInWork]) {
    let places = group.indices.filter { group[$0].withheld == nil }
    var drafts = places.map { understand(group[$0]) }
    for place in drafts.indices { noteMedia(of: &drafts[place]) }
    for place in drafts.indices { writeMarkdown(of: &drafts[place]) }
    for place in drafts.indices { addFrontMatter(to: &drafts[place]) }
    for place in drafts.indices { writeComments(of: &drafts[place]) }
    if plan.options.outputs.contains(.warc) {
      for place in drafts.indices { writePage(of: &drafts[place]) }
      for place in drafts.indices { writeText(of: &drafts[place]) }
    }
    for (place, draft) in zip(places, drafts) { group[place].body = draft.body }
  }

  /// An item between two steps.
  private struct Draft {
    let item: Item
    let number: Int
    let sharesAddress: Bool
    let rendered: RenderedContent
    let featured: String?
    let links: ItemLinks
    let rewriter: TargetRewriter
    let thread: CommentThread
    let comments: CommentTexts
    var body: Body
  }

  // MARK: Steps

  private func understand(_ work: ItemInWork) -> Draft {
    let item = work.item.forReading
    let renderer = ContentRenderer(lookup: lookup)
    let rendered = renderer.render(item)
    let links = ItemLinks(plan.links, permalink: item.link ?? "")
    return Draft(
      item: item, number: work.number, sharesAddress: work.sharesAddress, rendered: rendered,
      featured: item.featuredMediaID.flatMap { lookup.attachment($0) }?.url, links: links,
      rewriter: TargetRewriter(
        lookup: lookup, file: plan.layout.markdown + (plan.catalogue.path(of: work.number) ?? ""),
        links: links),
      thread: CommentThread(item.comments), comments: CommentTexts(renderer),
      body: Body(findings: rendered.findings))
  }

  private func noteMedia(of draft: inout Draft) {
    draft.body.media.add(draft.rendered.document, draft.links, plan: plan)
    if let featured = draft.featured { draft.body.media.add(featured, draft.links, plan: plan) }
  }

  private func writeMarkdown(of draft: inout Draft) {
    let text = MarkdownWriter(options: options(of: draft)).write(draft.rendered.document)
    draft.body.markdown = text.bytes
    draft.body.findings += text.findings
  }

  private func addFrontMatter(to draft: inout Draft) {
    var facts = PostFacts(
      introducing: draft.item, site: plan.site, featuredImage: draft.featured.map(draft.rewriter.target))
    facts.sharesAddress = draft.sharesAddress
    for member in plan.catalogue.translations.others(than: draft.number) {
      facts.translations.setText(member.language, draft.rewriter.target(ofItem: member.index))
    }
    let frontMatter = plan.preset.frontMatter(of: facts).bytes(as: plan.preset.format)
    draft.body.markdown = frontMatter + [UInt8(ascii: "\n")] + draft.body.markdown
  }

  private func writeComments(of draft: inout Draft) {
    let (options, texts) = (options(of: draft), draft.comments)
    let document = CommentsDocument(draft.thread) { comment in
      MarkdownWriter(options: options).write(texts.tree(of: comment)).bytes
    }
    if !document.isEmpty { draft.body.comments = document.bytes(as: plan.preset.commentsFormat) }
  }

  /// Makes the page that the web archive shows of the item.
  private func writePage(of draft: inout Draft) {
    let texts = draft.comments
    draft.body.page = pages.html(
      of: draft.item, number: draft.number, thread: draft.thread,
      bodyHTML: draft.rendered.document.htmlWithoutScripts
    ) { comment in
      texts.tree(of: comment).htmlWithoutScripts
    }
  }

  private func writeText(of draft: inout Draft) {
    let document = draft.rendered.document
    draft.body.text = document.visibleTextBytes(of: document.root)
  }

  private func options(of draft: Draft) -> MarkdownOptions {
    let rewriter = draft.rewriter
    var options = MarkdownOptions(
      dialect: plan.preset.dialect, selfCheck: plan.options.checksMarkdown
    ) { _, link in rewriter.target(of: link) }
    options.footnotes = plan.preset.dialect.hasFootnotes
    return options
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
