internal import Bytes
internal import Content
internal import HTML
internal import Model
internal import Reconstruction

extension RunPlan {
  /// The item as the lists show it, in all lists that it stands in.
  ///
  /// Only posts stand in lists of time and authors, as on the site; items of other types in those of their own
  /// taxonomies and of their type.
  func listedPost(_ item: Item, address: String, text: [UInt8], map: SiteMap) -> ListedPost {
    let isPost = item.effectiveType == "post"
    let date = item.date?.civil
    var lists: [(key: ArchiveKey, name: String)] = [(.type(item.effectiveType), "")]
    if isPost, let date {
      let fields = date.fields
      lists.append((.year(fields.year), ""))
      lists.append((.month(fields.year, fields.month), ""))
    }
    if isPost, let creator = item.creator, !creator.isEmpty { lists.append((.author(creator), creator)) }
    for term in item.terms where map.lists(term, of: item) {
      for slug in [term.slug] + map.ancestors(of: term.taxonomy, term.slug) {
        let key = ArchiveKey.term(taxonomy: term.taxonomy, slug: slug)
        if !lists.contains(where: { $0.key == key }) { lists.append((key, term.name)) }
      }
    }
    let teaser = Teaser(
      title: PageLink(LanguageSplit.line(item.title ?? ""), url: short(address)),
      date: ReadingPage.shownDate(item.date ?? item.dateGMT), author: authorLink(of: item),
      text: ListedPost.words(of: item, text: text))
    return ListedPost(time: date?.secondsSince1970, entryHTML: teaser.html(in: frame), lists: lists)
  }
}

extension ListedPost {
  /// The first words that lists show of an item whose whole text is `text`.
  fileprivate static func words(of item: Item, text: [UInt8]) -> [UInt8] {
    beginning(of: excerpt(of: item) ?? text)
  }

  /// What the author wrote to be read in lists; nil where there is nothing.
  private static func excerpt(of item: Item) -> [UInt8]? {
    guard let excerpt = item.excerpt, !excerpt.isEmpty, !item.isPartial else { return nil }
    let document = Document(fragment: Array(LanguageSplit.line(excerpt).utf8))
    return document.visibleTextBytes(of: document.root)
  }

  private static let teaserLength = 240

  /// The first words of a text, in one line, with an ellipsis where there are more.
  private static func beginning(of text: [UInt8]) -> [UInt8] {
    let ellipsis = " …".utf8.span
    var line: [UInt8] = []
    line.append(addingCapacity: teaserLength + 1 + ellipsis.count) { line in
      // As behind a blank: the line does not begin with one.
      var isBehindSpace = true
      for byte in text {
        let isSpace = byte <= 0x20
        if isSpace, isBehindSpace { continue }
        isBehindSpace = isSpace
        line.append(isSpace ? 0x20 : byte)
        if line.count > teaserLength { break }
      }
    }
    if line.count > teaserLength {
      let end = line.lastIndex(of: 0x20) ?? line.lastIndex { $0 & 0xC0 != 0x80 } ?? line.count
      line.removeSubrange(end...)
      line.append(copying: ellipsis)
    } else if line.last == 0x20 {
      line.removeLast()
    }
    return CheckedText(line).validBytes
  }
}

extension SiteMap {
  /// Whether the site listed an item under a term.
  func lists(_ term: TermReference, of item: Item) -> Bool {
    guard !term.slug.isEmpty, Self.isListed(term.taxonomy) else { return false }
    return item.effectiveType == "post" || !["category", "post_tag"].contains(term.taxonomy)
  }
}

extension RunPlan {
  /// An item's author, leading to the author's posts where there is a list of them.
  func authorLink(of item: Item) -> PageLink? {
    guard let name = site.authorName(item.creator) else { return nil }
    guard item.effectiveType == "post", let map, let creator = item.creator else { return PageLink(name) }
    return PageLink(name, url: map.shortAddress(of: .author(creator)))
  }

  /// A term of an item, leading to its list where there is one.
  func termLink(_ term: TermReference, of item: Item) -> PageLink {
    guard let map, map.lists(term, of: item) else { return PageLink(term.name) }
    return PageLink(
      term.name, url: map.shortAddress(of: .term(taxonomy: term.taxonomy, slug: term.slug)))
  }
}
