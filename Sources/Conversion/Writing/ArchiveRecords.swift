internal import Bytes
internal import Model
internal import WARC

/// The warcinfo records that records of the two series name.
struct WarcinfoIDs: Sendable {
  let pages: RecordID
  let derived: RecordID
}

/// Makes the records of one item for the web archive and for the archive of its conversions.
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

  /// The forms of an item that an archive keeps.
  struct Forms {
    var page: [UInt8]
    var markdown: [UInt8]?
    /// The SHA-256 of the Markdown, where it is known already.
    var markdownDigest: Digest?
    var json: [UInt8]?
  }

  /// Adds the item's records to `product`.
  mutating func add(
    _ item: Item, number: Int, at uri: TargetURI, forms: Forms, to product: inout BatchProduct
  ) throws(RecordError) {
    guard let warcinfoIDs else { return }
    let identity = RecordIdentity.derived(source: plan.sourceDigest, ordinal: number)
    let page = plan.pageRecord(of: forms.page, at: uri, identity: identity)
    product.records.append(try encoder.encode(page, warcinfoID: warcinfoIDs.pages))
    let exportURI = plan.documentURIs[item.provenance.inputIndex].text
    let description = MetadataRecord(
      about: .record(page.id), uri: uri, date: plan.captureDate,
      fields: DublinCoreFields.fields(of: item, site: plan.site, exportURI: exportURI), identity: identity)
    product.records.append(try encoder.encode(description, warcinfoID: warcinfoIDs.pages))
    try addRedirects(of: item, number: number, to: uri, product: &product)
    let source = sourceRecord(of: item.provenance.inputIndex)
    product.convertedDocuments.insert(item.provenance.inputIndex)
    let markdown = forms.markdown.map { Block($0, contentType: .markdown, known: forms.markdownDigest) }
    let json = forms.json.map { Block($0, contentType: .json) }
    for case .some(let block) in [markdown, json] {
      let conversion = ConversionRecord(
        uri: uri, original: source, date: plan.runDate, block: block, identity: identity)
      product.derivedRecords.append(try encoder.encode(conversion, warcinfoID: warcinfoIDs.derived))
    }
  }

  /// Adds the answers that send readers on to the item's page at `uri`, from its short links and former addresses.
  mutating func addRedirects(
    of item: Item, number: Int, to uri: TargetURI, product: inout BatchProduct
  ) throws(RecordError) {
    guard let warcinfoIDs else { return }
    for redirect in redirects.records(of: item, number: number, to: uri) {
      product.records.append(try encoder.encode(redirect, warcinfoID: warcinfoIDs.pages))
    }
  }

  /// Adds the answers that send readers on to an attachment's file: from its short links, and from the page of its own
  /// that WordPress made for it where none is written.
  mutating func addAttachment(
    _ item: Item, number: Int, file: TargetURI, hasPage: Bool, product: inout BatchProduct
  ) throws(RecordError) {
    guard let warcinfoIDs, !hasPage else { return }
    for redirect in redirects.records(ofAttachment: item, number: number, to: file) {
      product.records.append(try encoder.encode(redirect, warcinfoID: warcinfoIDs.pages))
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
