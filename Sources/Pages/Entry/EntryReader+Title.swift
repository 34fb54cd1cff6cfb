import Bytes
import HTML
import Model

extension EntryReader {
  /// The title's element: by its name, or a heading above the text, or the first link that is the permalink.
  mutating func findTitle() -> Int? {
    if let named = find(.title, where: { !$0.isInText($1) }) { return named }
    let above = textElement.map { element + 1..<max($0, element + 1) } ?? inside
    let headings = above.filter {
      page.tree.isOne($0, of: .titles) && !page.isAside($0) && !isFurniture($0)
    }
    let linked = headings.first { heading in
      page.tree.first(.a, in: page.tree.inside(heading)) != nil
    }
    if let heading = linked ?? headings.first {
      note("title", "a heading above the text", heading)
      return heading
    }
    let bookmark = page.tree.first(Self.bookmarks, in: inside) { link in
      let text = page.text(link)
      return !isInText(link) && !text.isEmpty && MetaLine.date(of: text) == nil
        && !MoreLink.isWhole(text, words: page.words)
    }
    if let link = bookmark?.element, !isFurniture(link) {
      note("title", "the permalink's words", link)
      return link
    }
    let labelled = page.tree.elements(.a, in: inside).first { link in
      !isInText(link) && !isFurniture(link) && page.text(link).isEmpty && !label(of: link).isEmpty
    }
    if let labelled { note("title", "the label of a link without words", labelled) }
    return labelled
  }

  /// The words of the title's element, or its label where it has none.
  func titleText(_ element: Int) -> String {
    let text = page.text(element, without: hidden(in: element))
    return text.isEmpty && page.tree.isOne(element, .a) ? label(of: element) : text
  }

  /// What a link without words is labelled with, where that is no invitation to read on.
  private func label(of link: Int) -> String {
    let label = (page.tree.attribute(.ariaLabel, of: link) ?? page.tree.attribute(.title, of: link) ?? "")
      .collapsed
    return MoreLinkScanner(label, titles: [], words: page.words).beginsWithPhrase ? "" : label
  }

  static let bookmarks = ["a[rel~=bookmark]"].compactMap(Selector.init)

  /// Whether an element is a theme's own line and not the post's.
  func isFurniture(_ element: Int) -> Bool {
    page.tree.chain(from: element).prefix { $0 != self.element }.contains { page.metaLines.contains($0) }
  }

  static let metaNames = [
    ".entry-meta", ".entry-utility", ".entry-footer", ".postmetadata", ".post-meta", ".postmeta", ".meta",
    ".cat-links",
    ".entry-categories", ".tags-links", ".tag-links", ".sticky-post", ".featured-post", ".entry-format",
    ".screen-reader-text", ".post-thumbnail", ".wp-block-post-terms", ".wp-block-post-date", ".comments-link",
    ".post-format", ".entry-date", ".byline", ".posted-on", ".date", ".author", "time", "figure", "nav",
    "small",
  ].compactMap(Selector.init)

  /// The line between the entry's beginning and its title that is neither date nor category nor label.
  mutating func kicker() -> String? {
    if let named = find(.kicker, where: { !$0.isInText($1) }) {
      let text = page.text(named)
      if !text.isEmpty { return text }
    }
    guard let titleElement else { return nil }
    let above = page.tree.inside(element).prefix { $0 < titleElement }
    let furniture = above.filter { page.metaLines.contains($0) }.map(page.node)
    let lines = page.lines(element, without: NodeSet(furniture), until: page.node(titleElement))
    guard let line = lines.last, isKicker(line) else { return nil }
    evidence.append(Evidence(source: "kicker", value: "the line above the title", offset: line.range.offset))
    return line.text
  }

  private func isKicker(_ line: FlowLine) -> Bool {
    guard line.text.isAtMost(MetaLine.longestHeadline), !MetaLine.isMeta(line.text),
      line.text.unicodeScalars.contains(where: { Letters.isLetter($0.value) })
    else { return false }
    return line.links.allSatisfy { link in
      link.marks.isDisjoint(with: [.category, .tag, .author, .bookmark])
        && !(WebAddress(link.address)?.hasSegment(of: Self.termPlaces) ?? false)
    }
  }

  private static let termPlaces = PhraseTable([
    "category", "tag", "author", "kategorie", "schlagwort", "autor",
  ])

  /// The permalink: the title's link, or else the bookmark, the date's, the more-link's or the comments' one; those
  /// within the site before those that lead out of it.
  mutating func readAddress(into entry: inout PageEntry) {
    var candidates: [(rule: String, element: Int)] = []
    if let titleElement {
      let own = page.tree.first(.a, in: page.tree.with(titleElement))
      let around = page.tree.chain(from: titleElement).prefix { $0 >= element }.first {
        page.tree.isOne($0, .a)
      }
      if let link = own ?? around { candidates.append(("the title's link", link)) }
    }
    for selector in Self.permalinks {
      if let link = page.tree.first(selector, in: page.tree.with(element)),
        !isInText(link) || selector == Self.permalinks[0]
      {
        candidates.append((selector.description, link))
      }
    }
    if let moreElement { candidates.append(("the more-link", moreElement)) }
    if let link = page.tree.first(Self.commentLinks, in: inside)?.element {
      candidates.append(("the comments' link", link))
    }
    // A link to the listing itself, such as `#respond`, is no post's.
    let own = isWhole ? nil : page.base?.key
    let known = candidates.filter { own == nil || page.key(ofLink: $0.element) != own }.compactMap {
      candidate in
      page.address(.href, of: candidate.element).map {
        (candidate.rule, candidate.element, WebAddress($0)?.withoutFragment.description ?? $0)
      }
    }
    let host = page.base?.bareHost
    let best = known.first { host == nil || WebAddress($0.2)?.bareHost == host } ?? known.first
    if let (rule, element, address) = best, !isWhole {
      entry.item.link = address
      note("permalink", rule, element)
    }
    entry.addresses = known.map(\.2).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static let permalinks = [
    "a[rel~=bookmark]", ".wp-block-post-date a", ".entry-date a", ".posted-on a",
    ".wp-block-post-featured-image a",
    "a.post-thumbnail", "a.permalink", "a.u-url",
  ].compactMap(Selector.init)
  private static let commentLinks = ["a[href$=\"#comments\"]", "a[href$=\"#respond\"]"].compactMap(
    Selector.init)
}

extension WebAddress {
  /// The host without `www.`, equal for the addresses of one site.
  var bareHost: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
