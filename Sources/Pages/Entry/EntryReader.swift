import Bytes
import HTML
import Model

/// Reads one entry out of the element that holds it: an excerpt of a listing, or the post of a single page.
struct EntryReader {
  let page: PageContext
  /// The element that holds the entry.
  let element: Int
  /// Whether the element shows the whole post.
  let isWhole: Bool
  /// What the post's own element tells of it.
  var marks: PostMarks
  /// Elements of the text that are none of it, besides those the profile names.
  var leftOut: [Int] = []
  /// The element of the text, the title's, and the link to the whole post.
  private(set) var textElement: Int?
  private(set) var titleElement: Int?
  private(set) var moreElement: Int?
  var evidence: [Evidence] = []

  /// An entry, and the part of the page's tree that is its text.
  struct Reading {
    var entry: PageEntry
    /// The node whose contents are the text, without the nodes left out; nil where the entry's text is made of lines.
    var text: (root: NodeID, excluded: NodeSet)?
  }

  init(page: PageContext, element: Int, isWhole: Bool) {
    self.page = page
    self.element = element
    self.isWhole = isWhole
    marks = PostMarks(of: element, in: page.tree)
  }

  /// The elements inside the entry.
  var inside: Range<Int> { page.tree.inside(element) }

  mutating func read() -> Reading {
    textElement = findText()
    titleElement = findTitle()
    let title = titleElement.map(titleText)
    moreElement = findMore(title: title)
    var entry = PageEntry(item: Item(provenance: provenance))
    entry.item.title = title
    entry.item.rawTitle = title
    entry.item.isPartial = !isWhole
    entry.item.kicker = kicker()
    readAddress(into: &entry)
    readMarks(into: &entry)
    readDate(into: &entry)
    readAuthor(into: &entry)
    readTerms(into: &entry)
    readComments(into: &entry)
    entry.thumbnail = thumbnail()
    readMore(title: title, into: &entry)
    let text = readText(into: &entry)
    entry.evidence = evidence
    return Reading(entry: entry, text: text)
  }

  private var provenance: Provenance {
    let start = page.offset(element) ?? page.source.offset
    let end = page.tree.elements[element].end
    let next = end < page.tree.elements.count ? page.offset(end) : nil
    return Provenance(
      input: page.source.input, inputIndex: page.source.inputIndex,
      range: ByteRange(from: start, to: max(start, next ?? start)))
  }

  /// The first element inside the entry that a part's selectors pick, and that is wanted; noted as evidence.
  mutating func find(
    _ part: ThemeProfile.Part, where isWanted: (EntryReader, Int) -> Bool = { _, _ in true }
  ) -> Int? {
    let reader = self
    let found = page.tree.first(page.profile[part], in: inside) {
      !reader.page.isAside($0) && isWanted(reader, $0)
    }
    guard let found else { return nil }
    note(part.rawValue, found.selector.description, found.element)
    return found.element
  }

  mutating func note(_ part: String, _ rule: String, _ element: Int) {
    evidence.append(Evidence(source: part, value: rule, offset: page.offset(element)))
  }

  /// Whether an element is the entry's text or inside it.
  ///
  /// Kubrick prints its own lines inside the text's element: these are none of it.
  func isInText(_ element: Int) -> Bool {
    guard let textElement, page.tree.with(textElement).contains(element) else { return false }
    return !page.tree.chain(from: element).prefix { $0 != textElement }.contains {
      page.linesInText.contains($0)
    }
  }

  static let linesInText = [
    ".postmetadata", ".entry-meta", ".entry-utility", ".post-meta", ".postmeta", ".entry-footer",
  ].compactMap(Selector.init)

  /// Whether an element is the entry's title or inside it.
  func isInTitle(_ element: Int) -> Bool {
    titleElement.map { page.tree.with($0).contains(element) } ?? false
  }

  /// The nodes of words that only a screen reader speaks.
  func hidden(in element: Int) -> NodeSet {
    NodeSet(Self.hidden.flatMap { page.tree.all($0, in: page.tree.inside(element)) }.map(page.node))
  }

  private static let hidden = [".screen-reader-text", ".assistive-text", ".sr-only", ".visually-hidden"]
    .compactMap(Selector.init)

  private mutating func findText() -> Int? {
    // A single page may print the excerpt above the content.
    let isBrief = isWhole ? page.profile[.text].filter { Self.brief.contains($0.description) } : []
    return find(.text) { reader, element in
      if reader.page.tree.matches(element, anyOf: isBrief) { return false }
      // Not what a theme calls "content" around title and text alike.
      let tree = reader.page.tree
      return tree.first(Self.titleSelectors, in: tree.inside(element)) == nil
        || tree.has(element, class: Self.entryContent)
    }
  }

  private static let entryContent = ClassName("entry-content")

  private static let brief: Set<String> = [
    ".entry-summary", ".wp-block-post-excerpt", ".p-summary", ".post-excerpt", ".excerpt",
  ]
  static let titleSelectors = [".entry-title", ".wp-block-post-title", ".post-title"].compactMap(
    Selector.init)

  private mutating func readMarks(into entry: inout PageEntry) {
    let bodyMarks = isWhole ? BodyMarks(page.tree) : BodyMarks()
    entry.item.id = marks.id ?? bodyMarks.postID ?? WebAddress(entry.item.link ?? "")?.parameter("p")
    if entry.item.id == nil, let more = moreElement,
      let id = page.target(of: more)?.fragment.flatMap({ $0.hasPrefix("more-") ? $0.dropFirst(5) : nil })
    {
      entry.item.id = String(id)
    }
    entry.item.type = marks.type
    entry.item.status = marks.status
    if let format = marks.format {
      entry.item.terms.append(
        TermReference(taxonomy: "post_format", slug: "post-format-\(format)", name: format))
    }
    entry.isSticky = marks.isSticky || page.tree.first(page.profile[.sticky], in: inside) != nil
    if entry.isSticky { entry.item.sticky = "1" }
  }

  private func thumbnail() -> String? {
    guard let image = page.tree.first(page.profile[.thumbnail], in: inside)?.element else { return nil }
    for name in ["data-src", "data-lazy-src", "data-original", "src"] {
      guard let value = page.document.attribute(name, of: page.node(image)), !value.trimmed.isEmpty else {
        continue
      }
      let address = page.address(value)
      if !address.hasPrefix("data:") { return address }
    }
    return nil
  }
}
