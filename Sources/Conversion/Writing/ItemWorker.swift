internal import BagIt
internal import Bytes
internal import Content
internal import Markdown
internal import JSONLines
internal import Model
internal import WARC
internal import WXR

/// Converts a batch of items on one core: reads each, writes its forms, accounts for it and its comments.
///
/// A few items take each step together. The code of all steps is far larger than what a core keeps at hand, that of one
/// step is not: so it is fetched once for a few items instead of once for each. docs/decisions/steps-of-a-few-items.md
struct ItemWorker: ~Copyable {
  /// How many items take a step together: enough for the code to be fetched seldom, few enough for what is made of them to
  /// be at hand in the next step.
  private static let groupSize = 8

  private let plan: RunPlan
  private let folder: PackageFolder
  private let bodies: BodyConverter
  private var archive: ArchiveRecords
  private var product = BatchProduct()

  /// Makes a worker: `warcinfoIDs` are the warcinfo records of the files that records will probably go into, nil where no
  /// archive is written; `memory` is what the workers of the run read of attachments.
  init(plan: RunPlan, folder: PackageFolder, warcinfoIDs: WarcinfoIDs?, memory: AttachmentMemory) {
    self.plan = plan
    self.folder = folder
    bodies = BodyConverter(plan: plan, lookup: SourceLookup(plan: plan, memory: memory))
    archive = ArchiveRecords(plan: plan, warcinfoIDs: warcinfoIDs)
  }

  /// Converts the items of a batch.
  consuming func convert(_ batch: ItemBatch) throws -> BatchProduct {
    let section = plan.sections[batch.section]
    let reader = ItemReader(dialect: section.dialect)
    for part in batch.parts(of: Self.groupSize) {
      try convert(
        section.posts.isEmpty
          ? try read(part, of: plan.documents[section.document], reader)
          : part.items.enumerated().map { begin(section.posts[$1.offset], part.firstIndex + $0) })
    }
    product.itemCount = batch.items.count
    return product
  }

  private mutating func read(
    _ part: ItemBatch, of document: SourceDocument, _ reader: ItemReader
  ) throws -> [ItemInWork] {
    try part.read(from: document).enumerated().map { place, bytes in
      let number = part.firstIndex + place
      let provenance = Provenance(
        input: document.name, inputIndex: document.index, range: part.items[place],
        sha256: Digest(.sha256, of: bytes).hexadecimal)
      var item = reader.read(bytes, provenance: provenance, isSound: plan.catalogue.entries[number].isSound)
      item.findings = (plan.boundaryFindings[number] ?? []) + item.findings
      product.byteCount += bytes.count
      return begin(item, number)
    }
  }

  private func begin(_ item: Item, _ number: Int) -> ItemInWork {
    var item = item
    let sharesAddress = plan.sharesAddress(item.link, number: number)
    item.findings += duplication(of: item, number: number, sharesAddress: sharesAddress)
    return ItemInWork(
      item: item, number: number, sharesAddress: sharesAddress,
      withheld: plan.options.publication.reasonToWithhold(item))
  }

  /// Takes items through all steps; what they leave in the product stays in the order of the items.
  private mutating func convert(_ group: [ItemInWork]) throws {
    var group = group
    if !plan.options.outputs.isDisjoint(with: [.markdown, .warc]) { bodies.convert(&group) }
    for place in group.indices { try writeFiles(of: &group[place]) }
    for place in group.indices { list(&group[place]) }
    for place in group.indices { writeLine(of: &group[place]) }
    if plan.options.outputs.contains(.warc) {
      for place in group.indices { try addPage(of: &group[place]) }
      for place in group.indices { try addConversions(of: &group[place]) }
    }
    for place in group.indices { finish(&group[place]) }
  }

  // MARK: Steps

  /// Writes the files that readers open, and sees to the media that the item shows or is.
  private mutating func writeFiles(of work: inout ItemInWork) throws {
    if let body = work.body {
      work.item.findings += body.findings
      if let path = plan.catalogue.path(of: work.number) {
        work.markdownDigest = try write(body.markdown, at: path, of: &work)?.digest(by: .sha256)
        if let comments = body.comments, let path = plan.catalogue.commentsPath(of: work.number) {
          try write(comments, at: path, of: &work)
        }
        addRedirects(of: work.item, to: "/" + path)
      }
      product.media.append((work.item.id ?? "", body.media))
    }
    if work.item.effectiveType == "attachment", let url = work.item.attachmentURL {
      var media = MediaReferences()
      media.add(url, ItemLinks(plan.links, permalink: ""), plan: plan)
      let isPublic = AttachmentRule.isPublic(work.item, withheld: work.withheld, plan: plan)
      if !isPublic { media.serveNone() }
      product.media.append((work.item.id ?? "", media))
      if isPublic, let file = media.served.first(where: \.isExact)?.uri {
        try archive.addAttachment(file: file, of: &work)
        work.targets.append(plan.layout.warc)
      }
    }
  }

  /// Finds the address the item is replayed at, and adds it to the archive's lists.
  private mutating func list(_ work: inout ItemInWork) {
    guard let body = work.body else { return }
    guard let uri = address(of: work.item, isTaken: work.sharesAddress) else {
      if plan.options.outputs.contains(.warc), !isSaved(work.item) {
        work.item.findings.append(
          Finding(
            .noAddress, .note, "the item has no address of its own, so the web archive has no page of it"))
      }
      return
    }
    work.uri = uri
    if let map = plan.map {
      product.listedPosts.append(plan.listedPost(work.item, address: uri.text, text: body.text, map: map))
    }
    if plan.options.writesCollection {
      let place = plan.archived.savedPage(at: uri)
      let page = plan.listedPage(
        at: place?.uri ?? uri, date: place?.date ?? plan.captureDate,
        title: LanguageSplit.line(work.item.title ?? ""), text: body.text)
      page.write(to: &product.pageLines)
      if place != nil, let key = SURT.key(of: uri.text) { product.listedKeys.append(key) }
    }
  }

  private mutating func writeLine(of work: inout ItemInWork) {
    var json = JSONText(capacity: (work.item.content?.utf8.count ?? 0) * 9 / 8 + 2048)
    ItemLine.write(work.item, to: &json)
    work.line = json.bytes
    guard plan.options.outputs.contains(.json) else { return }
    product.itemLines.append(work.line)
    work.targets.append(plan.layout.items)
  }

  /// Adds the item's page to the archive, and what leads to it.
  private mutating func addPage(of work: inout ItemInWork) throws {
    let isSaved = isSaved(work.item)
    if isSaved || work.uri != nil { work.targets.append(plan.layout.warc) }
    guard let uri = work.uri else { return }
    if !isSaved, let body = work.body { try archive.addPage(body.page, at: uri, of: &work) }
    try archive.addRedirects(to: uri, of: &work)
  }

  private mutating func addConversions(of work: inout ItemInWork) throws {
    guard let body = work.body, let uri = work.uri, !isSaved(work.item) else { return }
    try archive.addConversions(body.markdown, at: uri, of: &work)
  }

  /// Hands over the item's records, describes it and accounts for it.
  private mutating func finish(_ work: inout ItemInWork) {
    product.records += work.records
    product.derivedRecords += work.derivedRecords
    if !work.derivedRecords.isEmpty {
      product.convertedDocuments.insert(work.item.provenance.inputIndex)
    }
    product.descriptions += PackageMetadata.dublinCoreRow(of: work.item, targets: work.targets, plan: plan)
    account(for: work)
  }

  /// Writes one of the item's files; returns what a bag's manifests have to know of it, nil where no bag is made.
  @discardableResult private mutating func write(
    _ text: [UInt8], at path: String, of work: inout ItemInWork
  ) throws(FileError) -> WrittenFile? {
    let name = plan.layout.markdown + path
    try folder.write(text, to: name)
    work.targets.append(name)
    product.filesWritten += 1
    guard !plan.options.isBare else { return nil }
    let written = WrittenFile(of: text)
    product.written.append((name, written))
    return written
  }

  /// Whether the archive has the item's own page as it was saved, and needs none made anew.
  private func isSaved(_ item: Item) -> Bool { item.link.map { plan.rescue.hasPage(at: $0) } ?? false }

  /// Adds every address the item had on the old site, leading to where it is now.
  private mutating func addRedirects(of item: Item, to path: String) {
    let file = RelativePath.encoded(path: path)
    var permalink = item.link.flatMap { Redirect(permalink: $0, to: file) }
    let target = plan.preset.keepsPermalinks ? permalink?.from ?? file : file
    permalink?.to = target
    if let permalink { product.redirects.append(permalink) }
    if let id = item.id { product.redirects.append(Redirect(from: "/?p=\(id)", to: target)) }
    for link in item.formerLinks {
      if let former = Redirect(permalink: link, to: target) { product.redirects.append(former) }
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

  /// The address the item is replayed at.
  private func address(of item: Item, isTaken: Bool) -> TargetURI? {
    plan.address(link: item.link, id: item.id, isTaken: isTaken).flatMap { TargetURI(encoding: $0) }
  }

  // MARK: The ledger

  private mutating func account(for work: ItemInWork) {
    let item = work.item
    let outcome = outcome(of: item, withheld: work.withheld)
    let row = LedgerRow(
      kind: .item, id: item.id, type: item.type, status: item.status, name: item.slug, outcome: outcome,
      targets: work.targets, source: item.provenance, findings: item.findings)
    row.write(to: &product.ledgerLines)
    product.balance.settle(LedgerRow.Kind.item.rawValue, outcome)
    product.balance.note(item.findings)
    for comment in item.comments {
      let outcome = self.outcome(of: comment, itemWithheld: work.withheld)
      let row = LedgerRow(
        kind: .comment, id: comment.id, type: comment.type, status: comment.approved, parent: item.id,
        outcome: outcome, targets: work.targets, source: comment.provenance)
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
