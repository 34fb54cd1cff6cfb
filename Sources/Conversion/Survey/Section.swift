internal import Bytes
internal import Model
internal import WXR

/// A header and the items that follow it: a whole export, or one of several that stand in the same file.
struct Section: Sendable {
  /// The document it stands in, by its number.
  var document: Int
  /// What the header says of the site; empty where there is no header.
  var site: Site
  /// How the section's items are to be read.
  var dialect: Dialect
  /// The posts that saved pages gave, which stand in no export: then an item's offset is its number among them.
  var posts: [Item] = []
}

/// Bytes of the source that are neither header nor item: kept in the original, and accounted for.
struct Remainder: Sendable {
  var kind: Piece.Kind
  var provenance: Provenance
  var findings: [Finding]
}

/// A run of neighbouring items of one section, small enough to be read and worked on at once.
struct ItemBatch: Sendable {
  /// When a batch is closed: enough work for a task to be worth its start, and little enough to be held close at hand.
  struct Limit: Sendable {
    var bytes: Int
    var items: Int

    /// To be surveyed: a few fields an item.
    static let surveying = Limit(bytes: 1 << 19, items: 256)
    /// To be converted: each item is written in all its forms, which take ten times its room.
    static let converting = Limit(bytes: 1 << 18, items: 128)
  }

  /// The number of the first item over all inputs.
  var firstIndex: Int
  var section: Int
  var items: [ByteRange]

  var byteCount: Int { (items.last?.end ?? 0) - (items.first?.offset ?? 0) }

  func isFull(_ limit: Limit) -> Bool { byteCount >= limit.bytes || items.count >= limit.items }

  /// The batch in parts of at most `count` items.
  func parts(of count: Int) -> [ItemBatch] {
    stride(from: 0, to: items.count, by: count).map { start in
      ItemBatch(
        firstIndex: firstIndex + start, section: section,
        items: Array(items[start..<min(start + count, items.count)]))
    }
  }

  /// The bytes of each item, read at once.
  func read(from document: SourceDocument) throws(ConversionError) -> [[UInt8]] {
    guard let first = items.first, let last = items.last else { return [] }
    let bytes = try document.bytes(of: ByteRange(from: first.offset, to: last.end))
    return items.map { range in
      let start = range.offset - first.offset
      return Array(bytes[start..<start + range.length])
    }
  }
}
