internal import Bytes
internal import JSONLines
internal import Model
internal import Pages
internal import WXR

/// Accounts for everything in the source that is no item: inputs, headers, authors, terms, and stray bytes.
struct SourceAccount {
  let plan: RunPlan
  let stager: InputStager
  let remainders: [Remainder]

  /// Writes the rows, the site's JSON, the schemas, and the originals into the web archive.
  func write(to writer: inout RunWriter, in folder: PackageFolder) throws {
    for document in plan.documents {
      try account(for: document, in: &writer)
      if plan.archived.place(of: document.index) != nil, plan.archived.savedPage(document.index) == nil {
        try writer.appendOriginal(document)
      }
    }
    for page in plan.rescue.pages { try account(for: page, in: &writer) }
    for post in plan.rescue.unrescued { try account(forUnrescued: post, in: &writer) }
    for section in plan.sections where section.site.provenance != nil {
      try account(for: section.site, in: &writer)
    }
    for remainder in remainders {
      writer.see(.remainder)
      try writer.append(
        LedgerRow(
          kind: .remainder, type: "\(remainder.kind)", outcome: .keptRaw,
          targets: sourceTargets(remainder.provenance),
          source: remainder.provenance, findings: remainder.findings))
    }
    if plan.options.outputs.contains(.json) { try writeSite(in: folder) }
  }

  private func account(for document: SourceDocument, in writer: inout RunWriter) throws {
    writer.see(.input)
    let source = Provenance(
      input: document.name, inputIndex: document.index, range: ByteRange(offset: 0, length: document.size),
      sha256: document.sha256.hexadecimal)
    let isRead = document.kind == .export || plan.rescue.readDocuments.contains(document.index)
    let findings = document.findings + (plan.rescue.remarks[document.index] ?? [])
    let isDamaged = findings.contains { $0.severity == .loss }
    try writer.append(
      LedgerRow(
        kind: .input, type: "\(document.kind)", name: document.name,
        outcome: !isRead ? .keptRaw : isDamaged ? .convertedWithLoss : .converted,
        targets: sourceTargets(source), source: source,
        findings: findings + (isRead ? [] : [remark(on: document)])))
  }

  /// What is said of a document that nothing was read from.
  private func remark(on document: SourceDocument) -> Finding {
    plan.isMirroredUpload(document)
      ? Finding(
        .mirroredUpload, .note, "taken for a file of the site's uploads; --uploads names another copy")
      : Finding(.notAnExport, .note, "kept as it is, not converted")
  }

  private func account(for site: Site, in writer: inout RunWriter) throws {
    let targets = plan.options.outputs.contains(.json) ? [plan.layout.json + "site.json"] : []
    let isDamaged = site.findings.contains { $0.severity == .loss }
    writer.see(.site)
    try writer.append(
      LedgerRow(
        kind: .site, name: site.title, outcome: isDamaged ? .convertedWithLoss : .converted, targets: targets,
        source: site.provenance, findings: site.findings))
    for author in site.authors {
      writer.see(.author)
      try writer.append(
        LedgerRow(
          kind: .author, id: author.id, name: author.login, outcome: .converted, targets: targets,
          source: author.provenance))
    }
    for term in site.terms {
      writer.see(.term)
      try writer.append(
        LedgerRow(
          kind: .term, id: term.id, type: term.taxonomy, name: term.slug, outcome: .converted,
          targets: targets,
          source: term.provenance))
    }
  }

  /// The kept original that a thing stands in.
  func sourceTargets(_ source: Provenance) -> [String] {
    guard !plan.options.isBare else { return [] }
    let file = plan.documents[source.inputIndex].file
    return ["\(InputStager.sourceFolder)/\(stager.files[file].name)"]
  }

  private func writeSite(in folder: PackageFolder) throws(FileError) {
    var json = JSONText()
    SiteObject.write(SiteMerge.merged(plan.sections.map(\.site)), to: &json)
    try folder.write(json.bytes, to: plan.layout.json + "site.json")
    guard !plan.options.isBare else { return }
    try folder.write(Schemas.items, to: plan.layout.json + "items.schema.json")
    try folder.write(Schemas.ledger, to: "data/ledger.schema.json")
  }
}

extension Finding.Code {
  /// An input holds nothing that could be converted.
  static let notAnExport = Self("not-an-export")
}
