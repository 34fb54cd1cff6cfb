internal import Content
internal import Synchronization

/// What was read of attachments, for all workers of a run: posts of a time show the same pictures.
///
/// It holds a bounded number of them and begins anew when it is full, so that memory stays flat.
final class AttachmentMemory: Sendable {
  /// Some 500 bytes each.
  static let limit = 4096

  private let known = Mutex<[Int: ContentAttachment]>([:])

  /// The attachment that is the item at `index`; `read` is asked for one that is not known, and again where it could not tell.
  func attachment(at index: Int, read: () -> ContentAttachment?) -> ContentAttachment? {
    if let attachment = known.withLock({ $0[index] }) { return attachment }
    guard let attachment = read() else { return nil }
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[index] = attachment
    }
    return attachment
  }
}
