internal import Bytes

/// What the first pass remembers of every item: a few dozen bytes each, whatever the item's size.
///
/// It lets the second pass resolve links, parents, galleries and featured images without holding any text: what is
/// needed of another item is read again from its place in the source.
struct Catalogue: Sendable {
  /// An item's number in source order, over all inputs.
  typealias Index = Int

  /// What is remembered of one item.
  struct Entry: Sendable {
    /// Where the item begins in its document, in bytes.
    var offset: Int
    /// The item's length in bytes.
    var length: Int
    /// Which section of the run it stands in.
    var section: UInt32
    /// The post type, as a number of ``Catalogue/typeNames``.
    var type: UInt16
    /// Whether the item is meant for publication.
    var isPublic = false
    /// Whether the first pass found nothing damaged in its bytes.
    var isSound = false
    /// The post id; 0 where the source has none that is a number.
    var id: Int
    /// Where the path of its Markdown begins in ``Catalogue/paths``; nil length 0 where it has none.
    var pathStart: UInt32 = 0
    /// The length of that path in bytes.
    var pathLength: UInt16 = 0
    /// The length of the path of its comments, which stands right behind it; 0 where it has none.
    var commentsPathLength: UInt16 = 0

    var range: ByteRange { ByteRange(offset: offset, length: length) }
  }

  /// An attachment as a gallery needs it: whose it is and at which place.
  struct Attachment: Sendable {
    var parent: Int
    var menuOrder: Int32
    var index: UInt32
  }

  private(set) var entries: [Entry] = []
  private(set) var typeNames: [String] = []
  private var typeNumbers: [String: UInt16] = [:]
  private var paths: [UInt8] = []
  private var ids: [(id: Int, index: UInt32)] = []
  private var addresses: [(hash: UInt64, index: UInt32)] = []
  private var attachments: [Attachment] = []

  /// Which items translate one another, as far as they say so themselves.
  var translations = TranslationGroups()

  /// The number of items.
  var count: Int { entries.count }

  /// Adds an item; items must come in source order.
  mutating func append(_ entry: Entry, type name: String) {
    var entry = entry
    if let number = typeNumbers[name] {
      entry.type = number
    } else {
      entry.type = UInt16(truncatingIfNeeded: typeNames.count)
      typeNumbers[name] = entry.type
      typeNames.append(name)
    }
    entries.append(entry)
  }

  /// Remembers that the last item can be reached under an address, already folded to its lookup form.
  mutating func addAddress(_ address: [UInt8], of index: Index) {
    addresses.append((StableHash.hash(address.span), UInt32(truncatingIfNeeded: index)))
  }

  /// Remembers an attachment's parent and place.
  mutating func addAttachment(_ index: Index, parent: Int, menuOrder: Int32) {
    attachments.append(
      Attachment(parent: parent, menuOrder: menuOrder, index: UInt32(truncatingIfNeeded: index)))
  }

  /// Sets the path of an item's Markdown file, and that of its comments where it has any.
  mutating func setPath(_ path: String, comments: String?, of index: Index) {
    entries[index].pathStart = UInt32(truncatingIfNeeded: paths.count)
    entries[index].pathLength = UInt16(truncatingIfNeeded: path.utf8.count)
    paths.append(contentsOf: path.utf8)
    if let comments {
      entries[index].commentsPathLength = UInt16(truncatingIfNeeded: comments.utf8.count)
      paths.append(contentsOf: comments.utf8)
    }
  }

  /// Ends the first pass: sorts what is looked up.
  mutating func seal() {
    for (index, entry) in entries.enumerated() where entry.id != 0 {
      ids.append((entry.id, UInt32(truncatingIfNeeded: index)))
    }
    ids.sort { $0.id == $1.id ? $0.index < $1.index : $0.id < $1.id }
    addresses.sort { $0.hash == $1.hash ? $0.index < $1.index : $0.hash < $1.hash }
    attachments.sort { left, right in
      if left.parent != right.parent { return left.parent < right.parent }
      if left.menuOrder != right.menuOrder { return left.menuOrder < right.menuOrder }
      return entries[Int(left.index)].id < entries[Int(right.index)].id
    }
  }

  /// The path of an item's comments, or nil where it has none.
  func commentsPath(of index: Index) -> String? {
    let entry = entries[index]
    guard entry.commentsPathLength > 0 else { return nil }
    let start = Int(entry.pathStart) + Int(entry.pathLength)
    return String(decoding: paths[start..<start + Int(entry.commentsPathLength)], as: UTF8.self)
  }

  /// The path of an item's Markdown file, or nil where it has none.
  func path(of index: Index) -> String? {
    let entry = entries[index]
    guard entry.pathLength > 0 else { return nil }
    return String(
      decoding: paths[Int(entry.pathStart)..<Int(entry.pathStart) + Int(entry.pathLength)], as: UTF8.self)
  }

  /// All items in batches, in source order.
  func batches() -> some Sequence<ItemBatch> {
    sequence(state: 0) { next -> ItemBatch? in
      guard next < entries.count else { return nil }
      var batch = ItemBatch(firstIndex: next, section: Int(entries[next].section), items: [])
      while next < entries.count, Int(entries[next].section) == batch.section, !batch.isFull(.converting) {
        batch.items.append(entries[next].range)
        next += 1
      }
      return batch
    }
  }

  /// The number that entries of a post type have; nil where there is none of them.
  func number(ofType name: String) -> UInt16? { typeNumbers[name] }

  /// The post type of an item.
  func type(of index: Index) -> String { typeNames[Int(entries[index].type)] }

  /// The first item with the given id.
  func index(ofID id: Int) -> Index? {
    let place = ids.partitioningIndex { $0.id >= id }
    guard place < ids.count, ids[place].id == id else { return nil }
    return Int(ids[place].index)
  }

  /// The first item that can be reached under a folded address.
  func index(ofAddress address: [UInt8]) -> Index? {
    let hash = StableHash.hash(address.span)
    let place = addresses.partitioningIndex { $0.hash >= hash }
    guard place < addresses.count, addresses[place].hash == hash else { return nil }
    return Int(addresses[place].index)
  }

  /// The attachments whose parent has the given id, by menu order, then id.
  func attachments(ofParent id: Int) -> [Index] {
    let place = attachments.partitioningIndex { $0.parent >= id }
    return attachments[place...].prefix { $0.parent == id }.map { Int($0.index) }
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false for a first part and true for the rest.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
