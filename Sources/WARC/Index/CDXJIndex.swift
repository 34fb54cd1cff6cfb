internal import Bytes

/// The index of an archive: a line a capture, found by its key and time (CDXJ 0.1.0).
public struct CDXJIndex: Sendable {
  private var text: [UInt8] = []
  private var ends: [Int] = []

  /// Begins an empty index.
  public init() {}

  /// The number of lines.
  public var count: Int { ends.count }

  /// Adds the line of the record at `location`.
  public mutating func append(_ line: CDXJLine, at location: RecordLocation) {
    append(line, filename: location.filename.text, range: location.range)
  }

  mutating func append(_ line: CDXJLine, filename: String, range: ByteRange) {
    text.append(contentsOf: line.bytes(filename: filename, offset: range.offset, length: range.length))
    ends.append(text.count)
  }

  /// The lines in the order of their bytes, each with its end.
  public var sortedLines: [ArraySlice<UInt8>] {
    var start = 0
    var lines: [ArraySlice<UInt8>] = []
    lines.reserveCapacity(ends.count)
    for end in ends {
      lines.append(text[start..<end])
      start = end
    }
    return lines.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The whole index, sorted.
  public var bytes: [UInt8] { Array(sortedLines.joined()) }
}
