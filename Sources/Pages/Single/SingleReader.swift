import Bytes
import HTML
import Model

/// Reads the one post of a single page, with its comments and neighbours.
struct SingleReader {
  let page: PageContext
  let marks: BodyMarks

  /// Reads the candidate that is the page's post, or what holds the page's text.
  func read(candidates: (elements: [Int], selector: Selector)?, into reading: inout PageReading) {
    let elements = candidates?.elements ?? []
    let own = elements.first { PostMarks.id(of: $0, in: page.tree) == marks.postID && marks.postID != nil }
    if let element = own ?? elements.first {
      read(element, rule: candidates?.selector.description ?? "", into: &reading)
    } else if let element = container() {
      read(element, rule: "what holds the page's text", into: &reading)
    } else {
      readPlain(into: &reading)
    }
  }

  /// What holds title and text where no element is marked as the post: block themes have none.
  private func container() -> Int? {
    let tree = page.tree
    guard let text = tree.first(page.profile[.text], in: tree.all, where: { !page.isAside($0) })?.element
    else { return nil }
    return tree.chain(from: text).dropFirst().first { outer in
      tree.isOne(outer, of: Self.bounds) || tree.first(page.profile[.title], in: tree.inside(outer)) != nil
    }
  }

  /// The post's element; or what holds it and its title, where a theme prints the title far above it.
  private func scope(around element: Int) -> Int {
    let tree = page.tree
    let isTitle = { (place: Int) in !page.isAside(place) }
    guard tree.first(EntryReader.titleSelectors, in: tree.inside(element), where: isTitle) == nil,
      let title = tree.first(EntryReader.titleSelectors, in: tree.all, where: isTitle)?.element,
      tree.first(page.profile[.text], in: tree.inside(element)) != nil
    else { return element }
    return tree.chain(from: element).first { tree.with($0).contains(title) } ?? element
  }

  private func read(_ element: Int, rule: String, into reading: inout PageReading) {
    var reader = EntryReader(page: page, element: scope(around: element), isWhole: true)
    reader.marks = PostMarks(of: element, in: page.tree)
    reader.leftOut = PartLinks(in: page, address: reading.address.flatMap { WebAddress($0) })?.elements ?? []
    let found = reader.read()
    guard var entry = TextCutter(page: page).cut([found]).first else { return }
    reading.explain("entry", "“\(entry.item.title ?? "")” found by \(rule)", at: page.offset(element))
    for evidence in entry.evidence {
      reading.explain("  " + evidence.source, evidence.value, at: evidence.offset)
    }
    complete(&entry, reading: reading)
    entry.item.comments = CommentReader(page: page).comments()
    if entry.item.type == "attachment" { readAttachment(in: element, into: &entry) }
    (entry.previous, entry.next) = neighbours()
    reading.entries = [entry]
  }

  /// Fills in what the page, not its post's element, tells.
  func complete(_ entry: inout PageEntry, reading: PageReading) {
    if let address = reading.address.flatMap({ WebAddress($0) }) {
      let parts = PartLinks(in: page, address: address)
      entry.part = parts.map { ($0.number, $0.count) }
      entry.item.link = (parts?.first ?? address).description
      // Block themes print no links to the other parts.
      if parts == nil, let number = PostParts.number(in: address), marks.has("paged-\(number)") {
        entry.part = (number, number)
        entry.item.link = PostParts.first(of: address).description
      }
    }
    entry.addresses = [entry.item.link].compactMap { $0 } + entry.addresses.filter { $0 != entry.item.link }
    for evidence in reading.addressEvidence where evidence.source == "shortlink" {
      if !entry.addresses.contains(evidence.value) { entry.addresses.append(evidence.value) }
      entry.item.id = entry.item.id ?? WebAddress(evidence.value)?.parameter("p")
    }
    entry.item.id = entry.item.id ?? marks.postID
    switch reading.kind {
    case .attachment: entry.item.type = "attachment"
    case .page: entry.item.type = entry.item.type ?? "page"
    default: entry.item.type = entry.item.type ?? marks.type ?? "post"
    }
    if var date = entry.item.date?.raw.isEmpty == false ? PrintedDate(in: entry.item.date?.raw ?? "") : nil,
      date.confirm(by: entry.item.link.flatMap { PermalinkDate(address: $0) }) == true
    {
      entry.item.date = date.sourceDate
    }
  }

  private func readAttachment(in element: Int, into entry: inout PageEntry) {
    let tree = page.tree
    if let link = tree.first(Self.files, in: tree.with(element))?.element {
      entry.item.attachmentURL = page.address(.href, of: link) ?? page.address(.src, of: link)
    }
  }

  private func neighbours() -> (PageMenu.Entry?, PageMenu.Entry?) {
    func entry(_ selectors: [Selector]) -> PageMenu.Entry? {
      guard let link = page.tree.first(selectors, in: page.tree.all)?.element,
        let address = page.address(.href, of: link)
      else { return nil }
      var hidden = NodeSet(
        Self.labels.flatMap { page.tree.all($0, in: page.tree.inside(link)) }.map(page.node))
      let title = page.text(link, without: hidden)
      if title.isEmpty { hidden = NodeSet() }
      return PageMenu.Entry(title: page.text(link, without: hidden), address: address, depth: 0)
    }
    return (entry(Self.previous), entry(Self.next))
  }

  private static let bounds: TagSet = [.main, .body]
  private static let files = [
    ".entry-attachment a", ".attachment a", "p.attachment a", ".full-size-link a", ".entry-attachment img",
    ".attachment img", "img.attachment-full", "img.attachment-large", ".wp-block-image img",
  ].compactMap(Selector.init)
  private static let previous = [
    "a[rel~=prev]", ".nav-previous a", ".post-navigation-link-previous a", ".navigation .alignleft a",
  ].compactMap(Selector.init)
  private static let next = [
    "a[rel~=next]", ".nav-next a", ".post-navigation-link-next a", ".navigation .alignright a",
  ].compactMap(Selector.init)
  private static let labels = [
    ".meta-nav", ".screen-reader-text", ".nav-subtitle", ".post-navigation-link__label", ".arrow",
  ].compactMap(Selector.init)
}
