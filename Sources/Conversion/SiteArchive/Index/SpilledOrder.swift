internal import Bytes

/// Sorts any number of records of sixteen bytes in little memory: runs are sorted as they fill up, kept in a file, and
/// merged when they are asked for.
struct SpilledOrder: ~Copyable {
  /// A record: what it is sorted by first, and what then.
  struct Record: Comparable {
    var high: UInt64
    var low: UInt64

    static func < (left: Record, right: Record) -> Bool {
      left.high == right.high ? left.low < right.low : left.high < right.high
    }
  }

  private let runLength: Int
  private let path: String
  private var file: RunFile?
  private var pending: [Record] = []
  private var runs: [Range<Int>] = []
  /// Readers of the runs; that with the least record comes last, where it is cheap to take away.
  private var readers: [RunReader] = []

  /// Begins with no records; `path` is where a file may be made, `runLength` how many records are held in memory.
  init(path: String, runLength: Int = 1 << 14) {
    self.path = path
    self.runLength = runLength
  }

  /// Adds a record.
  mutating func append(_ record: Record) throws(FileError) {
    pending.append(record)
    if pending.count >= runLength { try endRun() }
  }

  /// Ends the last run, so that records can be taken.
  mutating func seal() throws(FileError) {
    pending.sort()
    if let file {
      for run in runs { Self.insert(try RunReader(file.file, run), into: &readers) }
    }
    Self.insert(RunReader(pending), into: &readers)
    pending = []
  }

  /// The next record in order, of an order that was sealed; nil behind the last.
  mutating func next() throws(FileError) -> Record? {
    guard var reader = readers.popLast() else { return nil }
    let record = reader.current
    if let file { try reader.advance(file.file) } else { reader.advance() }
    Self.insert(reader, into: &readers)
    return record
  }

  private mutating func endRun() throws(FileError) {
    pending.sort()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pending.count * Self.size)
    for record in pending {
      for word in [record.high, record.low] {
        for shift in stride(from: 0, to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
      }
    }
    if file == nil { file = RunFile(try File.create(path)) }
    try file?.file.write(bytes.span)
    let start = runs.last?.upperBound ?? 0
    runs.append(start..<start + bytes.count)
    pending.removeAll(keepingCapacity: true)
  }

  private static let size = 16

  private static func insert(_ reader: RunReader, into readers: inout [RunReader]) {
    guard let record = reader.current else { return }
    var low = 0
    var high = readers.count
    while low < high {
      let middle = (low + high) / 2
      if let other = readers[middle].current, record < other { low = middle + 1 } else { high = middle }
    }
    readers.insert(reader, at: low)
  }

  /// The file of the runs, for all their readers.
  private final class RunFile {
    let file: File

    init(_ file: consuming File) { self.file = file }
  }

  /// Reads a sorted run piece by piece.
  private struct RunReader {
    private var records: [Record]
    private var position = 0
    private var rest: Range<Int>

    init(_ records: [Record]) {
      self.records = records
      rest = 0..<0
    }

    init(_ file: borrowing File, _ range: Range<Int>) throws(FileError) {
      records = []
      rest = range
      try fill(file)
    }

    var current: Record? { position < records.count ? records[position] : nil }

    /// Goes on in a run that is all in memory.
    mutating func advance() { position += 1 }

    mutating func advance(_ file: borrowing File) throws(FileError) {
      position += 1
      if position >= records.count, !rest.isEmpty { try fill(file) }
    }

    private mutating func fill(_ file: borrowing File) throws(FileError) {
      let end = min(rest.lowerBound + 1024 * SpilledOrder.size, rest.upperBound)
      let bytes = try file.read(ByteRange(from: rest.lowerBound, to: end))
      records.removeAll(keepingCapacity: true)
      position = 0
      for start in stride(from: 0, to: bytes.count - SpilledOrder.size + 1, by: SpilledOrder.size) {
        records.append(Record(high: Self.word(bytes, at: start), low: Self.word(bytes, at: start + 8)))
      }
      rest = end..<rest.upperBound
    }

    private static func word(_ bytes: [UInt8], at start: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
  }
}
