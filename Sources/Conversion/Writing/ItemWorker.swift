internal import BagIt
internal import Bytes
internal import Content
internal import Markdown
internal import JSONLines
internal import Model
internal import WARC
internal import WXR

/// Converts a batch of items on one core: reads each, writes its forms, accounts for it and its comments.
struct ItemWorker {
  let plan: RunPlan
  let folder: PackageFolder
  /// The warcinfo records of the files that records will probably go into; nil where no archive is written.
  let warcinfoIDs: WarcinfoIDs?
  /// What the workers of the run read of attachments.
  let memory: AttachmentMemory

  /// Converts the items of a batch.
  func convert(_ batch: ItemBatch) throws -> BatchProduct {
    let section = plan.sections[batch.section]
    let document = plan.documents[section.document]
    let reader = ItemReader(dialect: section.dialect)
    let bodies = BodyConverter(plan: plan, lookup: SourceLookup(plan: plan, memory: memory))
    var archive = ArchiveRecords(plan: plan, warcinfoIDs: warcinfoIDs)
    var product = BatchProduct()
    if !section.posts.isEmpty {
      for (place, range) in batch.items.enumerated() {
        let number = batch.firstIndex + place
        var post = section.posts[range.offset]
        try convert(&post, number: number, bodies: bodies, archive: &archive, product: &product)
        product.itemCount += 1
      }
      return product
    }
    for (place, bytes) in try batch.read(from: document).enumerated() {
      let number = batch.firstIndex + place
      let provenance = Provenance(
        input: document.name, inputIndex: document.index, range: batch.items[place],
        sha256: Digest(.sha256, of: bytes).hexadecimal)
      var item = reader.read(
        bytes, provenance: provenance, isSound: plan.catalogue.entries[number].isSound)
      item.findings =
        (plan.boundaryFindings[number] ?? []) + item.findings
      try convert(&item, number: number, bodies: bodies, archive: &archive, product: &product)
      product.itemCount += 1
      product.byteCount += bytes.count
    }
    return product
  }

  private func convert(
    _ item: inout Item, number: Int, bodies: BodyConverter, archive: inout ArchiveRecords,
    product: inout BatchProduct
  ) throws {
    let sharesAddress = plan.sharesAddress(item.link, number: number)
    item.findings += duplication(of: item, number: number, sharesAddress: sharesAddress)
    let reason = plan.options.publication.reasonToWithhold(item)
    var targets: [String] = []
    var forms: (page: [UInt8], markdown: [UInt8], text: [UInt8])?
    var markdownFile: WrittenFile?
    if reason == nil, !plan.options.outputs.isDisjoint(with: [.markdown, .warc]) {
      let body = bodies.convert(item.forReading, number: number, sharesAddress: sharesAddress)
      item.findings += body.findings
      forms = (body.page, body.markdown, body.text)
      if let path = plan.catalogue.path(of: number) {
        markdownFile = try write(body.markdown, at: path, targets: &targets, product: &product)
        if let comments = body.comments, let path = plan.catalogue.commentsPath(of: number) {
          try write(comments, at: path, targets: &targets, product: &product)
        }
        addRedirects(of: item, to: "/" + path, in: &product.redirects)
      }
      product.media.append((item.id ?? "", body.media))
    }
    if item.effectiveType == "attachment", let url = item.attachmentURL {
      var media = MediaReferences()
      media.add(url, ItemLinks(plan.links, permalink: ""), plan: plan)
      let isPublic = AttachmentRule.isPublic(item, withheld: reason, plan: plan)
      if !isPublic { media.serveNone() }
      product.media.append((item.id ?? "", media))
      if isPublic, let file = media.served.first(where: \.isExact)?.uri {
        try archive.addAttachment(item, number: number, file: file, hasPage: reason == nil, product: &product)
        targets.append(plan.layout.warc)
      }
    }
    let uri = forms == nil ? nil : address(of: item, isTaken: sharesAddress)
    if forms != nil, uri == nil, plan.options.outputs.contains(.warc), !isSaved(item) {
      item.findings.append(
        Finding(.noAddress, .note, "the item has no address of its own, so the web archive has no page of it")
      )
    }
    if let forms, let uri, let map = plan.map {
      product.listedPosts.append(plan.listedPost(item, address: uri.text, text: forms.text, map: map))
    }
    if let forms, let uri, plan.options.writesCollection {
      let place = plan.archived.savedPage(at: uri)
      let page = plan.listedPage(
        at: place?.uri ?? uri, date: place?.date ?? plan.captureDate,
        title: LanguageSplit.line(item.title ?? ""), text: forms.text)
      page.write(to: &product.pageLines)
      if place != nil, let key = SURT.key(of: uri.text) { product.listedKeys.append(key) }
    }
    let line = jsonLine(item)
    if plan.options.outputs.contains(.json) {
      product.itemLines.append(line)
      targets.append(plan.layout.items)
    }
    if isSaved(item), plan.options.outputs.contains(.warc) {
      targets.append(plan.layout.warc)
      if let uri { try archive.addRedirects(of: item, number: number, to: uri, product: &product) }
    } else if let forms, plan.options.outputs.contains(.warc), let uri {
      let archived = ArchiveRecords.Forms(
        page: forms.page, markdown: forms.markdown, markdownDigest: markdownFile?.digest(by: .sha256),
        json: line)
      try archive.add(item, number: number, at: uri, forms: archived, to: &product)
      targets.append(plan.layout.warc)
    }
    product.descriptions += PackageMetadata.dublinCoreRow(of: item, targets: targets, plan: plan)
    account(for: item, withheld: reason, targets: targets, in: &product)
  }

  /// Writes one of the item's files; returns what a bag's manifests have to know of it, nil where no bag is made.
  @discardableResult private func write(
    _ text: [UInt8], at path: String, targets: inout [String], product: inout BatchProduct
  ) throws(FileError) -> WrittenFile? {
    let name = plan.layout.markdown + path
    try folder.write(text, to: name)
    targets.append(name)
    product.filesWritten += 1
    guard !plan.options.isBare else { return nil }
    let written = WrittenFile(of: text)
    product.written.append((name, written))
    return written
  }

  /// Whether the archive has the item's own page as it was saved, and needs none made anew.
  private func isSaved(_ item: Item) -> Bool { item.link.map { plan.rescue.hasPage(at: $0) } ?? false }

  /// Adds every address the item had on the old site, leading to where it is now.
  private func addRedirects(of item: Item, to path: String, in lines: inout RedirectLines) {
    let file = RelativePath.encoded(path: path)
    var permalink = item.link.flatMap { Redirect(permalink: $0, to: file) }
    let target = plan.preset.keepsPermalinks ? permalink?.from ?? file : file
    permalink?.to = target
    if let permalink { lines.append(permalink) }
    if let id = item.id { lines.append(Redirect(from: "/?p=\(id)", to: target)) }
    for link in item.formerLinks {
      if let former = Redirect(permalink: link, to: target) { lines.append(former) }
    }
  }

  /// Says where an item shares its id or address with an earlier one; links lead to the earlier.
  private func duplication(of item: Item, number: Int, sharesAddress: Bool) -> [Finding] {
    var findings: [Finding] = []
    if let id = item.id.flatMap({ Int($0) }), id != 0, plan.catalogue.index(ofID: id) != number {
      findings.append(
        Finding(.duplicateID, .note, "an earlier item has the id \(id) too; links by id lead there"))
    }
    if sharesAddress, let link = item.link {
      findings.append(
        Finding(.duplicatePermalink, .note, "an earlier item has the address \(link) too; links lead there"))
    }
    return findings
  }

  private func jsonLine(_ item: Item) -> [UInt8] {
    var json = JSONText(capacity: (item.content?.utf8.count ?? 0) * 9 / 8 + 2048)
    ItemLine.write(item, to: &json)
    return json.bytes
  }

  /// The address the item is replayed at.
  private func address(of item: Item, isTaken: Bool) -> TargetURI? {
    plan.address(link: item.link, id: item.id, isTaken: isTaken).flatMap { TargetURI(encoding: $0) }
  }

  // MARK: The ledger

  private func account(
    for item: Item, withheld reason: PublicationRule.Withheld?, targets: [String],
    in product: inout BatchProduct
  ) {
    let outcome = outcome(of: item, withheld: reason)
    let row = LedgerRow(
      kind: .item, id: item.id, type: item.type, status: item.status, name: item.slug, outcome: outcome,
      targets: targets, source: item.provenance, findings: item.findings)
    row.write(to: &product.ledgerLines)
    product.balance.settle(LedgerRow.Kind.item.rawValue, outcome)
    product.balance.note(item.findings)
    for comment in item.comments {
      let outcome = self.outcome(of: comment, itemWithheld: reason)
      let row = LedgerRow(
        kind: .comment, id: comment.id, type: comment.type, status: comment.approved, parent: item.id,
        outcome: outcome, targets: targets, source: comment.provenance)
      row.write(to: &product.ledgerLines)
      product.balance.settle(LedgerRow.Kind.comment.rawValue, outcome)
    }
  }

  private func outcome(of item: Item, withheld reason: PublicationRule.Withheld?) -> Outcome {
    if item.id == nil, item.title == nil, item.content == nil,
      let loss = item.findings.first(where: { $0.severity == .loss })
    {
      return .failed(reason: loss.detail)
    }
    if let reason { return .withheld(rule: reason.ruleName) }
    return item.findings.contains { $0.severity == .loss } ? .convertedWithLoss : .converted
  }

  private func outcome(of comment: Comment, itemWithheld reason: PublicationRule.Withheld?) -> Outcome {
    if let reason { return .withheld(rule: "its post: \(reason.ruleName)") }
    return comment.isApproved ? .converted : .withheld(rule: "not approved")
  }
}

extension Finding.Code {
  /// Two items of the source have the same id.
  static let duplicateID = Self("duplicate-id")
  /// An item can be reached under no address, so that no web archive can replay it.
  static let noAddress = Self("no-address")
  /// Two items of the source have the same permalink.
  static let duplicatePermalink = Self("duplicate-permalink")
}
