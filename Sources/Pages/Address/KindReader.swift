/// Tells what kind of page it is: by the classes of `body`, by its address, by what stands on it.
struct KindReader {
  let marks: BodyMarks
  let address: WebAddress?
  /// The site's front page, where it is known.
  let home: WebAddress?

  /// The kind by classes or address, and what told it; nil where neither does.
  func kind() -> (kind: PageKind, evidence: Evidence)? {
    if let (kind, mark) = marks.kind {
      return (kind, Evidence(source: "body-class", value: mark))
    }
    return byAddress().map { ($0, Evidence(source: "address", value: address?.description ?? "")) }
  }

  private func byAddress() -> PageKind? {
    guard let address else { return nil }
    for (name, kind) in Self.parameters where address.parameter(name) != nil { return kind }
    var segments = address.segments
    // `/page/2/` and `/feed/` say nothing on the kind.
    if segments.count >= 2, segments[segments.count - 2] == "page", Int(segments[segments.count - 1]) != nil {
      segments.removeLast(2)
    }
    guard let first = segments.first else { return address.query == nil ? .home : nil }
    for segment in segments.dropLast() {
      if let kind = Self.bases[segment] { return kind }
    }
    let numbers = segments.prefix { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    if first.count == 4, !numbers.isEmpty {
      return numbers.count == segments.count && segments.count <= 3 ? .date : .single
    }
    return nil
  }

  private static let parameters: [(String, PageKind)] = [
    ("s", .search), ("p", .single), ("page_id", .page), ("attachment_id", .attachment), ("cat", .category),
    ("category_name", .category), ("tag", .tag), ("author", .author), ("m", .date), ("year", .date),
  ]
  private static let bases: [String: PageKind] = [
    "category": .category, "kategorie": .category, "tag": .tag, "schlagwort": .tag, "author": .author,
    "autor": .author, "search": .search, "suche": .search,
  ]
}
