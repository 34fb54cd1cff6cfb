import Bytes
import HTML
import Model

extension EntryReader {
  /// The date: machine-readable where there is such a form, else as printed, settled by the permalink.
  mutating func readDate(into entry: inout PageEntry) {
    guard var date = machineDate() ?? printedDate() else { return }
    let permalink = entry.item.link.flatMap { PermalinkDate(address: $0) }
    switch date.confirm(by: permalink) {
    case true: evidence.append(Evidence(source: "date", value: "confirmed by the permalink"))
    case false:
      entry.item.findings.append(
        Finding(
          .dateContradiction, .note, at: page.offset(element),
          "the page prints the date “\(date.text)”, the permalink says otherwise: \(entry.item.link ?? "")"))
    default: break
    }
    entry.item.date = date.sourceDate
    if let moment = date.moment { entry.item.dateGMT = SourceDate(raw: date.text, civil: moment) }
  }

  private mutating func machineDate() -> PrintedDate? {
    guard let found = find(.date, where: { !$0.isInText($1) && !$0.isInComments($1) }) else { return nil }
    if let stamp = page.tree.attribute(.datetime, of: found), let date = PrintedDate(in: stamp) {
      return date
    }
    if page.tree.isOne(found, .abbr), let title = page.tree.attribute(.title, of: found),
      let date = PrintedDate(in: title)
    {
      return date
    }
    guard var date = PrintedDate(in: page.text(found)) else { return nil }
    // Twenty Ten writes the time of day into the link's title.
    guard date.clock == nil else { return date }
    let link = page.tree.chain(from: found).prefix { $0 >= element }.first { page.tree.isOne($0, .a) }
    if let link, let title = page.tree.attribute(.title, of: link),
      let timed = PrintedDate(in: "\(date.text) \(title)"), timed.clock != nil
    {
      date = timed
    }
    return date
  }

  /// The date of a line that is little else, or of a theme's own line, outside the text.
  private mutating func printedDate() -> PrintedDate? {
    for line in linesOutsideText() {
      if let date = MetaLine.date(of: line.text) {
        evidence.append(Evidence(source: "date", value: "a line of its own", offset: line.range.offset))
        return date
      }
    }
    for inner in inside where page.metaLines.contains(inner) && !isInText(inner) {
      if let date = PrintedDate(in: page.text(inner)) {
        note("date", "printed among other things", inner)
        return date
      }
    }
    return nil
  }

  /// The entry's lines without its text.
  private func linesOutsideText() -> [FlowLine] {
    page.lines(element, without: NodeSet(textElement.map { [page.node($0)] } ?? []))
  }

  private func isInComments(_ element: Int) -> Bool {
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
      guard line.text.isAtMost(199), let (_, range) = DateScanner(line.text).first(),
        let name = Self.nameAfterPreposition(line.text[line.text.index(atByte: range.upperBound)...])
          ?? Self.nameAfterPreposition(line.text[..<line.text.index(atByte: range.lowerBound)])
      else { continue }
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
      let slug = page.target(of: link).map { Self.slug(of: $0) } ?? ""
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

  private static let categoryBases = PhraseTable(["category", "kategorie"])
  private static let tagBases = PhraseTable(["tag", "schlagwort"])

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

  /// The last part of a term's address, or the parameter it is given by.
  private static func slug(of address: WebAddress) -> String {
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
