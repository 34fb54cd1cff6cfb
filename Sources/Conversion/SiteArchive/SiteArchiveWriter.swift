internal import BagIt
internal import Bytes
internal import Model
internal import WARC

/// Writes the site's web archive and the archive of conversions: what workers made in source order, then what only
/// the whole run knows.
struct SiteArchiveWriter: ~Copyable {
  private let plan: RunPlan
  private let folder: PackageFolder
  private var pages: WARCWriter<PackageSink>
  private var derived: WARCWriter<PackageSink>
  private var media: MediaRecords
  private var index: PostIndex?
  private var collection: PageCollection?
  private let cdxj: SpilledIndex
  /// The documents of which the archive of conversions says what they are, by their numbers.
  private var migrated: Set<Int> = []

  init(plan: RunPlan, folder: PackageFolder) throws {
    let sink = PackageSink(folder: folder, prefix: plan.layout.warc)
    let pages = try WARCWriter(try ArchiveSeries.pages(plan), to: sink)
    let derived = try WARCWriter(try ArchiveSeries.derived(plan), to: sink)
    let index: PostIndex? =
      if let map = plan.map { try PostIndex(plan: plan, map: map, in: folder) } else { nil }
    let collection: PageCollection? =
      plan.options.writesCollection ? try PageCollection(plan: plan, folder: folder) : nil
    self.index = index
    self.collection = collection
    self.plan = plan
    self.folder = folder
    self.pages = pages
    self.derived = derived
    cdxj = SpilledIndex("\(InputStager.spoolFolder)/cdxj", in: folder)
    media = MediaRecords(plan: plan)
  }

  /// The warcinfo records that records should name, as far as is known now.
  var warcinfoIDs: WarcinfoIDs { WarcinfoIDs(pages: pages.warcinfoID, derived: derived.warcinfoID) }

  /// Appends the records of a batch.
  mutating func append(_ product: BatchProduct) throws {
    for record in product.records { try pages.append(record) }
    for document in product.convertedDocuments.sorted() { try appendMigration(of: document) }
    for record in product.derivedRecords { try derived.append(record) }
    if pages.index.count >= SpilledIndex.lineLimit { try cdxj.append(pages.takeIndex()) }
    try collection?.append(product)
    for post in product.listedPosts { try index?.add(post) }
    for (_, references) in product.media { media.add(references.served) }
  }

  /// Says once what the conversions of a document's items were made of, before the first of them.
  private mutating func appendMigration(of document: Int) throws {
    guard migrated.insert(document).inserted else { return }
    let records = MigrationRecords(plan: plan)
    let source = records.source(document)
    try derived.append(source)
    try derived.append(records.description(of: source, document: document))
  }

  /// Appends a document itself, byte for byte, at an address that no server ever had.
  mutating func appendOriginal(_ document: SourceDocument) throws {
    guard let uri = document.uri else { return }
    var record = ResourceRecord(
      uri: uri, date: plan.captureDate,
      block: Block(length: document.size, digest: document.sha256, contentType: document.kind.mediaType),
      identity: .derived(source: plan.sourceDigest, ordinal: document.kind == .export ? 0 : document.index))
    if document.findings.contains(where: { $0.severity == .loss }) { record.capture.truncated = .unspecified }
    var source = try FileSource(document.path)
    try pages.append(record, from: &source)
  }

  /// Appends a saved page, byte for byte, at its own address.
  mutating func appendPage(_ document: SourceDocument, at uri: TargetURI, date: UTCTime) throws {
    var source = try FileSource(document.path)
    let record = ResourceRecord(
      uri: uri, date: date,
      block: Block(length: document.size, digest: document.sha256, contentType: .html),
      identity: .derived(source: plan.sourceDigest, ordinal: document.index))
    try pages.append(record, from: &source)
  }

  /// Appends what only the whole run knows, and ends every file; returns how many there are, and adds to `written` what is
  /// seen of them and of the `complete` files.
  consuming func finish(
    balance: Balance, complete: [String], written: inout WrittenFiles, progress: (Progress) -> Void
  ) async throws -> Int {
    var done = Progress(phase: .archiving, items: 0, bytes: 0, totalBytes: 0)
    progress(done)
    let (plan, folder) = (plan, folder)
    let conversions = try derived.finish().files
    var collection = collection
    if var index = index.take() {
      try await index.write(to: &pages, cdxj: cdxj) { uri, title in
        try collection?.append(list: uri, title: title)
        done.items += 1
        progress(done)
      }
    }
    try media.write(to: &pages)
    let records = RunRecords(plan: plan, balance: balance)
    try pages.makeRoom(for: records.roomNeeded)
    try pages.append(records.report)
    try pages.append(records.manifest(of: pages.files + conversions))
    try cdxj.append(pages.takeIndex())
    let finished = try pages.finish()
    let indexName = plan.layout.warc + ArchiveSeries.indexName(plan)
    let index = try AppendedFile(indexName, in: folder)
    try cdxj.forEachLine { line in try index.append(line) }
    try index.flush()
    let count = finished.files.count + conversions.count + 1
    guard var collection else { return count }
    // One core packs; another reads meanwhile what is complete.
    let names = complete + conversions.map { plan.layout.warc + $0.name.text }
    async let digests = EarlyDigests.complete(
      names.map { ($0, nil) }, in: folder, jobs: plan.options.jobs)
    try collection.write(
      archives: finished.files, index: (folder.path(indexName), cdxj.count), after: done, written: &written,
      progress: progress)
    written.add(await digests)
    return count + 1
  }
}
