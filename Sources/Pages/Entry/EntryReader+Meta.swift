import Bytes
import HTML
import Model

extension EntryReader {
  /// Whether an element is one of the entry's comments, or inside one.
  func isInComments(_ element: Int) -> Bool {
    page.tree.chain(from: element).prefix { $0 != self.element }.contains { page.comments.contains($0) }
  }

  mutating func readAuthor(into entry: inout PageEntry) {
    let found = find(.author) { !$0.isInText($1) && !$0.isInTitle($1) && !$0.isInComments($1) }
    guard let found else { return readByline(into: &entry) }
    let name = page.text(found, without: hidden(in: found))
    guard !name.isEmpty else { return }
    entry.author = Self.withoutPrefix(name)
    entry.item.creator = entry.author
    let link =
      page.tree.first(.a, in: page.tree.with(found))
      ?? page.tree.chain(from: found).prefix { $0 > element }.first { page.tree.isOne($0, .a) }
    entry.authorAddress = link.flatMap { page.address(.href, of: $0) }
  }

  /// `24. Mai 2016 von Jana Muster`: the name after the date.
  private mutating func readByline(into entry: inout PageEntry) {
    for line in linesOutsideText() {
      guard let name = Self.nameBesideDate(line.text) else { continue }
      entry.author = name
      entry.item.creator = name
      evidence.append(
        Evidence(source: "author", value: "the name beside the date", offset: line.range.offset))
      return
    }
    // Kubrick hides the author in a comment: `<!-- von Jana Muster -->`.
    for node in page.document.descendants(of: page.node(element))
    where page.document.kind(of: node) == .comment {
      let comment = String(decoding: page.document.textBytes(of: node).prefix(80), as: UTF8.self).trimmed
      for word in ["von ", "by "] where comment.hasPrefix(word) {
        entry.author = HTMLText.unescaped(String(comment.dropFirst(word.count)))
        entry.item.creator = entry.author
        evidence.append(
          Evidence(
            source: "author", value: "a comment in the source", offset: page.document.sourceOffset(of: node)))
        return
      }
    }
  }

  /// The name after or before the date of a line.
  static func nameBesideDate(_ line: String) -> String? {
    guard line.isAtMost(199), let (_, range) = DateScanner(line).first() else { return nil }
    return nameAfterPreposition(line[line.index(atByte: range.upperBound)...])
      ?? nameAfterPreposition(line[..<line.index(atByte: range.lowerBound)])
  }

  static func nameAfterPreposition(_ text: Substring) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard
      let place = words.firstIndex(where: { ["von", "by", "autor:", "author:"].contains($0.lowercased()) })
    else {
      return nil
    }
    let name = words[(place + 1)...].prefix {
      !["am", "um", "in", "on", "at", "|", "unter", "—", "–", "-", "·"].contains($0)
    }
    .joined(separator: " ")
    let bare = name.prefix { !"|,;:(".contains($0) }.trimmed
    return bare.isEmpty || bare.count > 60 ? nil : bare
  }

  private static func withoutPrefix(_ name: String) -> String {
    for prefix in ["von ", "by ", "autor: ", "author: ", "veröffentlicht von ", "posted by "]
    where name.lowercased().hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// Categories, tags and custom terms: names from the printed links, slugs from these and from the classes.
  mutating func readTerms(into entry: inout PageEntry) {
    var terms: [TermReference] = []
    func add(_ taxonomy: String, _ link: Int) {
      let name = page.text(link)
      guard !name.isEmpty, page.address(.href, of: link) != nil else { return }
      let slug = page.target(of: link).map { Self.slug(of: $0) } ?? lastSegment(of: link)
      let term = TermReference(taxonomy: taxonomy, slug: slug, name: name)
      if !terms.contains(where: { $0.taxonomy == term.taxonomy && $0.name == term.name }) {
        terms.append(term)
      }
    }
    for part in [ThemeProfile.Part.categories, .tags] {
      var seen: [Int] = []
      for selector in page.profile[part] {
        for link in page.tree.all(selector, in: inside) where !seen.contains(link) {
          seen.append(link)
          guard !isInText(link), !isInTitle(link), !isInComments(link) else { continue }
          add(taxonomy(of: link, default: part == .categories ? "category" : "post_tag"), link)
        }
      }
    }
    // Links without any mark: told by where they lead, as in `Kategorie: <a href="/category/kultur/">`.
    for link in page.tree.elements(.a, in: inside) {
      guard let address = page.target(of: link) else { continue }
      let isCategory = address.hasSegment(of: Self.categoryBases)
      guard isCategory || address.hasSegment(of: Self.tagBases), !isInText(link), !isInTitle(link),
        !isInComments(link)
      else { continue }
      if isCategory { add("category", link) }
      if address.hasSegment(of: Self.tagBases) { add("post_tag", link) }
    }
    for (taxonomy, slug) in marks.terms
    where !terms.contains(where: { $0.taxonomy == taxonomy && $0.slug == slug }) {
      // Where slugs are not plain letters, WordPress writes the term's id: that is no slug.
      let isID = slug.allSatisfy(\.isNumber)
      if !isID { terms.append(TermReference(taxonomy: taxonomy, slug: slug, name: slug)) }
    }
    entry.item.terms += terms
  }

  static let categoryBases = PhraseTable(["category", "kategorie"])
  static let tagBases = PhraseTable(["tag", "schlagwort"])

  /// The taxonomy of a printed term: by what its link says, then by where it leads and stands.
  private func taxonomy(of link: Int, default taxonomy: String) -> String {
    let relation = page.tree.bytes(.rel, of: link) ?? []
    if relation.hasWord("category".utf8) { return "category" }
    for outer in page.tree.chain(from: link).prefix(while: { $0 != element }) {
      for name in page.tree.classes(of: outer) where name.starts(with: "taxonomy-".utf8) {
        return String(decoding: name.dropFirst(9), as: UTF8.self)
      }
    }
    guard let address = page.target(of: link) else { return taxonomy }
    if address.hasSegment(of: Self.categoryBases) || address.parameter("cat") != nil {
      return "category"
    }
    if address.hasSegment(of: Self.tagBases) || address.parameter("tag") != nil {
      return "post_tag"
    }
    // A custom taxonomy stands in the address: `/stadtteil/nord/`.
    if relation.hasWord("tag".utf8), let base = address.segments.dropLast().last,
      page.tree.has(element, class: ClassName("\(base)-\(Self.slug(of: address))"))
    {
      return base
    }
    return taxonomy
  }

  /// The last part of the path of a link whose address is not known.
  private func lastSegment(of link: Int) -> String {
    let path = WebAddress.path(of: page.tree.attribute(.href, of: link) ?? "")
    return path.split(separator: "/").last.map { WebAddress.decoded(String($0)) } ?? ""
  }

  /// The last part of a term's address, or the parameter it is given by.
  static func slug(of address: WebAddress) -> String {
    address.segments.last ?? address.parameter("tag") ?? address.parameter("category_name") ?? ""
  }

  mutating func readComments(into entry: inout PageEntry) {
    guard let found = find(.comments, where: { !$0.isInText($1) }) else { return }
    let link = page.tree.first(.a, in: page.tree.with(found))
    let text = page.text(found, without: hidden(in: found))
    if let href = link.flatMap({ page.tree.bytes(.href, of: $0) }),
      href.suffix(8).elementsEqual("#respond".utf8)
    {
      entry.commentCount = 0
    } else {
      entry.commentCount = MetaLine.commentCount(text)
    }
  }
}
