internal import BagIt
internal import Bytes
internal import Content
internal import Markdown
internal import Model

extension PostFacts {
  /// What places an item's file; both passes must come to the same path, and the first knows only a summary.
  init(placing summary: borrowing ItemSummary) {
    self.init()
    type = summary.type
    status = summary.status
    isDraft = !["publish", "inherit"].contains(summary.status)
    date = SourceDate(summary.date).civil.map { "\($0.dateText)T\($0.clockText)" }
    // Made safe before an ending is put behind them: a dot at the end of a slug is no part of the name.
    slug = summary.slug.isEmpty ? "" : BagName.component(PermalinkPath.decoded(Substring(summary.slug)))
    id = summary.id.isEmpty ? nil : summary.id
    // What was rescued from a page's text has nothing to be named after but its title.
    if slug.isEmpty, id == nil, !summary.title.isEmpty { slug = Self.slug(ofTitle: summary.title) }
    link = summary.link.isEmpty ? nil : summary.link
    path = PermalinkPath.path(of: summary.link).map { BagName.path($0) } ?? ""
    isFrontPage = summary.type == "page" && PermalinkPath.isHome(summary.link)
  }

  /// What introduces an item; no e-mail, no IP address.
  init(introducing item: borrowing Item, site: SiteFacts, featuredImage: String?) {
    self.init()
    type = item.effectiveType
    title = LanguageSplit.line(item.title ?? "")
    kicker = item.kicker
    date = ZonedDate.iso8601(local: item.date, gmt: item.dateGMT)
    modified = ZonedDate.iso8601(local: item.modified, gmt: item.modifiedGMT)
    slug = PermalinkPath.decoded(Substring(item.slug ?? ""))
    link = item.link
    path = PermalinkPath.path(of: item.link ?? "") ?? ""
    id = item.id
    status = item.effectiveStatus
    isDraft = !["publish", "inherit"].contains(item.effectiveStatus)
    isSticky = item.sticky == "1"
    isFrontPage = type == "page" && PermalinkPath.isHome(item.link ?? "")
    excerpt = item.excerpt.map { LanguageSplit.line($0) }
    self.featuredImage = featuredImage
    menuOrder = item.menuOrder.flatMap { Int($0) } ?? 0
    formerPaths = item.formerLinks.compactMap { PermalinkPath.path(of: $0) }
    hasTemplateMarks = item.content.map(Self.holdsTemplateMarks) ?? false
    addTerms(of: item)
    addExtras(FrontMatterExtras(of: item), author: site.authorName(item.creator), site: site)
  }

  /// The letters and digits of a title in lower case, hyphens between its words.
  private static func slug(ofTitle title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    return BagName.component(words.prefix(10).joined(separator: "-"))
  }

  private static func holdsTemplateMarks(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.firstIndex(of: "{{") != nil || bytes.firstIndex(of: "{%") != nil
  }

  /// The taxonomies whose terms have fields of their own.
  private static let spokenTaxonomies: Set = [
    "category", "post_tag", "language", "post_translations", "author",
  ]

  private mutating func addTerms(of item: Item) {
    categories = item.terms.filter { $0.taxonomy == "category" }.map(\.name)
    tags = item.terms.filter { $0.taxonomy == "post_tag" }.map(\.name)
    var others: [(taxonomy: String, names: [String])] = []
    for term in item.terms where !Self.spokenTaxonomies.contains(term.taxonomy) {
      if let place = others.firstIndex(where: { $0.taxonomy == term.taxonomy }) {
        others[place].names.append(term.name)
      } else {
        others.append((term.taxonomy, [term.name]))
      }
    }
    for other in others { terms.setList(other.taxonomy, other.names) }
  }

  private mutating func addExtras(_ found: FrontMatterExtras, author: String?, site: SiteFacts) {
    language = found.language
    translationKey = found.translationGroup
    authors = found.coAuthors.isEmpty ? [author].compactMap(\.self) : found.coAuthors.map(\.name)
    for (group, fields) in [("yoast", found.yoast), ("acf", found.acf)] {
      var values = FrontMatter()
      for field in fields {
        if let list = field.list {
          values.setList(field.name, list)
        } else {
          values.setText(field.name, field.value)
        }
      }
      extras.setMap(group, values)
    }
  }
}

extension Item {
  /// The permalinks the item had under its old slugs.
  var formerLinks: [String] {
    link?.formerLinks(slug: slug ?? "", oldSlugs: meta.filter { $0.key == "_wp_old_slug" }.map(\.value)) ?? []
  }
}

extension String {
  /// The permalinks that were there before this one, when `slug` in it was one of `oldSlugs`.
  func formerLinks(slug: String, oldSlugs: [String]) -> [String] {
    guard !oldSlugs.isEmpty, !slug.isEmpty, let place = lastRange(of: slug) else { return [] }
    return oldSlugs.filter { !$0.isEmpty }.map { self[..<place.lowerBound] + $0 + self[place.upperBound...] }
      .map { String($0) }
  }
}

extension String {
  /// Where `text` stands last, or nil.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    var end = endIndex
    while let start = index(end, offsetBy: -text.count, limitedBy: startIndex) {
      if self[start..<end] == text { return start..<end }
      guard end > startIndex else { return nil }
      end = index(before: end)
    }
    return nil
  }
}
