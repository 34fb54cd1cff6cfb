internal import Bytes
internal import JSONLines
internal import Metadata
internal import Model
internal import WARC

/// The ordered stage of the second pass: appends what the workers made, in source order.
struct RunWriter: ~Copyable {
  private let plan: RunPlan
  private let folder: PackageFolder
  private let items: AppendedFile?
  private let ledger: AppendedFile
  private let redirects: RedirectFiles?
  private let descriptions: AppendedFile?
  private var media = MediaKeeper()
  private var archive: WARCWriter<PackageSink>?
  private var derived: WARCWriter<PackageSink>?
  /// The documents of which the archive of conversions says what they are, by their numbers.
  private var migrated: Set<Int> = []
  /// The account so far.
  private(set) var balance: Balance
  /// How many files were written so far.
  private(set) var filesWritten = 0

  init(plan: RunPlan, folder: PackageFolder, balance: Balance) throws {
    let hasArchive = plan.options.outputs.contains(.warc)
    let sink = PackageSink(folder: folder, prefix: plan.layout.warc)
    let ledger = try AppendedFile(plan.layout.ledger, in: folder)
    let items = plan.options.outputs.contains(.json) ? try AppendedFile(plan.layout.items, in: folder) : nil
    let archive = hasArchive ? try WARCWriter(try ArchiveSeries.pages(plan), to: sink) : nil
    let derived = hasArchive ? try WARCWriter(try ArchiveSeries.derived(plan), to: sink) : nil
    let hasPages = plan.options.outputs.contains(.markdown) && !plan.options.isBare
    let redirects = hasPages ? try RedirectFiles(in: folder, at: plan.layout.redirects) : nil
    let descriptions = hasPages ? try AppendedFile(PackageMetadata.dublinCoreFile, in: folder) : nil
    try descriptions?.append(DublinCoreTable().header)
    self.redirects = redirects
    self.descriptions = descriptions
    self.plan = plan
    self.folder = folder
    self.balance = balance
    self.ledger = ledger
    self.items = items
    self.archive = archive
    self.derived = derived
  }

  /// The warcinfo records that records should name, as far as is known now.
  mutating func warcinfoIDs() -> WarcinfoIDs? {
    guard let pages = archive?.warcinfoID, let derived = derived?.warcinfoID else { return nil }
    return WarcinfoIDs(pages: pages, derived: derived)
  }

  /// Counts a thing that was seen in the source.
  mutating func see(_ kind: LedgerRow.Kind) { balance.see(kind.rawValue) }

  /// Appends the product of a batch.
  mutating func append(_ product: BatchProduct) throws {
    try items?.append(product.itemLines)
    try ledger.append(product.ledgerLines)
    for record in product.records { try archive?.append(record) }
    for document in product.convertedDocuments.sorted() { try appendMigration(of: document) }
    for record in product.derivedRecords { try derived?.append(record) }
    try redirects?.append(product.redirects)
    try descriptions?.append(product.descriptions)
    for (item, references) in product.media { media.add(references, item: item) }
    balance.add(product.balance)
    filesWritten += product.filesWritten
  }

  /// Says once what the conversions of a document's items were made of, before the first of them.
  private mutating func appendMigration(of document: Int) throws {
    guard derived != nil, migrated.insert(document).inserted else { return }
    let records = MigrationRecords(plan: plan)
    let source = records.source(document)
    try derived?.append(source)
    try derived?.append(records.description(of: source, document: document))
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
    try archive?.append(record, from: &source)
  }

  /// Appends a saved page, byte for byte, at its own address.
  mutating func appendPage(_ document: SourceDocument, at uri: TargetURI, date: UTCTime) throws {
    var source = try FileSource(document.path)
    let record = ResourceRecord(
      uri: uri, date: date,
      block: Block(length: document.size, digest: document.sha256, contentType: .html),
      identity: .derived(source: plan.sourceDigest, ordinal: document.index))
    try archive?.append(record, from: &source)
  }

  /// Appends a row of the ledger and settles it in the account.
  mutating func append(_ row: LedgerRow) throws {
    var json = JSONText()
    row.write(to: &json)
    try ledger.append(json.bytes)
    balance.settle(row.kind.rawValue, row.outcome)
    balance.note(row.findings)
  }

  /// Ends every file.
  consuming func finish() throws -> (balance: Balance, filesWritten: Int) {
    var count = filesWritten + 1
    if let items {
      try items.flush()
      count += 1
    }
    if let descriptions {
      try descriptions.flush()
      count += 1
    }
    try ledger.flush()
    try redirects?.finish()
    count += (redirects?.count ?? 0) + (try media.write(plan, to: folder))
    if let writer = archive.take() {
      let finished = try writer.finish()
      let index = try AppendedFile(plan.layout.warc + ArchiveSeries.indexName(plan), in: folder)
      try finished.index.forEachLine { line throws(FileError) in try index.append(line) }
      try index.flush()
      count += finished.files.count + 1
    }
    if let writer = derived.take() { count += try writer.finish().files.count }
    return (balance, count)
  }
}
