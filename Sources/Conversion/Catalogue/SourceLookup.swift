internal import Bytes
internal import Content
internal import Model
internal import Synchronization
internal import WXR

/// Answers what an item's content asks about other items, by reading them again from their place in the source.
///
/// One serves a batch: it keeps its readers, and is gone with the batch, so that memory stays bounded.
final class SourceLookup: ContentLookup {
  let plan: RunPlan
  private let memory: AttachmentMemory
  private let readers = Mutex<[Int: ItemReader]>([:])

  init(plan: RunPlan, memory: AttachmentMemory) {
    self.plan = plan
    self.memory = memory
  }

  func item(_ id: String) -> ContentItem? {
    guard let index = Int(id).flatMap({ plan.catalogue.index(ofID: $0) }) else { return nil }
    if let post = rescuedPost(at: index) { return Self.contentItem(post) }
    return readers.withLock { readers in
      read(index, with: &readers) { reader, bytes, provenance in
        Self.contentItem(
          reader.read(bytes, provenance: provenance, isSound: plan.catalogue.entries[index].isSound))
      }
    }
  }

  private static func contentItem(_ item: Item) -> ContentItem {
    ContentItem(
      type: item.effectiveType, status: item.effectiveStatus, link: item.link ?? "", title: item.title ?? "",
      content: item.content ?? "")
  }

  /// The post that a saved page gave, where the item at `index` is one.
  private func rescuedPost(at index: Int) -> Item? {
    let entry = plan.catalogue.entries[index]
    let posts = plan.sections[Int(entry.section)].posts
    return posts.isEmpty ? nil : posts[entry.offset]
  }

  func attachment(_ id: String) -> ContentAttachment? {
    Int(id).flatMap { plan.catalogue.index(ofID: $0) }.flatMap { attachment(at: $0) }
  }

  func attachments(ofParent id: String) -> [ContentAttachment] {
    guard let number = Int(id) else { return [] }
    return plan.catalogue.attachments(ofParent: number).compactMap { attachment(at: $0) }
  }

  private func attachment(at index: Int) -> ContentAttachment? {
    guard plan.catalogue.type(of: index) == "attachment" else { return nil }
    if let post = rescuedPost(at: index) {
      return ContentAttachment(
        id: post.id ?? "", url: post.attachmentURL ?? "", title: post.title ?? "", alternativeText: "",
        caption: post.excerpt ?? "")
    }
    return memory.attachment(at: index) {
      readers.withLock { readers in
        read(index, with: &readers) { reader, bytes, provenance in
          let summary = reader.survey(bytes, provenance: provenance)
          return ContentAttachment(
            id: summary.id, url: summary.attachmentURL.isEmpty ? summary.guid : summary.attachmentURL,
            title: summary.title, alternativeText: summary.alternativeText, caption: summary.caption)
        }
      }
    }
  }

  private func read<Result>(
    _ index: Int, with readers: inout [Int: ItemReader], body: (ItemReader, [UInt8], Provenance) -> Result
  ) -> Result? {
    let entry = plan.catalogue.entries[index]
    guard let (bytes, provenance) = plan.source(of: entry) else { return nil }
    let section = Int(entry.section)
    let reader = readers[section] ?? ItemReader(dialect: plan.sections[section].dialect)
    readers[section] = reader
    return body(reader, bytes, provenance)
  }
}
