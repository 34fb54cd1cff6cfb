import Bytes
import HTML
import Model

/// Reads what a page says of its site: name, tagline, language, logo, generator, menus.
struct IdentityReader {
  let page: PageContext
  let head: AddressReader

  func site() -> Site {
    var site = Site()
    let tree = page.tree
    if let html = tree.first(.html, in: tree.all) {
      site.language =
        tree.attribute(.lang, of: html) ?? page.document.attribute("xml:lang", of: page.node(html))
    }
    let name = text(of: .siteTitle)
    site.title = name ?? head.property("og:site_name") ?? titleElement
    site.description = text(of: .tagline)
    site.generator = head.property("generator")
    site.link = home?.description
    if let logo = tree.first(page.profile[.logo], in: tree.all)?.element,
      let address = page.address(.src, of: logo)
    {
      var image = Site.Image()
      image.url = address
      image.title = tree.attribute(.alt, of: logo)
      site.image = image
    }
    return site
  }

  /// The front page: where the site's title leads, or the API's root, or the host.
  var home: WebAddress? {
    let tree = page.tree
    let homeLink = tree.first(Self.homeLinks, in: tree.all)?.element
    if let address = homeLink.flatMap({ page.address(.href, of: $0) }).flatMap({ WebAddress($0) }) {
      return address.withoutFragment
    }
    if let api = head.link("https://api.w.org/").flatMap({ WebAddress($0) }), api.path.hasSuffix("wp-json/") {
      var home = api
      home.path = String(api.path.dropLast("wp-json/".count))
      return home
    }
    return page.base?.root
  }

  /// Whether a WordPress made the page.
  var isWordPress: Bool {
    if let generator = head.property("generator"), Self.maker.stands(in: FoldedCase.bytes(of: generator)) {
      return true
    }
    if head.link("https://api.w.org/") != nil || head.link("wlwmanifest") != nil
      || head.link("pingback") != nil
    {
      return true
    }
    let tree = page.tree
    if tree.first(Self.wordPressMarks, in: tree.all) != nil { return true }
    let bytes = page.bytes
    return Self.traces.contains { trace in bytes.span.firstIndex(of: trace) != nil }
  }

  private func text(of part: ThemeProfile.Part) -> String? {
    guard let element = page.tree.first(page.profile[part], in: page.tree.all)?.element else { return nil }
    let text = page.text(element)
    return text.isEmpty ? nil : text
  }

  /// The words of `<title>`.
  static func titleText(of page: PageContext) -> String {
    let tree = page.tree
    let title = tree.first(.title, in: tree.all)
    return title.map { page.document.textContent(of: page.node($0)).collapsed } ?? ""
  }

  var titleText: String { Self.titleText(of: page) }

  /// The first heading outside side bars that is not the site's name.
  var heading: String {
    let tree = page.tree
    let home = tree.first(page.profile[.siteTitle], in: tree.all)?.element
    let heading = tree.all.first { element in
      tree.isOne(element, of: Self.headings) && !page.isAside(element)
        && !(home.map { tree.with($0).contains(element) || tree.with(element).contains($0) } ?? false)
    }
    return heading.map { page.text($0) } ?? ""
  }

  /// `<title>`: the part that all pages share cannot be told on one page; the one that stands at the top of the page is the
  /// site's name, or else the last.
  private var titleElement: String? {
    let parts = PageTitle.parts(of: titleText)
    guard parts.count > 1, let top = firstText.map({ FoldedText($0) }) else { return parts.last }
    return parts.first { FoldedText($0) == top } ?? parts.last
  }

  /// The first words that the page shows.
  private var firstText: String? {
    guard let body = page.body else { return nil }
    let silent = page.tree.elements(.script, in: page.tree.inside(body)).prefix(20).map(page.node)
    for node in page.document.descendants(of: page.node(body)) where page.document.kind(of: node) == .text {
      let bytes = page.document.textBytes(of: node)
      guard bytes.contains(where: { $0 > 0x20 }), let parent = page.document.parent(of: node),
        !silent.contains(parent)
      else { continue }
      return String(decoding: bytes.prefix(400), as: UTF8.self).collapsed
    }
    return nil
  }

  /// The site's menus, outermost lists first, each once.
  func menus() -> [PageMenu] {
    var menus: [PageMenu] = []
    var taken: [Range<Int>] = []
    for selector in page.profile[.menu] {
      for list in page.tree.all(selector, in: page.tree.all)
      where !taken.contains(where: { $0.contains(list) }) {
        let entries = menuEntries(list)
        taken.append(page.tree.with(list))
        if !entries.isEmpty { menus.append(PageMenu(name: menuName(list), entries: entries)) }
      }
    }
    return menus
  }

  private func menuEntries(_ list: Int) -> [PageMenu.Entry] {
    let tree = page.tree
    return tree.elements(.a, in: tree.inside(list)).compactMap { item in
      guard let address = page.address(.href, of: item) else { return nil }
      let lists = tree.chain(from: item).prefix { $0 != list }.count { tree.isOne($0, of: Self.lists) }
      let title = page.text(item)
      return title.isEmpty ? nil : PageMenu.Entry(title: title, address: address, depth: lists)
    }
  }

  private func menuName(_ list: Int) -> String {
    let tree = page.tree
    for element in [list] + Array(tree.chain(from: list).dropFirst().prefix(3)) {
      for name in [AttributeName.ariaLabel, .id] {
        if let value = tree.attribute(name, of: element), !value.isEmpty { return value }
      }
    }
    return "menu"
  }

  private static let maker = PhraseTable(["wordpress"])
  private static let headings: TagSet = [.h1, .h2]
  private static let lists: TagSet = [.ul, .ol]
  private static let homeLinks = [
    "a[rel~=home]", ".site-title a", "#site-title a", ".wp-block-site-title a", "#header h1 a",
    "#blog-title a",
  ].compactMap(Selector.init)
  private static let wordPressMarks = [
    ".hentry", ".wp-block-post", ".wp-site-blocks", ".type-post", ".menu-item",
  ]
  .compactMap(Selector.init)
  private static let traces: [StaticString] = ["/wp-content/", "/wp-includes/", "wp-image-"]
}

/// The text of `<title>`.
enum PageTitle {
  private static let separators = PhraseTable([
    "|", "–", "—", "-", "»", "«", "›", "‹", "·", "•", "::", ":",
  ])

  /// Its parts, between the marks by which themes join the page's title and the site's.
  static func parts(of title: String) -> [String] {
    var parts = [""]
    for word in title.utf8.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      let word = Substring(word)
      if separators.contains(word.utf8) {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
