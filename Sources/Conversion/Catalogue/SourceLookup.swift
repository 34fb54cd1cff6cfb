internal import Bytes
internal import Content
internal import Model
internal import WXR

/// Answers what an item's content asks about other items, by reading them again from their place in the source.
///
/// Nothing is kept: a site's galleries and reusable blocks are few beside its items, and memory stays bounded.
struct SourceLookup: ContentLookup {
  let plan: RunPlan

  func item(_ id: String) -> ContentItem? {
    guard let item = read(id) else { return nil }
    return ContentItem(
      type: item.effectiveType, status: item.effectiveStatus, link: item.link ?? "", title: item.title ?? "",
      content: item.content ?? "")
  }

  func attachment(_ id: String) -> ContentAttachment? {
    read(id).flatMap(Self.attachment)
  }

  func attachments(ofParent id: String) -> [ContentAttachment] {
    guard let number = Int(id) else { return [] }
    return plan.catalogue.attachments(ofParent: number).compactMap {
      read(index: $0).flatMap(Self.attachment)
    }
  }

  private static func attachment(_ item: Item) -> ContentAttachment? {
    guard item.effectiveType == "attachment" else { return nil }
    return ContentAttachment(
      id: item.id ?? "", url: item.attachmentURL ?? item.guid ?? "", title: item.title ?? "",
      alternativeText: item.firstMeta("_wp_attachment_image_alt") ?? "", caption: item.excerpt ?? "")
  }

  private func read(_ id: String) -> Item? {
    guard let number = Int(id), let index = plan.catalogue.index(ofID: number) else { return nil }
    return read(index: index)
  }

  private func read(index: Int) -> Item? {
    let entry = plan.catalogue.entries[index]
    let section = plan.sections[Int(entry.section)]
    let document = plan.documents[section.document]
    guard let bytes = try? File.open(document.path).read(entry.range) else { return nil }
    let provenance = Provenance(input: document.name, inputIndex: document.index, range: entry.range)
    return ItemReader(dialect: section.dialect).read(bytes, provenance: provenance)
  }
}
