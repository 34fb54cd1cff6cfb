internal import Bytes
internal import Model
internal import WARC

/// The warcinfo records that records of the two series name.
struct WarcinfoIDs: Sendable {
  let pages: RecordID
  let derived: RecordID
}

/// Makes the records of items for the web archive and for the archive of their conversions.
struct ArchiveRecords: ~Copyable {
  private let plan: RunPlan
  private let redirects: RedirectRecords
  private let warcinfoIDs: WarcinfoIDs?
  private var encoder: RecordEncoder
  private var sourceRecords: [Int: RecordID] = [:]

  init(plan: RunPlan, warcinfoIDs: WarcinfoIDs?) {
    self.plan = plan
    redirects = RedirectRecords(plan: plan)
    self.warcinfoIDs = warcinfoIDs
    encoder = RecordEncoder(.gzip(level: plan.options.compressionLevel), codes: plan.codes)
  }

  /// Adds the item's page and what is said of it.
  mutating func addPage(_ html: [UInt8], at uri: TargetURI, of work: inout ItemInWork) throws(RecordError) {
    guard let warcinfoIDs else { return }
    let identity = RecordIdentity.derived(source: plan.sourceDigest, ordinal: work.number)
    let page = plan.pageRecord(of: html, at: uri, identity: identity)
    work.records.append(try encoder.encode(page, warcinfoID: warcinfoIDs.pages))
    let exportURI = plan.documentURIs[work.item.provenance.inputIndex].text
    let description = MetadataRecord(
      about: .record(page.id), uri: uri, date: plan.captureDate,
      fields: DublinCoreFields.fields(of: work.item, site: plan.site, exportURI: exportURI),
      identity: identity)
    work.records.append(try encoder.encode(description, warcinfoID: warcinfoIDs.pages))
  }

  /// Adds the answers that send readers on to the item's page at `uri`, from its short links and former addresses.
  mutating func addRedirects(to uri: TargetURI, of work: inout ItemInWork) throws(RecordError) {
    guard let warcinfoIDs else { return }
    for redirect in redirects.records(of: work.item, number: work.number, to: uri) {
      work.records.append(try encoder.encode(redirect, warcinfoID: warcinfoIDs.pages))
    }
  }

  /// Adds the answers that send readers on to an attachment's file: from its short links, and from the page of its own
  /// that WordPress made for it where none is written.
  mutating func addAttachment(file: TargetURI, of work: inout ItemInWork) throws(RecordError) {
    guard let warcinfoIDs, work.withheld != nil else { return }
    for redirect in redirects.records(ofAttachment: work.item, number: work.number, to: file) {
      work.records.append(try encoder.encode(redirect, warcinfoID: warcinfoIDs.pages))
    }
  }

  /// Adds the item's Markdown and JSON to the archive of conversions.
  mutating func addConversions(
    _ markdown: [UInt8], at uri: TargetURI, of work: inout ItemInWork
  ) throws(RecordError) {
    guard let warcinfoIDs else { return }
    let identity = RecordIdentity.derived(source: plan.sourceDigest, ordinal: work.number)
    let source = sourceRecord(of: work.item.provenance.inputIndex)
    let forms = [
      Block(markdown, contentType: .markdown, known: work.markdownDigest),
      Block(work.line, contentType: .json),
    ]
    for block in forms {
      let conversion = ConversionRecord(
        uri: uri, original: source, date: plan.runDate, block: block, identity: identity)
      work.derivedRecords.append(try encoder.encode(conversion, warcinfoID: warcinfoIDs.derived))
    }
  }

  /// The record that conversions of a document's items refer to.
  private mutating func sourceRecord(of document: Int) -> RecordID {
    if let known = sourceRecords[document] { return known }
    let id = MigrationRecords(plan: plan).source(document).id
    sourceRecords[document] = id
    return id
  }
}
