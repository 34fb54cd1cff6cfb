internal import BagIt
internal import Bytes
internal import Content
internal import Markdown
internal import Model
internal import WXR

/// Fills the catalogue in the first pass, and gives every item that will be written its path.
struct CatalogueBuilder {
  private(set) var catalogue = Catalogue()
  private let options: ConversionOptions
  private let preset: Preset
  private var names: BagNames
  /// Knows the forms of addresses of the section at hand.
  private var addresses = LinkResolver(homes: [], lookup: NoLinks())
  private var lastSection = -1

  init(options: ConversionOptions, preset: Preset, reservedPathLength: Int) {
    self.options = options
    self.preset = preset
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
      let reason = options.publication.reasonToWithhold(
        type: summary.type, status: summary.status, isProtected: summary.isPasswordProtected)
      catalogue.append(
        Catalogue.Entry(
          offset: range.offset, length: range.length,
          section: UInt32(clamping: batch.section),
          type: 0, isPublic: reason == nil, isSound: summary.isSound, id: id),
        type: summary.type)
      addAddresses(of: summary, index: index)
      catalogue.translations.add(index, language: summary.language, to: summary.translationGroup)
      if summary.type == "attachment" {
        catalogue.addAttachment(
          index, parent: Int(summary.parent) ?? 0, menuOrder: Int32(summary.menuOrder) ?? 0)
      }
      if reason == nil, options.outputs.contains(.markdown) {
        let facts = PostFacts(placing: summary)
        let path = claimPath(facts)
        var comments: String?
        if summary.commentCount > 0 {
          let wanted = preset.commentsPath(besidePath: path, of: facts)
          comments = names.claim(BagName.path(wanted))
        }
        catalogue.setPath(path, comments: comments, of: index)
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
    for link in summary.link.formerLinks(slug: summary.slug, oldSlugs: summary.oldSlugs) {
      guard let key = addresses.key(ofLink: link), !key.isEmpty else { continue }
      catalogue.addAddress(AddressKey.formerPermalink(key), of: index)
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

  /// Takes a free path for a post's file.
  ///
  /// A post that is a bundle, a folder with `index.md`, gives way with its folder: its file must keep its name.
  private mutating func claimPath(_ facts: PostFacts) -> String {
    let wanted = BagName.path(preset.path(of: facts))
    guard wanted.hasSuffix("/index.md") else { return names.claim(wanted) }
    let folder = wanted.dropLast("/index.md".count)
    var number = 1
    while true {
      let candidate = number == 1 ? wanted : "\(folder)-\(number)/index.md"
      let path = names.claim(candidate)
      if path.hasSuffix("/index.md") { return path }
      number += 1
    }
  }
}
