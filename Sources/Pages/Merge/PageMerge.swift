import Bytes
public import Model

/// Joins what many pages say of the same posts: one item each, with all its evidence.
///
/// Entries are the same post when they share a permalink, else a post id, else title and date. A single page wins over an
/// excerpt, an export over both. Where they contradict each other, both are kept and a finding says so.
public struct PageMerge: Sendable {
  /// The posts that no export has, in the order they were first seen.
  public private(set) var posts: [RescuedPost] = []
  /// The export's items that pages show too, by their numbers: where they were public, and what contradicts them.
  public private(set) var proofs: [Int: Proof] = [:]

  /// What pages say of an item that an export has.
  public struct Proof: Sendable {
    /// The pages it stands on.
    public var sightings: [RescuedPost.Sighting] = []
    /// Where they contradict the export.
    public var findings: [Finding] = []
    /// The texts that were compared already: a listing repeats what another one shows.
    fileprivate var compared: Set<Int> = []
  }

  private var known: [KnownItem] = []
  private var knownPlaces = Places()
  private var places = Places()
  private var parts: [String: [Int: String]] = [:]
  private var partCounts: [String: Int] = [:]

  /// Begins with what the exports have.
  public init(known: [KnownItem] = []) {
    self.known = known
    for (place, item) in known.enumerated() {
      knownPlaces.add(
        place, addresses: [item.link], id: item.id, title: item.title, date: String(item.date.prefix(10)))
    }
  }

  /// Takes in a page's entries; `texts` gives the visible texts of the export's item of that number: its whole text,
  /// and a manual excerpt where it has one.
  public mutating func add(_ reading: PageReading, texts: (Int) -> [String] = { _ in [] }) {
    // Two entries of one page are two posts, whatever else they share, unless they have the same permalink.
    var taken: [Int: String?] = [:]
    for (index, found) in reading.entries.enumerated() {
      // Why a page's reader took it is told by the page's own reading.
      var entry = found
      entry.evidence = []
      let sighting = RescuedPost.Sighting(
        input: reading.source.input, inputIndex: reading.source.inputIndex, page: reading.address,
        kind: reading.kind,
        place: index + 1)
      if let place = knownPlaces.place(of: entry) {
        prove(known[place], by: entry, sighting, texts)
      } else if let place = places.place(of: entry),
        taken[place] == nil || taken[place] == entry.item.link
      {
        join(entry, to: place, sighting)
        taken[place] = .some(entry.item.link)
      } else {
        taken[posts.count] = .some(entry.item.link)
        posts.append(
          RescuedPost(item: entry.item, entry: entry, addresses: entry.addresses, sightings: [sighting]))
        remember(posts.count - 1)
      }
      notePart(of: entry)
    }
  }

  /// The posts of which only an excerpt is known, with every address known for them: what to fetch before the site goes.
  public var unrescued: [RescuedPost] { posts.filter(\.isPartial) }

  /// Puts posts in parts together; to be called when every page is in.
  public mutating func finish() {
    for (key, bodies) in parts {
      guard let place = places.place(ofAddress: key), let count = partCounts[key] else { continue }
      posts[place].item.content = bodies.sorted { $0.key < $1.key }.map(\.value).joined(
        separator: "\n<!--nextpage-->\n")
      for missing in (1...max(count, 1)) where bodies[missing] == nil {
        posts[place].item.findings.append(
          Finding(.missingPart, .loss, "part \(missing) of \(count) was not among the pages"))
      }
    }
    for place in posts.indices where posts[place].isPartial {
      posts[place].item.findings.append(
        Finding(
          .onlyExcerpt, .loss,
          "only an excerpt is known; fetch \(posts[place].addresses.first ?? "it") while it can be had"))
    }
  }

  // MARK: Joining

  private mutating func join(_ entry: PageEntry, to place: Int, _ sighting: RescuedPost.Sighting) {
    var post = posts[place]
    post.sightings.append(sighting)
    for address in entry.addresses where !post.addresses.contains(address) { post.addresses.append(address) }
    let contradictions = Contradictions.between(post.entry, entry, on: sighting)
    if Self.isBetter(entry, than: post.entry) {
      let older = post.item
      post.item = Self.completed(entry.item, by: older)
      post.item.findings += older.findings.filter { !post.item.findings.contains($0) }
      post.entry = entry
    } else {
      post.item = Self.completed(post.item, by: entry.item)
      post.item.findings += entry.item.findings.filter {
        $0.code == .cutTag && post.item.findings.allSatisfy { $0.code != .cutTag }
      }
    }
    post.item.findings += contradictions.filter { finding in
      post.item.findings.allSatisfy { $0.detail != finding.detail }
    }
    posts[place] = post
    remember(place)
  }

  /// A whole post before an excerpt, the first part before later ones, the longer excerpt before the shorter.
  private static func isBetter(_ entry: PageEntry, than other: PageEntry) -> Bool {
    if entry.item.isPartial != other.item.isPartial { return other.item.isPartial }
    guard entry.item.isPartial else { return (entry.part?.number ?? 1) < (other.part?.number ?? 1) }
    return entry.excerptText.count > other.excerptText.count
  }

  /// The item with what only the other one tells.
  private static func completed(_ item: Item, by other: Item) -> Item {
    var item = item
    item.id = item.id ?? other.id
    item.link = item.link ?? other.link
    item.kicker = item.kicker ?? other.kicker
    item.creator = item.creator ?? other.creator
    item.excerpt = item.excerpt ?? other.excerpt
    item.type = item.type ?? other.type
    item.status = item.status ?? other.status
    item.sticky = item.sticky ?? other.sticky
    item.dateGMT = item.dateGMT ?? other.dateGMT
    if (item.title ?? "").isEmpty { item.title = other.title ?? item.title }
    // A date with a time of day says more than one without.
    if let date = other.date,
      item.date == nil || date.raw.contains(":") && item.date?.raw.contains(":") == false
    {
      item.date = date
    }
    for term in other.terms
    where !item.terms.contains(where: { $0.taxonomy == term.taxonomy && $0.slug == term.slug }) {
      item.terms.append(term)
    }
    return item
  }

  private mutating func remember(_ place: Int) {
    let post = posts[place]
    places.add(
      place, addresses: post.addresses + [post.item.link ?? ""], id: post.item.id ?? "",
      title: post.item.title ?? "",
      date: post.item.date?.civil?.dateText ?? "")
  }

  private mutating func notePart(of entry: PageEntry) {
    guard let part = entry.part, let link = entry.item.link.flatMap({ WebAddress($0) }),
      let content = entry.item.content
    else { return }
    parts[link.key, default: [:]][part.number] = content
    partCounts[link.key] = max(partCounts[link.key] ?? 0, part.count)
  }

  private mutating func prove(
    _ item: KnownItem, by entry: PageEntry, _ sighting: RescuedPost.Sighting, _ texts: (Int) -> [String]
  ) {
    var proof = proofs[item.number] ?? Proof()
    proof.sightings.append(sighting)
    proof.findings += Contradictions.between(item, entry, on: sighting).filter {
      !proof.findings.contains($0)
    }
    if !item.isProtected, entry.part == nil, let shown = Contradictions.text(of: entry),
      proof.compared.insert(shown.fingerprint).inserted
    {
      let known = texts(item.number).map { ComparableText($0) }.filter { $0.count > 0 }
      if let finding = Contradictions.between(known, shown, on: sighting) { proof.findings.append(finding) }
    }
    proofs[item.number] = proof
  }
}
