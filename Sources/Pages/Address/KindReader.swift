/// Tells what kind of page it is: by the classes of `body`, by the address of its data, by its own address, by its words.
struct KindReader {
  let marks: BodyMarks
  let address: WebAddress?
  /// The address of the page's own data in WordPress's API, where the head names it.
  let data: WebAddress?
  /// The page's `<title>` and its first heading.
  let words: [String]

  /// The kind, and what told it; nil where nothing does.
  func kind() -> (kind: PageKind, evidence: Evidence)? {
    if let (kind, mark) = marks.kind { return (kind, Evidence(source: "body-class", value: mark)) }
    if let data, let kind = byData(data) { return (kind, Evidence(source: "api", value: data.description)) }
    if let address, let kind = byAddress(address), kind != .home {
      return (kind, Evidence(source: "address", value: address.description))
    }
    for text in words {
      if let kind = byWords(text) { return (kind, Evidence(source: "words", value: text)) }
    }
    guard let address, byAddress(address) == .home else { return nil }
    return (.home, Evidence(source: "address", value: address.description))
  }

  /// `/wp-json/wp/v2/posts/12`.
  private func byData(_ data: WebAddress) -> PageKind? {
    guard let name = data.segments.dropLast().last, Int(data.segments.last ?? "") != nil else { return nil }
    return Self.collections[name]
  }

  private func byAddress(_ address: WebAddress) -> PageKind? {
    for (name, kind) in Self.parameters where address.parameter(name) != nil { return kind }
    var segments = address.segments
    // `/page/2/` says nothing on the kind.
    if segments.count >= 2, segments[segments.count - 2] == "page", Int(segments[segments.count - 1]) != nil {
      segments.removeLast(2)
    }
    guard let first = segments.first else { return address.query == nil ? .home : nil }
    for segment in segments.dropLast() {
      if let kind = Self.bases[segment] { return kind }
    }
    let limits = [1000...2099, 1...12, 1...31]
    let numbers = zip(segments, limits).prefix { segment, limit in Int(segment).map(limit.contains) ?? false }
    guard first.count == 4, !numbers.isEmpty else { return nil }
    return numbers.count == segments.count ? .date : .single
  }

  private func byWords(_ text: String) -> PageKind? {
    guard !text.isEmpty else { return nil }
    let folded = FoldedCase.bytes(of: text)
    return Self.phrases.first { phrases, _ in phrases.stands(in: folded) }?.1
  }

  private static let collections: [String: PageKind] = [
    "posts": .single, "pages": .page, "media": .attachment, "categories": .category, "tags": .tag,
    "users": .author,
  ]
  private static let parameters: [(String, PageKind)] = [
    ("s", .search), ("p", .single), ("page_id", .page), ("attachment_id", .attachment), ("cat", .category),
    ("category_name", .category), ("tag", .tag), ("author", .author), ("m", .date), ("year", .date),
  ]
  private static let bases: [String: PageKind] = [
    "category": .category, "kategorie": .category, "tag": .tag, "schlagwort": .tag, "author": .author,
    "autor": .author, "search": .search, "suche": .search,
  ]
  private static let phrases: [(PhraseTable, PageKind)] = [
    (PhraseTable(["nicht gefunden", "not found", "404"]), .notFound),
    (PhraseTable(["suchergebnis", "search result"]), .search),
    (
      PhraseTable(["archiv für die kategorie", "kategorie-archiv", "kategoriearchiv", "category archive"]),
      .category
    ),
    (PhraseTable(["schlagwort-archiv", "schlagwortarchiv", "tag archive", "posts tagged"]), .tag),
    (PhraseTable(["autorenarchiv", "autor-archiv", "author archive"]), .author),
    (
      PhraseTable([
        "monatsarchiv", "jahresarchiv", "tagesarchiv", "archiv für", "monthly archive", "yearly archive",
      ]), .date
    ),
  ]
}
