internal import Bytes

/// The index of an archive: a line a capture, found by its key and time (CDXJ 0.1.0).
///
/// Lines may come in any order. They are kept sorted and compressed in runs of a few megabytes, so that a line takes
/// some eighty bytes of memory; when they are asked for, the runs are merged.
public struct CDXJIndex: Sendable {
  /// The number of lines.
  public private(set) var count = 0
  private var runs: [[UInt8]] = []
  private var pending: [UInt8] = []
  private var pendingEnds: [Int] = []
  private let runLength: Int

  /// Begins an empty index.
  public init() { self.init(runLength: 1 << 22) }

  /// Begins an index whose runs have at least `runLength` bytes, but for the last.
  init(runLength: Int) { self.runLength = runLength }

  /// Adds the line of the record at `location`.
  public mutating func append(_ line: CDXJLine, at location: RecordLocation) {
    line.write(at: location, to: &pending)
    pendingEnds.append(pending.count)
    count += 1
    if pending.count >= runLength { endRun() }
  }

  /// Hands every line, its end included, to `take` in the order of their bytes.
  public func forEachLine<Failure: Error>(_ take: (Span<UInt8>) throws(Failure) -> Void) throws(Failure) {
    guard !runs.isEmpty else {
      for line in sortedLines { try take(pending.span.extracting(line)) }
      return
    }
    var whole = self
    whole.endRun()
    // The run with the least line comes last, where it is cheap to take away.
    var readers: [CDXJRunReader] = []
    for run in whole.runs { Self.insert(CDXJRunReader(run), into: &readers) }
    while let reader = readers.popLast() {
      let line = reader.line
      try take(line.span)
      reader.advance()
      Self.insert(reader, into: &readers)
    }
  }

  /// The whole index, sorted.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { bytes.append(copying: $0) }
    return bytes
  }

  /// Where the lines are that are not compressed yet, in the order of their bytes.
  private var sortedLines: [Range<Int>] {
    var start = 0
    var lines: [Range<Int>] = []
    lines.reserveCapacity(pendingEnds.count)
    for end in pendingEnds {
      lines.append(start..<end)
      start = end
    }
    lines.sort { precedes($0, $1) }
    return lines
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    pending.span.extracting(left).precedes(pending.span.extracting(right))
  }

  private mutating func endRun() {
    if pending.isEmpty { return }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(pending.count)
    for line in sortedLines { sorted.append(copying: pending.span.extracting(line)) }
    var compressor = GzipCompressor(level: 1)
    var run: [UInt8] = []
    compressor.appendMember(of: sorted.span, to: &run)
    runs.append(run)
    pending.removeAll(keepingCapacity: true)
    pendingEnds.removeAll(keepingCapacity: true)
  }

  /// Puts a reader where its line belongs; one that is at its end is dropped.
  private static func insert(_ reader: CDXJRunReader, into readers: inout [CDXJRunReader]) {
    if reader.line.isEmpty { return }
    var low = 0
    var high = readers.count
    while low < high {
      let middle = (low + high) / 2
      if reader.precedes(readers[middle]) { low = middle + 1 } else { high = middle }
    }
    readers.insert(reader, at: low)
  }
}

/// Reads the lines of one sorted run.
private final class CDXJRunReader {
  /// The current line, its end included; empty behind the last one.
  private(set) var line: ArraySlice<UInt8> = []
  private let run: [UInt8]
  private var inflater = Inflater(.gzip)
  private var runPosition = 0
  private var text: [UInt8] = []
  private var textPosition = 0

  init(_ run: [UInt8]) {
    self.run = run
    advance()
  }

  /// Whether its line comes before that of another.
  func precedes(_ other: CDXJRunReader) -> Bool {
    let (line, otherLine) = (line, other.line)
    return line.span.precedes(otherLine.span)
  }

  func advance() {
    while true {
      if let end = text[textPosition...].firstIndex(of: UInt8(ascii: "\n")) {
        line = text[textPosition...end]
        textPosition = end + 1
        return
      }
      line = []
      text.removeSubrange(..<textPosition)
      textPosition = 0
      let run = run
      // The run was compressed a moment ago, in this memory: what cannot be read any more is its end.
      let progress = try? inflater.inflate(run.span, from: runPosition, appendingTo: &text, limit: 1 << 16)
      guard let progress, progress.consumed > 0 || !text.isEmpty else { return }
      if progress.consumed == 0, !text.contains(UInt8(ascii: "\n")) { return }
      runPosition += progress.consumed
    }
  }
}
