internal import BagIt
internal import Bytes
internal import Content
internal import Markdown
internal import JSONLines
internal import Model
internal import Pages
internal import Reconstruction
internal import WARC
internal import WXR

/// Turns exports into a package: stages them, surveys them, converts every item, seals the result.
///
/// The package is built beside its destination and renamed into place at the very end; a run that fails leaves
/// nothing under that name. The same inputs and options give the same bytes, with any number of jobs.
public struct Converter: Sendable {
  private let options: ConversionOptions

  /// Makes a converter.
  public init(options: ConversionOptions) { self.options = options }

  /// Converts what the arguments stand for.
  ///
  /// - Parameters:
  ///   - arguments: paths of files and folders, and `-` for standard input.
  ///   - progress: is told how far the run has come.
  /// - Returns: the account of the run.
  /// - Throws: ``ConversionError`` where an input or the output is unusable. Damage inside an input is no error: it
  ///   is repaired or reported.
  public func convert(
    _ arguments: [String], progress: (Progress) -> Void = { _ in }
  ) async throws(ConversionError) -> ConversionSummary {
    let folder = try PackageFolder.begin(at: options.destination)
    do {
      return try await fill(folder, from: arguments, progress: progress)
    } catch let error as ConversionError {
      folder.abandon()
      throw error
    } catch let error as FileError {
      folder.abandon()
      throw .output(error)
    } catch {
      folder.abandon()
      throw ConversionError(.unusableOutput, "\(error)")
    }
  }

  private func fill(
    _ folder: PackageFolder, from arguments: [String], progress: (Progress) -> Void
  ) async throws -> ConversionSummary {
    progress(Progress(phase: .staging, items: 0, bytes: 0, totalBytes: 0))
    var stager = InputStager(folder: folder, keepsOriginals: !options.isBare)
    try stager.stage(arguments)
    let exports = stager.documents.filter { $0.kind == .export }
    let pages = try PageDocuments.among(stager.documents)
    guard !exports.isEmpty || !pages.isEmpty else {
      throw ConversionError(
        .unusableInput,
        "none of \(arguments.joined(separator: ", ")) is a WordPress export or a saved page. "
          + "`nachlass inspect` says what they are.")
    }

    guard let preset = Preset.named(options.preset) else {
      throw ConversionError(.unusableOptions, "there is no preset \(options.preset).")
    }
    let layout = OutputLayout(options, preset: preset)
    var builder = CatalogueBuilder(
      options: options, preset: preset, reservedPathLength: layout.markdown.utf8.count)
    var surveyor = Surveyor(documents: exports, jobs: options.jobs)
    var balance = Balance()
    var known: [KnownItem] = []
    var knownPlaces: [KnownTexts.Place] = []
    var timeline = try PostTimeline.Builder(in: folder, publication: options.publication)
    try await surveyor.run(progress: progress) { batch, section, summaries in
      builder.add(batch, of: section, summaries)
      try timeline.add(summaries, first: batch.firstIndex)
      if !pages.isEmpty {
        known += KnownItem.all(of: batch, summaries)
        knownPlaces += batch.items.map { KnownTexts.Place(section: batch.section, range: $0) }
      }
      balance.see(LedgerRow.Kind.item.rawValue, count: summaries.count)
      balance.see(LedgerRow.Kind.comment.rawValue, count: summaries.reduce(0) { $0 + $1.commentCount })
    }
    let reads = SourceReads()
    let texts = KnownTexts(
      knownPlaces, sections: surveyor.sections, documents: stager.documents, reads: reads)
    var rescue = try await rescue(pages, known: known, texts: texts, stager: stager)
    let found = rescue.finish(beside: SiteMerge.merged(surveyor.sections.map(\.site)))
    if let found {
      try timeline.add(found.posts.map { ItemSummary(rescued: $0) }, first: surveyor.itemCount)
      builder.add(found, number: surveyor.sections.count)
      balance.see(LedgerRow.Kind.item.rawValue, count: found.posts.count)
      balance.see(LedgerRow.Kind.comment.rawValue, count: found.posts.reduce(0) { $0 + $1.comments.count })
    }
    let plan = try makePlan(
      stager, sections: surveyor.sections + [found].compactMap(\.self), reads: reads,
      findings: surveyor.boundaryFindings, rescue: rescue, catalogue: builder.sealed(),
      timeline: try timeline.sealed(), layout: layout, preset: preset)
    try reads.check()
    var writer = try RunWriter(plan: plan, folder: folder, balance: balance)
    var written = WrittenFiles()
    let (large, jobs) = (stager.noteOriginals(in: &written), options.jobs)
    async let originals = EarlyDigests.complete(large, in: folder, jobs: jobs)
    let sources = SourceAccount(plan: plan, stager: stager, remainders: surveyor.remainders)
    try await convertItems(
      plan, after: sources, folder: folder, writer: &writer, written: &written, progress: progress)
    written.add(await originals)
    let (finalBalance, filesWritten) = try await writer.finish(written: &written, progress: progress)
    try FileSystem.remove(folder.path(InputStager.spoolFolder))
    if !options.isBare {
      try PackageMetadata.writePremis(of: stager.files, plan: plan, balance: finalBalance, to: folder)
    }
    try await seal(folder, plan: plan, balance: finalBalance, written: written)
    return ConversionSummary(
      destination: folder.destination, balance: finalBalance,
      ledger: options.isBare
        ? "\(folder.destination).ledger.jsonl" : "\(folder.destination)/\(layout.ledger)",
      filesWritten: filesWritten, bytesRead: (exports + pages).reduce(0) { $0 + $1.size },
      mirroredUploads: stager.documents.count { plan.isMirroredUpload($0) })
  }

  /// Reads the saved pages and joins what they say with what the exports have.
  private func rescue(
    _ pages: [SourceDocument], known: [KnownItem], texts: KnownTexts, stager: InputStager
  ) async throws -> PageRescue {
    var rescue = PageRescue(known: known)
    let stage = PageStage(documents: pages, jobs: options.jobs, options: options.pages)
    try await stage.run { product, document in
      rescue.add(product, of: stager.documents[document], texts: texts.texts)
    }
    return rescue
  }

  /// The copy of the uploads that the user names, or else the one that a mirror among the inputs has.
  private func uploads(beside documents: [SourceDocument]) throws(ConversionError) -> Uploads? {
    guard let path = options.uploads else { return Uploads(among: documents) }
    return try Uploads(path)
  }

  private func makePlan(
    _ stager: InputStager, sections: [Section], reads: SourceReads, findings: [Int: [Finding]],
    rescue: PageRescue, catalogue: Catalogue, timeline: PostTimeline, layout: OutputLayout, preset: Preset
  ) throws(ConversionError) -> RunPlan {
    let site = SiteMerge.merged(sections.map(\.site))
    let facts = SiteFacts(site)
    var catalogue = catalogue
    catalogue.translations.add(site.terms) { [catalogue] in catalogue.index(ofID: $0) }
    let dates = sections.compactMap { SiteFacts.exportDate(of: $0.site) }
    // An export that names no date at all is dated by the beginning of the epoch: honest, and always the same.
    let captureDate = dates.max() ?? rescue.lastCapture ?? options.date ?? UTCTime(secondsSince1970: 0)
    var hasher = Digest.Hasher(.sha256)
    for document in stager.documents { hasher.update(document.sha256.bytes.span) }
    var plan = RunPlan(
      options: options, documents: stager.documents, sections: sections, reads: reads, catalogue: catalogue,
      boundaryFindings: findings.merging(rescue.findings) { $0 + $1 }, timeline: timeline,
      frame: PageFrame(language: facts.language, siteName: facts.name, siteURL: facts.address),
      rescue: rescue, site: facts,
      addresses: SiteAddresses(facts.address),
      links: LinkResolver(homes: facts.homes, lookup: CatalogueLinks(catalogue: catalogue)),
      uploads: try uploads(beside: stager.documents),
      captureDate: captureDate,
      runDate: options.date ?? captureDate, documentURIs: stager.documents.compactMap(\.uri),
      archived: ArchivedDocuments(stager.documents, rescue: rescue, captureDate: captureDate),
      sourceDigest: hasher.finalize(), layout: layout, preset: preset)
    if options.outputs.contains(.warc), let addresses = plan.addresses {
      let plain = SiteMap(
        site, facts: facts, addresses: addresses, bases: ArchiveBases(),
        hasFrontPage: timeline.frontPage != nil)
      var reader = ArchiveBaseReader(plan, map: plain, site: site, addresses: addresses)
      let map = plain.with(
        try ConversionError.atInput { () throws(FileError) in try reader.bases() })
      plan.map = map
      plan.frame = SiteNavigation(plan: plan, map: map, site: site).frame
    }
    if options.outputs.contains(.warc) {
      plan.codes = try ConversionError.atInput { () throws(FileError) in
        try GzipCodes.sharedByRecords(of: plan.documents, frame: plan.frame)
      }
    }
    return plan
  }

  private func convertItems(
    _ plan: RunPlan, after sources: SourceAccount, folder: PackageFolder, writer: inout RunWriter,
    written: inout WrittenFiles, progress: (Progress) -> Void
  ) async throws {
    let total = plan.documents.reduce(0) { $0 + $1.size }
    var done = Progress(phase: .converting, items: 0, bytes: 0, totalBytes: total)
    var batches = plan.catalogue.batches().makeIterator()
    let memory = AttachmentMemory()
    // What the sources are comes first, and the first items are worked on while it is written.
    var waiting: SourceAccount? = sources
    try await OrderedPipeline.run(jobs: options.jobs) {
      batches.next().map { ($0, writer.warcinfoIDs()) }
    } transform: { batch, warcinfoIDs in
      try ItemWorker(plan: plan, folder: folder, warcinfoIDs: warcinfoIDs, memory: memory).convert(batch)
    } consume: { product in
      try plan.reads.check()
      try waiting.take()?.write(to: &writer, in: folder)
      try writer.append(product)
      for (name, file) in product.written { written.add(name, file) }
      done.items += product.itemCount
      done.bytes += product.byteCount
      progress(done)
    }
    try waiting.take()?.write(to: &writer, in: folder)
  }

  /// Makes the folder a bag, or leaves it bare, and gives it its name.
  private func seal(
    _ folder: PackageFolder, plan: RunPlan, balance: Balance, written: consuming WrittenFiles
  ) async throws {
    guard !options.isBare else {
      try folder.moveOut(plan.layout.ledger, to: "\(folder.destination).ledger.jsonl")
      try folder.commit()
      return
    }
    var info = BagInfo()
    for (label, value) in options.bagInfo { info.add(label, value) }
    info.add("Bag-Software-Agent", "Nachlass \(options.softwareVersion)")
    PackageLabels.add(to: &info, plan: plan, balance: balance)
    _ = try await BagWriter(jobs: options.jobs).complete(
      folder.building, info: info, baggingDate: plan.runDate, written: written)
    try folder.commit()
  }
}
