internal import Bytes
internal import WARC

/// What the archive of conversions says of their source, once a document and before the first conversion.
///
/// Conversions are made of the export, not of the pages rebuilt from it, and a record may only refer to what can be
/// found: so the file has a revisit record of the document, whose bytes the other file holds, and a description of the
/// migration (docs/decisions/conversions.md).
struct MigrationRecords {
  let plan: RunPlan

  /// The record that conversions of a document's items refer to: the document, met again at the date of the run.
  func source(_ document: Int) -> RevisitRecord {
    let document = plan.documents[document]
    let uri = plan.documentURIs[document.index]
    let place = plan.archived.place(of: document.index)
    return RevisitRecord(
      uri: uri, date: plan.runDate,
      original: RevisitRecord.Original(
        id: nil, uri: place?.uri ?? uri, date: place?.date ?? plan.captureDate, payloadDigest: document.sha256
      ),
      identity: .derived(source: plan.sourceDigest, ordinal: document.index))
  }

  /// What was done to the document, for people and for programs.
  func description(of source: RevisitRecord, document: Int) -> MetadataRecord {
    let document = plan.documents[document]
    var fields = WARCFields()
    fields.append(.title, "Migration of \(document.name)")
    fields.append(.source, "\(source.uri) sha256:\(document.sha256.hexadecimal)")
    fields.append(.date, plan.runDate.description)
    fields.append(
      .provenance, "converted by Nachlass \(plan.options.softwareVersion) from the items of the document")
    fields.append(
      .conformsTo,
      "text/markdown: CommonMark with GitHub's tables; application/json: items.schema.json of the package")
    return MetadataRecord(
      about: .record(source.id), uri: source.uri, date: plan.runDate, fields: fields,
      identity: .derived(source: plan.sourceDigest, ordinal: document.index))
  }
}
