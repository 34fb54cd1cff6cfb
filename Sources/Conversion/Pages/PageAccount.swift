internal import Bytes
internal import Model
internal import Pages
internal import WARC

extension SourceAccount {
  /// Accounts for a page, and puts it into the web archive as it was saved.
  ///
  /// What several tools saved at the same address and time an archive has once.
  func account(for page: PageRescue.Page, in writer: inout RunWriter) throws {
    let document = plan.documents[page.document]
    var targets = sourceTargets(document.provenance)
    // What stands in a web archive replays from there; of an MHTML file, the page alone would not be its bytes.
    if plan.options.outputs.contains(.warc), plan.archived.place(of: page.document) != nil {
      if let place = plan.archived.savedPage(page.document) {
        try writer.appendPage(document, at: place.uri, date: place.date)
      }
      targets.append(plan.layout.warc)
    }
    writer.see(.page)
    let isDamaged = page.findings.contains { $0.severity == .loss }
    try writer.append(
      LedgerRow(
        kind: .page, type: page.kind.rawValue, name: page.address,
        outcome: isDamaged ? .convertedWithLoss : .converted,
        targets: targets, source: document.provenance, findings: page.findings))
  }

  /// Names a post of which only an excerpt is known, with all its addresses.
  func account(forUnrescued post: UnrescuedPost, in writer: inout RunWriter) throws {
    writer.see(.notRescued)
    try writer.append(
      LedgerRow(
        kind: .notRescued, id: post.id, type: post.type, name: post.title,
        outcome: .convertedWithLoss, addresses: post.addresses, source: post.provenance))
  }
}

extension SourceDocument {
  /// The whole document as a place in the source.
  var provenance: Provenance {
    Provenance(
      input: name, inputIndex: index, range: ByteRange(offset: 0, length: size), sha256: sha256.hexadecimal)
  }
}

extension KnownItem {
  /// The items of a batch, as far as pages are compared with them.
  static func all(of batch: ItemBatch, _ summaries: [ItemSummary]) -> [KnownItem] {
    summaries.enumerated().map { place, summary in
      KnownItem(
        number: batch.firstIndex + place, id: summary.id, link: summary.link, title: summary.title,
        date: summary.date, isProtected: summary.isPasswordProtected)
    }
  }
}

extension CatalogueBuilder {
  /// Adds the posts that pages gave.
  mutating func add(_ section: Section, number: Int) {
    let batch = ItemBatch(
      firstIndex: catalogue.count, section: number,
      items: section.posts.indices.map { ByteRange(offset: $0, length: 1) })
    add(batch, of: section, section.posts.map { ItemSummary(rescued: $0) })
  }
}

extension Item {
  /// The item as it is to be read: where only an excerpt is known, that is all there is to read.
  var forReading: Item {
    guard isPartial, (content ?? "").isEmpty else { return self }
    var item = self
    item.content = excerpt
    item.excerpt = nil
    return item
  }
}
