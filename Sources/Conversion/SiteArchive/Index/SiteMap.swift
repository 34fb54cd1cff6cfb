internal import Content
internal import HTML
internal import Model
internal import Reconstruction
internal import WARC

/// Where the old site had its lists of posts, and what they are called.
struct SiteMap: Sendable {
  /// A term of the site.
  struct Place: Sendable {
    var name: String
    var description: String
    var parent: String?
    /// The slugs from the outermost parent on.
    var path: String
  }

  private let addresses: SiteAddresses
  private var bases: ArchiveBases
  private let words: PageWording
  private var places: [ArchiveKey: Place] = [:]
  private let authorNames: [String: String]
  /// Whether the front page is a page, so that the posts are listed elsewhere.
  private let hasFrontPage: Bool
  /// All lists of terms, in the header's order.
  private(set) var terms: [ArchiveKey] = []
  /// The addresses that every page names, without the site's: those of the header's terms and authors.
  private var shortAddresses: [ArchiveKey: String] = [:]

  init(
    _ site: Site, facts: SiteFacts, addresses: SiteAddresses, bases: ArchiveBases, hasFrontPage: Bool
  ) {
    self.addresses = addresses
    self.bases = bases
    self.hasFrontPage = hasFrontPage
    words = PageWording(language: facts.language)
    authorNames = Dictionary(
      site.authors.map { ($0.login, facts.authorName($0.login) ?? $0.name) }
    ) { first, _ in first }
    for term in site.terms where !term.slug.isEmpty && Self.isListed(term.taxonomy) {
      let key = ArchiveKey.term(taxonomy: term.taxonomy, slug: term.slug)
      guard places[key] == nil else { continue }
      terms.append(key)
      places[key] = Place(
        name: term.name, description: Self.plain(term.description),
        parent: term.parent.isEmpty ? nil : term.parent,
        path: term.slug)
    }
    resolveParents(of: site)
  }

  /// Taxonomies that sort things for WordPress or a plugin, and that no reader of a site meets.
  private static let unlisted: Set<String> = [
    "nav_menu", "post_format", "link_category", "language", "term_language", "post_translations",
    "term_translations", "author", "wp_theme", "wp_template_part_area", "wp_pattern_category",
    "elementor_library_type", "product_type", "product_visibility", "action-group",
  ]

  /// Whether a taxonomy's terms have lists of their own.
  static func isListed(_ taxonomy: String) -> Bool { !unlisted.contains(taxonomy) }

  /// WXR names a parent by its slug, WXR 1.0 by its name.
  private mutating func resolveParents(of site: Site) {
    var byName: [ArchiveKey: String] = [:]
    for term in site.terms {
      byName[.term(taxonomy: term.taxonomy, slug: term.name)] = term.slug
      byName[.term(taxonomy: term.taxonomy, slug: term.rawName)] = term.slug
    }
    for key in terms {
      guard case .term(let taxonomy, _) = key, let parent = places[key]?.parent else { continue }
      let named = ArchiveKey.term(taxonomy: taxonomy, slug: parent)
      let slug = places[named] != nil ? parent : byName[named]
      places[key]?.parent = slug
    }
    for key in terms {
      guard case .term("category", let slug) = key else { continue }
      let path = ancestors(of: "category", slug).reversed() + [slug]
      places[key]?.path = path.joined(separator: "/")
    }
  }

  /// The slugs of the terms above a term, the nearest first; a circle of parents ends where it began.
  func ancestors(of taxonomy: String, _ slug: String) -> [String] {
    var found: [String] = []
    var current = slug
    while let parent = places[.term(taxonomy: taxonomy, slug: current)]?.parent, parent != slug,
      !found.contains(parent)
    {
      found.append(parent)
      current = parent
    }
    return found
  }

  /// The address of a list's first page.
  func address(of key: ArchiveKey) -> String {
    switch key {
    case .type("post") where !hasFrontPage: addresses.home
    case .type(let type): "\(addresses.home)?post_type=\(type)"
    case .year(let year): "\(addresses.home)\(Self.digits(year, 4))/"
    case .month(let year, let month): "\(addresses.home)\(Self.digits(year, 4))/\(Self.digits(month, 2))/"
    case .author(let creator): "\(addresses.home)\(bases.author)/\(Self.nicename(creator))/"
    case .term(let taxonomy, let slug):
      "\(addresses.home)\(bases.base(of: taxonomy))/\(places[key]?.path ?? slug)/"
    }
  }

  /// The address of one of a list's pages, from 1.
  func address(of key: ArchiveKey, page: Int) -> String {
    let first = address(of: key)
    guard page > 1 else { return first }
    return first.utf8.contains(UInt8(ascii: "?")) ? "\(first)&paged=\(page)" : "\(first)page/\(page)/"
  }

  /// What a list is called; `name` is what an item calls it, for terms that the header does not know.
  func title(of key: ArchiveKey, name: String) -> String {
    switch key {
    case .type("post"): words.latest
    case .type("page"): words.pages
    case .type(let type): Self.capitalized(type)
    case .year(let year): "\(words.archive): \(year)"
    case .month(let year, let month): "\(words.archive): \(words.months[month - 1]) \(year)"
    case .author(let creator): "\(words.author) \(authorNames[creator] ?? creator)"
    case .term("category", _): "\(words.category): \(places[key]?.name ?? name)"
    case .term("post_tag", _): "\(words.tag): \(places[key]?.name ?? name)"
    case .term(let taxonomy, _): "\(Self.capitalized(taxonomy)): \(places[key]?.name ?? name)"
    }
  }

  /// The lists that hold parts of another: a year's months in order, the terms right below a term in the header's.
  func parts(of keys: [ArchiveKey]) -> [ArchiveKey: [ArchiveKey]] {
    var parts: [ArchiveKey: [ArchiveKey]] = [:]
    for key in keys {
      if case .month(let year, _) = key { parts[.year(year), default: []].append(key) }
    }
    for year in parts.keys {
      parts[year]?.sort { partName(of: $0, asNumber: true) < partName(of: $1, asNumber: true) }
    }
    for key in terms {
      guard case .term(let taxonomy, _) = key, let parent = places[key]?.parent else { continue }
      parts[.term(taxonomy: taxonomy, slug: parent), default: []].append(key)
    }
    return parts
  }

  /// What a list is called among the parts of another.
  func partName(of key: ArchiveKey, asNumber: Bool = false) -> String {
    switch key {
    case .month(_, let month): asNumber ? Self.digits(month, 2) : words.months[month - 1]
    default: places[key]?.name ?? ""
    }
  }

  /// What the site says of a list.
  func description(of key: ArchiveKey) -> String { places[key]?.description ?? "" }

  /// The slugs of a term from its outermost parent on.
  func path(of key: ArchiveKey) -> String { places[key]?.path ?? "" }

  /// The address of a list's first page as pages of the site may name it.
  func shortAddress(of key: ArchiveKey) -> String {
    shortAddresses[key] ?? addresses.short(address(of: key))
  }

  /// The same lists under other bases.
  func with(_ bases: ArchiveBases) -> SiteMap {
    var map = self
    map.bases = bases
    map.shortAddresses = [:]
    for key in terms + authorNames.keys.map({ .author($0) }) {
      map.shortAddresses[key] = map.shortAddress(of: key)
    }
    return map
  }

  /// The name of a term.
  func name(of key: ArchiveKey) -> String? { places[key]?.name }

  /// Whether a term stands below another.
  func hasParent(_ key: ArchiveKey) -> Bool { places[key]?.parent != nil }

  /// A description without its markup.
  private static func plain(_ description: String) -> String {
    guard description.utf8.contains(UInt8(ascii: "<")) else { return description }
    return Document(fragment: Array(description.utf8)).visibleText
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// The form of a login that WordPress puts into addresses (`sanitize_title`).
  static func nicename(_ login: String) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(login.utf8.count)
    for byte in login.lowercased().utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), 0x80...: name.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"):
        if name.last != UInt8(ascii: "-"), !name.isEmpty { name.append(UInt8(ascii: "-")) }
      default: continue
      }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }
}

/// The first parts of the addresses of lists, which a site may have named otherwise than WordPress does.
struct ArchiveBases: Sendable {
  var author = "author"
  private var taxonomies = ["category": "category", "post_tag": "tag"]

  init() {}

  /// The base of a taxonomy's lists: its own name where nothing else is known.
  func base(of taxonomy: String) -> String { taxonomies[taxonomy] ?? taxonomy }

  /// Names a taxonomy's base.
  mutating func setBase(of taxonomy: String, to base: String) { taxonomies[taxonomy] = base }
}
