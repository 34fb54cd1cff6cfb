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

  /// An entry holds a title and a few words; one of a megabyte is no entry.
  private static let longestEntry = 1 << 20 - 1

  private let plan: RunPlan
  private let map: SiteMap
  private let file: AppendedFile
  private let path: String
  private var length = 0
  private var order: SpilledOrder
  private var numbers: [ArchiveKey: Int] = [:]
  private var lists: [(key: ArchiveKey, name: String, count: Int)] = []

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
    guard post.entryHTML.count <= Self.longestEntry else { return }
    // The latest first, those without a date last, and of the same time in source order.
    let age = post.time.map { UInt64(clamping: (1 << 38) - $0) } ?? UInt64.max
    let place = UInt64(length) << 20 | UInt64(post.entryHTML.count)
    for list in post.lists {
      let number = number(of: list.key, name: list.name)
      lists[number].count += 1
      try order.append(
        SpilledOrder.Record(high: UInt64(number) << 40 | min(age, 1 << 40 - 1), low: place))
    }
    try file.append(post.entryHTML)
    length += post.entryHTML.count
  }

  private mutating func number(of key: ArchiveKey, name: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = lists.count
    lists.append((key, name, 0))
    return lists.count - 1
  }

  /// Writes every page of every list; `note` gets each with its title.
  ///
  /// A list is left out where something else has its address: an item, or a page that was saved.
  consuming func write(
    to archive: inout WARCWriter<PackageSink>, cdxj: SpilledIndex, note: (TargetURI, String) throws -> Void
  ) throws {
    try file.flush()
    for key in map.terms + (plan.timeline.frontPage == nil ? [.type("post")] : []) {
      _ = number(of: key, name: "")
    }
    let lists = lists
    let counts = lists.map(\.count)
    let map = map
    let plan = plan
    let parts = map.parts(of: lists.map(\.key))
    let entries = try File.open(path)
    // Lists say again what posts say: here time counts for more than room.
    var encoder = RecordEncoder(.gzip(level: 1))
    var html: [UInt8] = []
    var seen = [Int](repeating: 0, count: lists.count)
    func endPage(_ list: Int) throws {
      defer { html.removeAll(keepingCapacity: true) }
      let number = max(1, (seen[list] + Self.postsPerPage - 1) / Self.postsPerPage)
      guard
        let page = plan.indexPage(
          lists[list].key, name: lists[list].name, number: number, posts: counts[list], entriesHTML: html,
          parts: number == 1 ? parts[lists[list].key] ?? [] : [], map: map)
      else { return }
      try archive.append(try encoder.encode(page.record, warcinfoID: archive.warcinfoID))
      if archive.index.count >= SpilledIndex.lineLimit { try cdxj.append(archive.takeIndex()) }
      try note(page.uri, page.title)
    }
    try order.forEach { record in
      let list = Int(record.high >> 40)
      try entries.read(Int(record.low) & Self.longestEntry, at: Int(record.low >> 20), appendingTo: &html)
      seen[list] += 1
      if seen[list] % Self.postsPerPage == 0 || seen[list] == counts[list] { try endPage(list) }
    }
    for list in lists.indices where counts[list] == 0 { try endPage(list) }
  }
}

extension RunPlan {
  /// A page of a list as a record; nil where its address is another's.
  fileprivate func indexPage(
    _ key: ArchiveKey, name: String, number: Int, posts: Int, entriesHTML: [UInt8], parts: [ArchiveKey],
    map: SiteMap
  ) -> (record: any WARCRecord, uri: TargetURI, title: String)? {
    let pageCount = max(1, (posts + PostIndex.postsPerPage - 1) / PostIndex.postsPerPage)
    let address = map.address(of: key, page: number)
    guard let uri = TargetURI(encoding: address), firstItem(at: address) == nil, !archived.hasPage(at: uri)
    else { return nil }
    let title = map.title(of: key, name: name)
    var page = IndexPage(
      title: title, permalink: uri.text, number: number, count: pageCount, entriesHTML: entriesHTML)
    page.parts = parts.map { PageLink(map.partName(of: $0), url: links(to: map.address(of: $0))) }
    page.description = map.description(of: key)
    if number > 1 { page.newer = links(to: map.address(of: key, page: number - 1)) }
    if number < pageCount { page.older = links(to: map.address(of: key, page: number + 1)) }
    let record = pageRecord(
      of: page.html(in: frame), at: uri, identity: .derived(source: sourceDigest, ordinal: 0))
    return (record, uri, title)
  }

  private func links(to address: String) -> String { addresses?.short(address) ?? address }
}
