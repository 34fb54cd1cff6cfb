internal import Bytes

/// The media that nobody has, each with the first item that wants it.
///
/// Their addresses lie in a file while the run lasts; memory holds a short key of each.
struct MissingMedia {
  private let folder: PackageFolder
  private var file: AppendedFile?
  private var known = TextNumbers()

  private static let name = "\(InputStager.spoolFolder)/missing-media"

  init(in folder: PackageFolder) { self.folder = folder }

  /// Takes note of an address; of several items that want it the first is kept.
  mutating func add(_ address: String, item: String) throws(FileError) {
    guard known.insert(TextKey(of: address.utf8.span)).isNew else { return }
    if file == nil { file = try AppendedFile(Self.name, in: folder) }
    var table = MissingMediaTable()
    table.append(address, item: item)
    try file?.append(table.bytes)
  }

  /// All of them; `others` are addresses that no item wants, and come before those of the same name.
  func table(with others: [String]) throws(FileError) -> MissingMediaTable {
    var table = MissingMediaTable()
    for address in others { table.append(address, item: "") }
    guard let file else { return table }
    try file.flush()
    try table.append(FileSource(folder.path(Self.name)))
    return table
  }
}

/// Addresses and the items that want them, one after the other.
struct MissingMediaTable {
  /// The rows, each an address and an item behind the lengths of both.
  private(set) var bytes: [UInt8] = []

  private static let headSize = 8

  /// Whether there is no row.
  var isEmpty: Bool { bytes.isEmpty }

  /// Appends a row.
  mutating func append(_ address: String, item: String) {
    for count in [address.utf8.count, item.utf8.count] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
    bytes.append(copying: address.utf8.span)
    bytes.append(copying: item.utf8.span)
  }

  /// Appends the rows of a file.
  mutating func append(_ source: consuming FileSource) throws(FileError) {
    while try source.read(1 << 20, appendingTo: &bytes) > 0 {}
  }

  private struct Row {
    let address: Range<Int>
    let item: Range<Int>
    let isASCII: Bool
  }

  /// Hands the rows to `take` in the order of their addresses, of each address the first.
  func forEachRow(_ take: (_ address: String, _ item: String) throws(FileError) -> Void) throws(FileError) {
    var last: String?
    for row in rows.sorted(by: { precedes($0, $1) }) {
      let address = text(row.address)
      // Two spellings of the same letters are the same address.
      if address == last { continue }
      try take(address, text(row.item))
      last = address
    }
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var position = 0
    while position + Self.headSize <= bytes.count {
      let address = position + Self.headSize..<position + Self.headSize + number(at: position)
      let item = address.upperBound..<address.upperBound + number(at: position + 4)
      rows.append(
        Row(address: address, item: item, isASCII: bytes[address].allSatisfy { $0 < 0x80 }))
      position = item.upperBound
    }
    return rows
  }

  private func number(at position: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  private func precedes(_ left: Row, _ right: Row) -> Bool {
    if left.isASCII, right.isASCII {
      let (first, second) = (bytes.span.extracting(left.address), bytes.span.extracting(right.address))
      if first.precedes(second) { return true }
      if second.precedes(first) { return false }
    } else {
      let (first, second) = (text(left.address), text(right.address))
      if first != second { return first < second }
    }
    return left.address.lowerBound < right.address.lowerBound
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
