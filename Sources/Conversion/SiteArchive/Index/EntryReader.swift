internal import Bytes

/// Where an entry of a list lies in the file of entries: its beginning and its length in one number, in whose order the
/// entries lie.
struct EntryPlace {
  private let start: Int
  /// The length in bytes; nil where it is too great for the number and stands before the entry.
  private let count: Int?
  /// What is to be written before the entry.
  let prefix: [UInt8]

  private static let countBits: UInt64 = 24
  private static let limit = 1 << Int(countBits) - 1
  private static let prefixSize = 8

  init(start: Int, count: Int) {
    self.start = start
    self.count = count < Self.limit ? count : nil
    prefix =
      count < Self.limit ? [] : (0..<Self.prefixSize).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  /// The place of an entry that was written.
  init(packed: UInt64) {
    let low = Int(packed & (1 << Self.countBits - 1))
    start = Int(packed >> Self.countBits)
    count = low < Self.limit ? low : nil
    prefix = []
  }

  var packed: UInt64 { UInt64(start) << Self.countBits | UInt64(count ?? Self.limit) }

  /// The entry's bytes in the file.
  func range(in file: borrowing File) throws(FileError) -> Range<Int> {
    if let count { return start..<start + count }
    let size = try file.read(ByteRange(offset: start, length: Self.prefixSize))
    let first = start + Self.prefixSize
    return first..<first + size.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Reads entries one by one, and ahead where one lies close to another: lists go through the file of entries from its end
/// to its beginning or the other way, as the posts were exported.
struct EntryReader: ~Copyable {
  private let file: File
  private var window: [UInt8] = []
  private var windowStart = 0

  private static let windowSize = 1 << 14
  /// Further away than this, more would be read in vain than calls are saved.
  private static let closeBy = 1 << 12

  init(_ file: consuming File) { self.file = file }

  /// Appends an entry.
  mutating func read(_ place: EntryPlace, appendingTo html: inout [UInt8]) throws(FileError) {
    let entry = try place.range(in: file)
    if entry.lowerBound < windowStart || entry.upperBound > windowStart + window.count {
      try fill(for: entry)
      guard entry.upperBound <= windowStart + window.count else { throw .wrongLength(file.path) }
    }
    let start = entry.lowerBound - windowStart
    html.append(copying: window.span.extracting(start..<start + entry.count))
  }

  /// Reads what holds an entry and, where it is close to what was read before, what will be wanted next.
  private mutating func fill(for entry: Range<Int>) throws(FileError) {
    let windowEnd = windowStart + window.count
    var wanted = entry
    if entry.count >= Self.windowSize {
      wanted = entry
    } else if entry.lowerBound < windowStart, windowStart - entry.upperBound < Self.closeBy {
      wanted = max(0, entry.upperBound - Self.windowSize)..<entry.upperBound
    } else if entry.upperBound > windowEnd, entry.lowerBound - windowEnd < Self.closeBy {
      wanted = entry.lowerBound..<entry.lowerBound + Self.windowSize
    }
    window.removeAll(keepingCapacity: true)
    windowStart = wanted.lowerBound
    try file.read(wanted.count, at: wanted.lowerBound, appendingTo: &window)
  }
}
