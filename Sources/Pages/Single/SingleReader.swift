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
    let own = elements.first { PostMarks(of: $0, in: page.tree).id == marks.postID && marks.postID != nil }
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
    guard let text = tree.first(page.profile[.text], in: tree.all, where: { !page.isAside($0) })?.element else { return nil }
    return tree.chain(from: text).dropFirst().first { outer in
      tree.isOne(outer, of: [.main, .body]) || tree.first(page.profile[.title], in: tree.inside(outer)) != nil
    }
  }

  private func read(_ element: Int, rule: String, into reading: inout PageReading) {
    var reader = EntryReader(page: page, element: element, isWhole: true)
    let found = reader.read()
    guard var entry = TextCutter(page: page).cut([found]).first else { return }
    reading.explain("entry", "“\(entry.item.title ?? "")” found by \(rule)", at: page.offset(element))
    for evidence in entry.evidence { reading.explain("  " + evidence.source, evidence.value, at: evidence.offset) }
    complete(&entry, reading: reading)
    entry.item.comments = CommentReader(page: page).comments()
    if entry.item.type == "attachment" { readAttachment(in: element, into: &entry) }
    (entry.previous, entry.next) = neighbours()
    entry.part = part(reading.address)
    reading.entries = [entry]
  }

  /// Fills in what the page, not its post's element, tells.
  func complete(_ entry: inout PageEntry, reading: PageReading) {
    if let address = reading.address.flatMap({ WebAddress($0) }) {
      entry.item.link = PostParts.first(of: address, isPart: part(reading.address) != nil).description
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
      entry.item.attachmentURL = page.address("href", of: link) ?? page.address("src", of: link)
    }
  }

  private func neighbours() -> (PageMenu.Entry?, PageMenu.Entry?) {
    func entry(_ selectors: [Selector]) -> PageMenu.Entry? {
      guard let link = page.tree.first(selectors, in: page.tree.all)?.element,
        let address = page.address("href", of: link)
      else { return nil }
      var hidden = Set(Self.labels.flatMap { page.tree.all($0, in: page.tree.inside(link)) }.map(page.node))
      let title = page.text(link, without: hidden)
      if title.isEmpty { hidden = [] }
      return PageMenu.Entry(title: page.text(link, without: hidden), address: address, depth: 0)
    }
    return (entry(Self.previous), entry(Self.next))
  }

  /// Which part of a post in parts this is: by the links to its other parts.
  private func part(_ address: String?) -> (number: Int, count: Int)? {
    let tree = page.tree
    guard let list = tree.first(Self.parts, in: tree.all)?.element else { return nil }
    let numbers = page.text(list).split { !$0.isNumber }.compactMap { Int($0) }.filter { $0 < 1000 }
    guard let count = numbers.max(), count > 1 else { return nil }
    let own = address.flatMap { WebAddress($0) }.flatMap(PostParts.number) ?? 1
    return (own, max(count, own))
  }

  private static let parts = [".page-links", ".page-link", ".post-nav-links", ".wp-block-post-content .nav-links"]
    .compactMap(Selector.init)
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

/// The addresses of a post in parts (`<!--nextpage-->`): `/slug/2/`, `?p=12&page=2`.
enum PostParts {
  /// The part's number in the address, or nil.
  static func number(in address: WebAddress) -> Int? {
    if let page = address.parameter("page").flatMap({ Int($0) }) { return page }
    guard let last = address.segments.last, let number = Int(last), (2...999).contains(number),
      last.count < 4, address.segments.count > 1
    else { return nil }
    return number
  }

  /// The address of the post's first part.
  static func first(of address: WebAddress, isPart: Bool) -> WebAddress {
    guard isPart, number(in: address) != nil else { return address }
    var first = address
    if address.parameter("page") != nil {
      first.query = (address.query ?? "").split(separator: "&").filter { !$0.hasPrefix("page=") }.joined(separator: "&")
      return first
    }
    let parts = address.path.split(separator: "/").dropLast()
    first.path = "/" + parts.joined(separator: "/") + (address.path.hasSuffix("/") ? "/" : "")
    return first
  }
}
