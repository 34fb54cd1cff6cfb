internal import Bytes
internal import Reconstruction
internal import WARC

/// Puts together the lists of posts that a reader walks from: gathers the entries in a file as posts are converted, and
/// writes the pages when all are there.
///
/// Memory grows with the number of lists, not of posts.
struct PostIndex: ~Copyable {
  /// WordPress lists so many posts a page unless a site says otherwise, which no export tells.
  static let postsPerPage = 10

  private let plan: RunPlan
  private let map: SiteMap
  private let file: AppendedFile
  private let path: String
  private var length = 0
  private var order: SpilledOrder
  private var numbers: [ArchiveKey: Int] = [:]
  private var lists: [(key: ArchiveKey, name: String, count: Int)] = []
  private var entries: EntryReader?
  /// How many posts of each list were taken.
  private var seen: [Int] = []
  /// The next list to be looked at for one without posts.
  private var nextEmpty = 0

  /// Begins with no post.
  init(plan: RunPlan, map: SiteMap, in folder: PackageFolder) throws(FileError) {
    let name = "\(InputStager.spoolFolder)/entries"
    file = try AppendedFile(name, in: folder)
    path = folder.path(name)
    self.plan = plan
    self.map = map
    order = SpilledOrder(path: folder.path("\(InputStager.spoolFolder)/order"))
  }

  /// Adds a post; posts must come in source order.
  mutating func add(_ post: ListedPost) throws(FileError) {
    // The latest first, those without a date last, and of the same time in source order.
    let age = post.time.map { UInt64(clamping: (1 << 38) - $0) } ?? UInt64.max
    let place = EntryPlace(start: length, count: post.entryHTML.count)
    for list in post.lists {
      let number = number(of: list.key, name: list.name)
      lists[number].count += 1
      try order.append(
        SpilledOrder.Record(high: UInt64(number) << 40 | min(age, 1 << 40 - 1), low: place.packed))
    }
    try file.append(place.prefix)
    try file.append(post.entryHTML)
    length += place.prefix.count + post.entryHTML.count
  }

  private mutating func number(of key: ArchiveKey, name: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = lists.count
    lists.append((key, name, 0))
    return lists.count - 1
  }

  /// Writes every page of every list, made on several cores; `note` gets each with its title.
  ///
  /// A list is left out where something else has its address: an item, or a page that was saved.
  mutating func write(
    to archive: inout WARCWriter<PackageSink>, cdxj: SpilledIndex, note: (TargetURI, String) throws -> Void
  ) async throws {
    try file.flush()
    for key in map.terms + (plan.timeline.frontPage == nil ? [.type("post")] : []) {
      _ = number(of: key, name: "")
    }
    try order.seal()
    entries = EntryReader(try File.open(path))
    seen = [Int](repeating: 0, count: lists.count)
    let (map, plan) = (map, plan)
    let parts = map.parts(of: lists.map(\.key))
    try await OrderedPipeline.run(jobs: plan.options.jobs) { () throws -> ([ListPage], RecordID)? in
      let pages = try nextPages()
      return pages.isEmpty ? nil : (pages, archive.warcinfoID)
    } transform: { pages, warcinfoID throws -> [(page: EncodedRecord, uri: TargetURI, title: String)] in
      var encoder = RecordEncoder(.gzip(level: plan.options.compressionLevel), codes: plan.codes)
      var made: [(page: EncodedRecord, uri: TargetURI, title: String)] = []
      for page in pages {
        guard let record = plan.record(of: page, parts: parts[page.key] ?? [], map: map) else { continue }
        made.append((try encoder.encode(record.record, warcinfoID: warcinfoID), record.uri, record.title))
      }
      return made
    } consume: { made in
      for page in made {
        try archive.append(page.page)
        try note(page.uri, page.title)
      }
      if archive.index.count >= SpilledIndex.lineLimit { try cdxj.append(archive.takeIndex()) }
    }
  }

  /// So many pages are made at a time.
  private static let pagesPerBatch = 32

  private mutating func nextPages() throws(FileError) -> [ListPage] {
    var pages: [ListPage] = []
    var html: [UInt8] = []
    while pages.count < Self.pagesPerBatch, let record = try order.next() {
      let list = Int(record.high >> 40)
      try entries?.read(EntryPlace(packed: record.low), appendingTo: &html)
      seen[list] += 1
      guard seen[list] % Self.postsPerPage == 0 || seen[list] == lists[list].count else { continue }
      pages.append(page(of: list, entriesHTML: html))
      html = []
    }
    while pages.count < Self.pagesPerBatch, nextEmpty < lists.count {
      if lists[nextEmpty].count == 0 { pages.append(page(of: nextEmpty, entriesHTML: [])) }
      nextEmpty += 1
    }
    return pages
  }

  private func page(of list: Int, entriesHTML: [UInt8]) -> ListPage {
    ListPage(
      key: lists[list].key, name: lists[list].name,
      number: max(1, (seen[list] + Self.postsPerPage - 1) / Self.postsPerPage), posts: lists[list].count,
      entriesHTML: entriesHTML)
  }
}

/// A page of a list before it is written.
private struct ListPage: Sendable {
  let key: ArchiveKey
  let name: String
  /// Which page of the list it is, from 1.
  let number: Int
  /// How many posts the whole list has.
  let posts: Int
  let entriesHTML: [UInt8]
}

extension RunPlan {
  /// A page of a list as a record; nil where its address is another's.
  fileprivate func record(
    of list: ListPage, parts: [ArchiveKey], map: SiteMap
  ) -> (record: any WARCRecord, uri: TargetURI, title: String)? {
    let (key, number) = (list.key, list.number)
    let pageCount = max(1, (list.posts + PostIndex.postsPerPage - 1) / PostIndex.postsPerPage)
    let address = map.address(of: key, page: number)
    guard let uri = TargetURI(encoding: address), firstItem(at: address) == nil, !archived.hasPage(at: uri)
    else { return nil }
    let title = map.title(of: key, name: list.name)
    var page = IndexPage(
      title: title, permalink: uri.text, number: number, count: pageCount, entriesHTML: list.entriesHTML)
    page.parts = parts.map { PageLink(map.partName(of: $0), url: short(map.address(of: $0))) }
    page.description = map.description(of: key)
    if number > 1 { page.newer = short(map.address(of: key, page: number - 1)) }
    if number < pageCount { page.older = short(map.address(of: key, page: number + 1)) }
    let record = pageRecord(
      of: page.html(in: frame), at: uri, identity: .derived(source: sourceDigest, ordinal: 0))
    return (record, uri, title)
  }
}
