internal import Bytes
internal import Content
internal import Model
internal import Reconstruction
internal import WXR

/// What a reader can go to from every page: the site's own menu where the export has one, else its pages; and its
/// categories and years.
struct SiteNavigation {
  let plan: RunPlan
  let map: SiteMap
  let site: Site

  private static let longestMenu = 24
  private static let mostPages = 12
  private static let mostCategories = 40

  /// The frame of the site's pages.
  var frame: PageFrame {
    var navigation = PageFrame.Navigation()
    navigation.menu = menu
    navigation.categories = categories
    navigation.years = plan.timeline.years.keys.sorted(by: >).map { year in
      PageLink(String(year), url: plan.short(map.address(of: .year(year))))
    }
    let facts = plan.site
    return PageFrame(
      language: facts.language, siteName: facts.name, siteURL: plan.addresses?.home ?? facts.address,
      navigation: navigation)
  }

  private var categories: [PageLink] {
    var keys = map.terms.filter { if case .term("category", _) = $0 { true } else { false } }
    if keys.count > Self.mostCategories { keys = keys.filter { !map.hasParent($0) } }
    return keys.prefix(Self.mostCategories).map { key in
      PageLink(map.name(of: key) ?? "", url: plan.short(map.address(of: key)))
    }
  }

  // MARK: The menu

  private var menu: [PageLink] {
    let words = PageWording(language: plan.site.language)
    var links = ownMenu
    if links.isEmpty {
      let pages = plan.timeline.pages.filter { $0.item != plan.timeline.frontPage }
      let ordered = pages.sorted { ($0.order, $0.item) < ($1.order, $1.item) }
      links = ordered.prefix(Self.mostPages).compactMap { page in
        guard let item = item(page.item) else { return nil }
        return link(to: item, number: page.item, words: page.title)
      }
    }
    for type in plan.timeline.types.prefix(8) where type != "post" || plan.timeline.frontPage != nil {
      let address = plan.short(map.address(of: .type(type)))
      if !links.contains(where: { $0.url == address }) {
        links.append(PageLink(map.title(of: .type(type), name: type), url: address))
      }
    }
    let home = [plan.addresses?.home, plan.site.address]
    return links.filter { link in link.text != words.home && !home.contains(link.url) && link.url != "/" }
  }

  /// The entries of the largest menu of the export, each below its parent.
  private var ownMenu: [PageLink] {
    var menus: [String: [(entry: Item, number: Int)]] = [:]
    for (number, item) in menuItems {
      let menu = item.terms.first { $0.taxonomy == "nav_menu" }?.slug ?? ""
      menus[menu, default: []].append((item, number))
    }
    let largest = menus.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    let entries = (largest?.value ?? []).sorted { left, right in
      (Int(left.entry.menuOrder ?? "") ?? 0, left.number) < (
        Int(right.entry.menuOrder ?? "") ?? 0, right.number
      )
    }
    return entries.prefix(Self.longestMenu).compactMap { link(of: $0.entry) }
  }

  private var menuItems: [(Int, Item)] {
    guard let type = plan.catalogue.number(ofType: "nav_menu_item") else { return [] }
    let numbers = plan.catalogue.entries.indices.lazy.filter { plan.catalogue.entries[$0].type == type }
    return numbers.prefix(1000).compactMap { number in
      guard let item = item(number), item.effectiveStatus == "publish" else { return nil }
      return (number, item)
    }
  }

  private func link(of entry: Item) -> PageLink? {
    let words = entry.title.map { LanguageSplit.line($0) } ?? ""
    let object = entry.firstMeta("_menu_item_object") ?? ""
    let id = entry.firstMeta("_menu_item_object_id") ?? ""
    switch entry.firstMeta("_menu_item_type") {
    case "post_type":
      guard let number = Int(id).flatMap({ plan.catalogue.index(ofID: $0) }),
        plan.catalogue.entries[number].isPublic, let item = item(number)
      else { return nil }
      return link(to: item, number: number, words: words)
    case "taxonomy":
      guard let term = site.terms.first(where: { $0.taxonomy == object && $0.id == id }),
        SiteMap.isListed(object)
      else { return nil }
      let key = ArchiveKey.term(taxonomy: object, slug: term.slug)
      return PageLink(words.isEmpty ? term.name : words, url: plan.short(map.address(of: key)))
    case "post_type_archive":
      guard plan.timeline.types.contains(object) else { return nil }
      let key = ArchiveKey.type(object)
      return PageLink(
        words.isEmpty ? map.title(of: key, name: object) : words, url: plan.short(map.address(of: key)))
    case "custom":
      let url = entry.firstMeta("_menu_item_url") ?? ""
      guard !words.isEmpty, url.hasPrefix("http:") || url.hasPrefix("https:") || url.hasPrefix("/") else {
        return nil
      }
      return PageLink(words, url: url)
    default: return nil
    }
  }

  private func link(to item: Item, number: Int, words: String) -> PageLink? {
    guard let address = plan.address(link: item.link, id: item.id, number: number) else { return nil }
    let title = words.isEmpty ? LanguageSplit.line(item.title ?? "") : words
    return title.isEmpty ? nil : PageLink(title, url: plan.short(address))
  }

  private func item(_ number: Int) -> Item? {
    let entry = plan.catalogue.entries[number]
    let section = plan.sections[Int(entry.section)]
    guard section.posts.isEmpty else { return section.posts[entry.offset] }
    guard let (bytes, provenance) = plan.source(of: entry) else { return nil }
    return ItemReader(dialect: section.dialect).read(bytes, provenance: provenance)
  }
}
