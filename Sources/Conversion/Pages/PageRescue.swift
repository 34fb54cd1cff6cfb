internal import Bytes
internal import Model
internal import Pages
internal import WXR

/// What the saved pages of a run gave: the posts that no export has, and what they prove of those that one has.
struct PageRescue: Sendable {
  /// A page, as the ledger accounts for it.
  struct Page: Sendable {
    /// The document it stands in, by its number.
    var document: Int
    var address: String?
    var kind: PageKind
    var captured: UTCTime?
    var findings: [Finding]
  }

  private(set) var pages: [Page] = []
  private var merge: PageMerge
  /// The posts of which only an excerpt is known, when every page is in.
  private(set) var unrescued: [UnrescuedPost] = []
  /// The documents that gave posts, when every page is in.
  private(set) var sources: Set<Int> = []
  /// Findings about items of the exports, by their numbers, when every page is in.
  private(set) var findings: [Int: [Finding]] = [:]
  private var siteList: [Site] = []
  private var foreignSites: [Site] = []
  private var menus = MenuList()
  /// Documents of which at least one page was read.
  private(set) var readDocuments: Set<Int> = []
  /// What must be said of web archives that pages were looked for in, by their documents' numbers.
  private(set) var remarks: [Int: [Finding]] = [:]
  private var savedAddresses: Set<String> = []

  init(known: [KnownItem]) { merge = PageMerge(known: known) }

  /// Takes in what a document gave; `texts` gives the visible texts of an export's item.
  mutating func add(_ product: PageStage.Product, of document: SourceDocument, texts: (Int) -> [String]) {
    switch product {
    case .page(let reading): add(reading, of: document, texts: texts)
    case .remarks(let findings):
      remarks[document.index] = findings
      readDocuments.insert(document.index)
    }
  }

  private mutating func add(_ reading: PageReading, of document: SourceDocument, texts: (Int) -> [String]) {
    pages.append(
      Page(
        document: document.index, address: reading.address, kind: reading.kind, captured: reading.captured,
        findings: reading.findings))
    readDocuments.insert(document.index)
    if document.kind == .page, reading.kind.isSingle,
      let key = reading.address.flatMap({ WebAddress($0)?.key })
    {
      savedAddresses.insert(key)
    }
    noteSite(of: reading, document)
    merge.add(reading, texts: texts)
  }

  /// Keeps what a page says of its site; a page that no WordPress made is asked only where no other says anything.
  private mutating func noteSite(of reading: PageReading, _ document: SourceDocument) {
    var site = reading.site
    guard site.title != nil || site.link != nil else { return }
    site.provenance = document.provenance
    if reading.isWordPress {
      if siteList.count < Self.enoughSites { siteList.append(site) }
    } else if foreignSites.count < Self.enoughSites {
      foreignSites.append(site)
    }
    menus.add(reading.menus)
  }

  /// What the pages say of their site, the first page's words first.
  var sites: [Site] {
    var sites = siteList.isEmpty ? foreignSites : siteList
    if !sites.isEmpty { sites[0].menus = menus.menus }
    return sites
  }

  /// Whether the page at an address was saved itself, so that the archive need not show one made anew.
  func hasPage(at address: String) -> Bool {
    !savedAddresses.isEmpty && WebAddress(address).map { savedAddresses.contains($0.key) } ?? false
  }

  /// Puts the posts together when every page is in, and gives them as a section of the run that follows the exports'; nil where
  /// there are no pages.
  ///
  /// Pages that do not tell their site's address belong to that of the exports beside them. What was needed to find posts again
  /// is let go.
  mutating func finish(beside exported: Site) -> Section? {
    merge.finish()
    let posts = merge.posts
    findings = Self.findings(of: merge.proofs)
    unrescued = merge.unrescued.map { UnrescuedPost($0) }
    sources = Set(posts.map(\.item.provenance.inputIndex))
    merge = PageMerge()
    guard let document = posts.first?.item.provenance.inputIndex ?? pages.first?.document else { return nil }
    var site = SiteMerge.merged(sites)
    if site.link == nil {
      (site.link, site.baseSiteURL, site.baseBlogURL) = (
        exported.link, exported.baseSiteURL, exported.baseBlogURL
      )
    }
    var section = Section(document: document, site: site, dialect: Dialect())
    section.posts = posts.map { Self.item(of: $0) }
    return section
  }

  private static let enoughSites = 64

  /// The item with what only pages know as custom fields, under names no plugin uses.
  private static func item(of post: RescuedPost) -> Item {
    var item = post.item
    item.slug = item.slug ?? WebAddress(item.link ?? "").flatMap { slug(of: $0) }
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { item.meta.append(MetaEntry(key: "nachlass:" + key, value: value)) }
    }
    add("thumbnail", post.entry.thumbnail)
    add("comment-count", post.entry.commentCount.map(String.init))
    add("more-link", post.entry.moreLink?.label)
    for address in post.addresses.dropFirst() { add("address", address) }
    for sighting in post.sightings {
      add("seen-on", sighting.page ?? sighting.input)
    }
    return item
  }

  /// The slug that a permalink ends in, percent-encoded as WordPress keeps it.
  private static func slug(of address: WebAddress) -> String? {
    guard address.query == nil, let last = address.path.split(separator: "/").last, !last.contains(".") else {
      return nil
    }
    return last.lowercased()
  }

  private static func findings(of proofs: [Int: PageMerge.Proof]) -> [Int: [Finding]] {
    proofs.mapValues { proof in
      let pages = proof.sightings.map { $0.page ?? $0.input }
      let places = Set(pages).sorted().prefix(5).joined(separator: ", ")
      return proof.findings + [
        Finding(.shownOnPage, .note, "was public on \(places)", count: proof.sightings.count)
      ]
    }
  }

  /// The first capture's date, for runs without an export.
  var lastCapture: UTCTime? { pages.compactMap(\.captured).max() }
}

extension ItemSummary {
  /// What a first pass keeps of a post that was read from pages.
  init(rescued item: Item) {
    self.init()
    id = item.id ?? ""
    type = item.effectiveType
    status = item.effectiveStatus
    slug = item.slug ?? ""
    title = item.title ?? ""
    creator = item.creator ?? ""
    link = item.link ?? ""
    date = item.date?.raw ?? ""
    attachmentURL = item.attachmentURL ?? ""
    commentCount = item.comments.count
    metaCount = item.meta.count
    termCount = item.terms.count
    contentLength = item.content?.utf8.count ?? 0
    findings = item.findings
  }
}

/// A post of which only an excerpt is known, as the archivist's list names it.
struct UnrescuedPost: Sendable {
  let id: String?
  let type: String
  let title: String?
  /// Every address that is known for it.
  let addresses: [String]
  let provenance: Provenance

  init(_ post: RescuedPost) {
    id = post.item.id
    type = post.item.effectiveType
    title = post.item.title
    addresses = post.addresses
    provenance = post.item.provenance
  }
}

/// The menus that pages show, each once: of those with the same name and place the fullest.
struct MenuList: Sendable {
  private(set) var menus: [SiteMenu] = []
  private static let enough = 32

  mutating func add(_ found: [PageMenu]) {
    for menu in found {
      let entries = menu.entries.map { SiteMenu.Entry(title: $0.title, address: $0.address, depth: $0.depth) }
      if let known = menus.firstIndex(where: { $0.name == menu.name }) {
        if entries.count > menus[known].entries.count { menus[known].entries = entries }
      } else if menus.count < Self.enough {
        menus.append(SiteMenu(name: menu.name, entries: entries))
      }
    }
  }
}

extension Finding.Code {
  /// A saved page shows an item that an export has.
  static let shownOnPage = Self("shown-on-page")
}
