import Bytes
import HTML
import Model

/// Reads one saved page of HTML: its address, its kind, its posts, its site.
///
/// Posts are looked for in a known structure first (what WordPress and its themes call things), then in the lines of the
/// page with their more-links as anchors. Reading never fails; what is wrong becomes a finding.
public struct PageReader: Sendable {
  /// The names by which parts are found: the user's profile before the common one.
  public var profile: ThemeProfile {
    didSet { words = MoreWords.common.adding(profile.moreWords) }
  }
  /// The words of more-links, the profile's own among them.
  private var words: MoreWords

  /// Makes a reader that knows the common profile, and a theme's own where the user gives one.
  public init(profile: ThemeProfile? = nil) {
    self.profile = profile.map { $0.before(.common) } ?? .common
    words = MoreWords.common.adding(self.profile.moreWords)
  }

  /// Reads the page whose HTML, in UTF-8, is given.
  public func read(_ bytes: [UInt8], source: PageSource) -> PageReading {
    var document = Document(archivalParsing: bytes)
    ReopenedLinks.unwrap(in: &document, bytes: bytes)
    var reading = PageReading(source: source)
    let head = AddressReader(document: document, source: source)
    var known = source
    known.captured = source.captured ?? head.saved?.time
    let page = PageContext(
      document: document, bytes: bytes, profile: profile, words: words, source: known, base: head.base)
    let identity = IdentityReader(page: page, head: head)
    reading.addressEvidence = head.evidence
    reading.address = head.address?.description
    reading.captured = known.captured
    reading.site = identity.site()
    reading.menus = identity.menus()
    reading.isWordPress = identity.isWordPress
    reading.findings = document.findings
    if reading.address == nil {
      reading.findings.append(Finding(.unknownAddress, .note, "nothing in the page tells its address"))
    }
    let marks = BodyMarks(page.tree)
    let kindReader = KindReader(
      marks: marks, address: head.address, data: head.data, words: [identity.titleText, identity.heading])
    if let (kind, evidence) = kindReader.kind() {
      reading.kind = kind
      reading.kindEvidence = [evidence]
    }
    readPosts(of: page, marks: marks, into: &reading)
    readNeighbours(of: page, head: head, into: &reading)
    return reading
  }

  private func readPosts(of page: PageContext, marks: BodyMarks, into reading: inout PageReading) {
    guard reading.kind != .notFound else {
      reading.explain("kind", "a page that says there is none has no entries")
      return
    }
    let found = EntryFinder(page: page).entries()
    if reading.kind == .unknown || reading.kind == .home && reading.kindEvidence.first?.source == "address" {
      settleKind(found?.elements ?? [], of: page, in: &reading)
    }
    if reading.kind.isSingle {
      SingleReader(page: page, marks: marks).read(candidates: found, into: &reading)
    } else if let found {
      ListingReader(page: page).read(found.elements, by: found.selector, into: &reading)
    } else if !marks.has("search-no-results") {
      FlowListing(page: page).read(into: &reading)
    }
    if reading.kind == .listing { settleListing(of: page, in: &reading) }
    if reading.entries.isEmpty, !reading.kind.isListing {
      SingleReader(page: page, marks: marks).readPlain(into: &reading)
    }
  }

  /// Tells a listing from a single page by what stands on it, where neither classes nor address do.
  private func settleKind(_ entries: [Int], of page: PageContext, in reading: inout PageReading) {
    let moreLinks = entries.count > 1 ? 0 : countMoreLinks(in: entries.first, of: page)
    let hasComments = page.tree.first(Self.commentForms, in: page.tree.all) != nil
    func settle(_ kind: PageKind, _ why: String) {
      reading.kind = kind
      reading.kindEvidence.append(Evidence(source: "structure", value: why))
    }
    if entries.count > 1 {
      settle(reading.kind == .home ? .home : .listing, "\(entries.count) entries")
    } else if moreLinks > 0 {
      settle(reading.kind == .home ? .home : .listing, "\(moreLinks) more-links")
    } else if let entry = entries.first {
      if isNamed(entry, of: page) || hasComments {
        settle(.single, "one entry, of which the page bears the name")
      } else if page.tree.inside(entry).contains(where: {
        page.tree.isOne($0, of: .headings) && hasLink($0, page)
      }) {
        settle(reading.kind == .home ? .home : .listing, "one entry whose title is a link")
      } else {
        settle(.single, "one entry whose title is no link")
      }
    } else if hasComments {
      settle(.single, "a form for comments")
    }
  }

  /// How many links say to read on, by their words or, inside the one entry, by their names.
  private func countMoreLinks(in entry: Int?, of page: PageContext) -> Int {
    let named = entry.flatMap { page.tree.first(page.profile[.more], in: page.tree.inside($0))?.element }
    return page.tree.elements(.a, in: page.tree.all).count { link in
      !page.isAside(link)
        && (link == named || MoreLink.isWhole(page.text(link), words: page.words))
    }
  }

  /// Tells what a listing lists by its address and those of its entries.
  private func settleListing(of page: PageContext, in reading: inout PageReading) {
    guard let address = reading.address.flatMap({ WebAddress($0) }) else { return }
    let entries = reading.entries.compactMap { $0.item.link.flatMap { WebAddress($0) } }
    guard let (kind, why) = KindReader.listing(at: address, of: entries) else { return }
    reading.kind = kind
    reading.kindEvidence.append(Evidence(source: "address", value: why))
  }

  private func hasLink(_ element: Int, _ page: PageContext) -> Bool {
    page.tree.first(.a, in: page.tree.inside(element)) != nil
  }

  /// Whether the page's `<title>` is the entry's title.
  private func isNamed(_ entry: Int, of page: PageContext) -> Bool {
    let title = FoldedText(IdentityReader.titleText(of: page)).description
    return page.tree.inside(entry).contains { inner in
      guard page.tree.isOne(inner, of: .headings) else { return false }
      let heading = FoldedText(page.text(inner)).description
      return heading.count > 2 && title.contains(heading)
    }
  }

  private func readNeighbours(of page: PageContext, head: AddressReader, into reading: inout PageReading) {
    guard reading.kind.isListing else { return }
    let tree = page.tree
    reading.nextPage =
      head.link("next").map(page.address)
      ?? tree.first(Self.nextPages, in: tree.all).flatMap { page.address(.href, of: $0.element) }
    reading.previousPage =
      head.link("prev").map(page.address)
      ?? tree.first(Self.previousPages, in: tree.all).flatMap { page.address(.href, of: $0.element) }
  }

  private static let commentForms = [
    "#commentform", "#respond", ".comment-respond", "ol.commentlist", ".comment-list",
  ]
  .compactMap(Selector.init)
  /// Older posts are the next page, though themes call them the previous ones.
  private static let nextPages = [
    "a.next.page-numbers", ".wp-block-query-pagination-next", ".nav-previous a", "a.next",
    ".navigation .alignleft a",
  ].compactMap(Selector.init)
  private static let previousPages = [
    "a.prev.page-numbers", ".wp-block-query-pagination-previous", ".nav-next a", "a.prev",
    ".navigation .alignright a",
  ].compactMap(Selector.init)
}
