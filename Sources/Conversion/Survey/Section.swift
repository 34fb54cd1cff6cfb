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
  /// A batch is closed when it has so many bytes or items.
  static let byteLimit = 1 << 17
  static let itemLimit = 64

  /// The number of the first item over all inputs.
  var firstIndex: Int
  var section: Int
  var items: [ByteRange]

  var byteCount: Int { (items.last?.end ?? 0) - (items.first?.offset ?? 0) }
  var isFull: Bool { byteCount >= Self.byteLimit || items.count >= Self.itemLimit }

  /// The bytes of each item, read at once.
  func read(from document: SourceDocument) throws(FileError) -> [[UInt8]] {
    guard let first = items.first, let last = items.last else { return [] }
    let bytes = try File.open(document.path).read(ByteRange(from: first.offset, to: last.end))
    return items.map { range in
      let start = min(range.offset - first.offset, bytes.count)
      return Array(bytes[start..<min(start + range.length, bytes.count)])
    }
  }
}
