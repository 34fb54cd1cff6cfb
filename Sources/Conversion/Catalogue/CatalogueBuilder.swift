internal import BagIt
internal import Bytes
internal import Content
internal import Model
internal import WXR

/// Fills the catalogue in the first pass, and gives every item that will be written its path.
struct CatalogueBuilder {
  private(set) var catalogue = Catalogue()
  private let options: ConversionOptions
  private var names: BagNames
  /// Knows the forms of addresses of the section at hand.
  private var addresses = LinkResolver(homes: [], lookup: NoLinks())
  private var lastSection = -1

  init(options: ConversionOptions, reservedPathLength: Int) {
    self.options = options
    names = BagNames(limit: BagName.maximumPathLength - reservedPathLength)
  }

  /// Adds the items of a batch; batches must come in source order.
  mutating func add(_ batch: ItemBatch, of section: Section, _ summaries: [ItemSummary]) {
    if batch.section != lastSection {
      lastSection = batch.section
      addresses = LinkResolver(homes: SiteFacts(section.site).homes, lookup: NoLinks())
    }
    for (range, summary) in zip(batch.items, summaries) {
      let index = catalogue.count
      let id = Int(summary.id) ?? 0
      catalogue.append(
        Catalogue.Entry(
          offset: range.offset, length: UInt32(clamping: range.length),
          section: UInt16(clamping: batch.section),
          type: 0, id: id),
        type: summary.type)
      addAddresses(of: summary, index: index)
      if summary.type == "attachment" {
        catalogue.addAttachment(
          index, parent: Int(summary.parent) ?? 0, menuOrder: Int32(summary.menuOrder) ?? 0)
      }
      let reason = options.publication.reasonToWithhold(
        type: summary.type, status: summary.status, isProtected: summary.isPasswordProtected)
      if reason == nil, options.outputs.contains(.markdown) {
        let wanted = BagName.path(Self.wantedPath(summary, number: index))
        catalogue.setPath(names.claim(wanted + ".md"), of: index)
      }
    }
  }

  /// Everything the item can be reached under, beside its id.
  private mutating func addAddresses(of summary: ItemSummary, index: Int) {
    if let key = addresses.key(ofLink: summary.link), !key.isEmpty {
      catalogue.addAddress(AddressKey.permalink(key), of: index)
    }
    for slug in summary.oldSlugs {
      catalogue.addAddress(AddressKey.oldSlug(LinkResolver.key(ofSlug: slug)), of: index)
    }
    if !summary.attachedFile.isEmpty {
      catalogue.addAddress(AddressKey.upload(summary.attachedFile), of: index)
    } else if let path = addresses.uploadPath(of: summary.attachmentURL) {
      catalogue.addAddress(AddressKey.upload(path), of: index)
    }
  }

  /// The catalogue, when every batch has been added.
  consuming func sealed() -> Catalogue {
    catalogue.seal()
    return catalogue
  }

  /// The path an item would have if it were alone: its permalink's, else its type and slug.
  static func wantedPath(_ summary: ItemSummary, number: Int) -> String {
    if let path = PermalinkPath.path(of: summary.link) { return path }
    if summary.type == "page", PermalinkPath.isHome(summary.link) { return "index" }
    let slug = PermalinkPath.decoded(Substring(summary.slug))
    let name = [slug, summary.id].first { !$0.isEmpty } ?? "item-\(number + 1)"
    return "\(summary.type)/\(name)"
  }
}
