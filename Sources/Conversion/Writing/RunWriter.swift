internal import BagIt
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
  private var media: MediaKeeper
  private var archive: SiteArchiveWriter?
  /// The account so far.
  private(set) var balance: Balance
  /// How many files were written so far.
  private(set) var filesWritten = 0

  init(plan: RunPlan, folder: PackageFolder, balance: Balance) throws {
    let hasArchive = plan.options.outputs.contains(.warc)
    let ledger = try AppendedFile(plan.layout.ledger, in: folder)
    let items = plan.options.outputs.contains(.json) ? try AppendedFile(plan.layout.items, in: folder) : nil
    let archive = hasArchive ? try SiteArchiveWriter(plan: plan, folder: folder) : nil
    let hasPages = plan.options.outputs.contains(.markdown) && !plan.options.isBare
    let redirects = hasPages ? try RedirectFiles(in: folder, at: plan.layout.redirects) : nil
    let descriptions = hasPages ? try AppendedFile(PackageMetadata.dublinCoreFile, in: folder) : nil
    try descriptions?.append(PackageMetadata.dublinCore.header)
    self.redirects = redirects
    self.descriptions = descriptions
    media = MediaKeeper(in: folder)
    self.plan = plan
    self.folder = folder
    self.balance = balance
    self.ledger = ledger
    self.items = items
    self.archive = archive
  }

  /// The warcinfo records that records should name, as far as is known now.
  mutating func warcinfoIDs() -> WarcinfoIDs? { archive?.warcinfoIDs }

  /// Counts a thing that was seen in the source.
  mutating func see(_ kind: LedgerRow.Kind) { balance.see(kind.rawValue) }

  /// Appends the product of a batch.
  mutating func append(_ product: BatchProduct) throws {
    for line in product.itemLines { try items?.append(line) }
    try ledger.append(product.ledgerLines.bytes)
    try archive?.append(product)
    try redirects?.append(product.redirects)
    try descriptions?.append(product.descriptions)
    for (item, references) in product.media { try media.add(references, item: item) }
    balance.add(product.balance)
    filesWritten += product.filesWritten
  }

  /// Appends a document itself to the web archive, where one is written.
  mutating func appendOriginal(_ document: SourceDocument) throws { try archive?.appendOriginal(document) }

  /// Appends a saved page to the web archive, where one is written.
  mutating func appendPage(_ document: SourceDocument, at uri: TargetURI, date: UTCTime) throws {
    try archive?.appendPage(document, at: uri, date: date)
  }

  /// Appends a row of the ledger and settles it in the account.
  mutating func append(_ row: LedgerRow) throws {
    var json = JSONText()
    row.write(to: &json)
    try ledger.append(json.bytes)
    balance.settle(row.kind.rawValue, row.outcome)
    balance.note(row.findings)
  }

  /// Ends every file; adds to `written` what is known of them.
  consuming func finish(
    written: inout WrittenFiles, progress: (Progress) -> Void
  ) async throws -> (balance: Balance, filesWritten: Int) {
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
    if let archive = archive.take() {
      count += try await archive.finish(
        balance: balance, complete: [plan.layout.items, plan.layout.ledger], written: &written,
        progress: progress)
    }
    return (balance, count)
  }
}
