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
      if let kind = Self.byWords(text) { return (kind, Evidence(source: "words", value: text)) }
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
    let segments = Self.segments(of: address)
    guard let first = segments.first else { return address.query == nil ? .home : nil }
    for segment in segments.dropLast() {
      if let kind = Self.bases[segment] { return kind }
    }
    let limits = [1000...2099, 1...12, 1...31]
    let numbers = zip(segments, limits).prefix { segment, limit in Int(segment).map(limit.contains) ?? false }
    guard first.count == 4, !numbers.isEmpty else { return nil }
    if numbers.count == segments.count { return .date }
    // Below a post's own permalink stands what is attached to it, or another form of the post.
    if numbers.count > 1, segments.count == numbers.count + 2, let last = segments.last, Int(last) == nil,
      !Self.forms.contains(last), !last.hasPrefix("comment-page-")
    {
      return .attachment
    }
    return .single
  }

  /// The parts of an address's path, without the `/page/2/` that says nothing on the kind.
  private static func segments(of address: WebAddress) -> [String] {
    let segments = address.segments
    guard segments.count >= 2, segments[segments.count - 2] == "page",
      Int(segments[segments.count - 1]) != nil
    else { return segments }
    return Array(segments.dropLast(2))
  }

  private static func byWords(_ text: String) -> PageKind? {
    guard !text.isEmpty else { return nil }
    let folded = FoldedCase.bytes(of: text)
    return phrases.first { phrases, _ in phrases.stands(in: folded) }?.1
  }

  /// Whether the text is the heading of a listing, such as `Archiv für März 2009`.
  static func isHeading(_ text: String) -> Bool { byWords(text) != nil }

  /// What kind a listing of unknown kind is by where it and its entries stand; nil where that tells nothing.
  static func listing(at address: WebAddress, of entries: [WebAddress]) -> (kind: PageKind, evidence: String)?
  {
    let own = segments(of: address)
    guard let base = own.first, address.query == nil, Int(base) == nil, !entries.isEmpty else { return nil }
    let below = entries.filter { $0.segments.count > own.count && $0.segments.starts(with: own) }
    if own.count == 1, below.count == entries.count {
      return (.postType, "all its entries stand below /\(base)/")
    }
    if own.count > 1, below.isEmpty {
      return (.taxonomy, "a listing below /\(base)/, its entries elsewhere")
    }
    return nil
  }

  /// Other forms of a post that stand below its permalink.
  private static let forms: Set<String> = ["feed", "embed", "amp", "trackback"]
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
