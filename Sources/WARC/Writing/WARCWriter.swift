public import Bytes

/// Where a record stands: the file, and its bytes there, compressed as they are.
public struct RecordLocation: Sendable, Hashable {
  /// The file.
  public let filename: WARCFilename
  /// The record's bytes in the file.
  public let range: ByteRange
}

/// Writes records one after another into the files of a series.
///
/// Each file begins with its warcinfo record; a new one begins when the next record would make the current one
/// longer than the series allows. The same records in the same order give the same files, whoever encoded them.
///
/// ```swift
/// var writer = try WARCWriter(series, to: MemorySink())
/// try writer.append(page)
/// let archive = try writer.finish()
/// ```
public struct WARCWriter<Sink: WARCSink & ~Copyable>: ~Copyable {
  /// What the writer throws: a record's fault or the sink's.
  public typealias Failure = WARCWriteError<Sink.Failure>

  /// The series that is written.
  public let series: WARCFileSeries
  /// The identifier that records of the current file name as theirs: workers encode for it.
  ///
  /// Should the file change meanwhile, the writer encodes such a record anew.
  public private(set) var warcinfoID: RecordID
  /// The files so far; the last one is still growing.
  public private(set) var files: [WARCFile] = []
  /// The index of all records so far.
  public private(set) var index = CDXJIndex()
  private var sink: Sink
  private var encoder: RecordEncoder

  /// Begins the first file of a series.
  public init(_ series: WARCFileSeries, to sink: consuming Sink) throws(Failure) {
    self.series = series
    self.sink = sink
    encoder = RecordEncoder(series.compression, codes: series.codes)
    warcinfoID = series.warcinfo(serial: 0).id
    try beginFile()
  }

  /// Appends a record whose block is in memory.
  @discardableResult
  public mutating func append(_ record: some WARCRecord) throws(Failure) -> RecordLocation {
    try append(encode(record))
  }

  /// Appends a record that was encoded before, on whatever core.
  @discardableResult
  public mutating func append(_ encoded: EncodedRecord) throws(Failure) -> RecordLocation {
    var encoded = encoded
    if encoded.warcinfoID != warcinfoID { encoded = try encode(encoded.record) }
    if try makeRoom(for: encoded.bytes.count) { encoded = try encode(encoded.record) }
    try write(encoded.bytes.span)
    return noteRecord(length: encoded.bytes.count, indexLine: encoded.indexLine)
  }

  /// Appends a record whose block is given by `source`, chunk by chunk and in constant memory.
  ///
  /// `level` is that of the gzip member; nil for the series' own. Level 0 suits what is compressed already.
  ///
  /// - Throws: ``RecordError`` where the source gives other bytes than the block's length and digest tell; the
  ///   file is unusable then.
  @discardableResult
  public mutating func append<Source: ByteSource & ~Copyable>(
    _ record: some WARCRecord, from source: inout Source, level: Int? = nil
  ) throws(Failure) -> RecordLocation {
    // How small it will become is not known before; what is certain is that it will not grow.
    try makeRoom(for: record.block.length)
    let start = files[files.count - 1].length
    var output: [UInt8] = []
    var stream = MemberStream(series.compression, level: level)
    let header = record.header(warcinfoID: warcinfoID)
    stream.write(header.span, to: &output)
    var reader = BlockReader(record)
    while let chunk = try next(reading: &source, with: &reader) {
      stream.write(chunk.span, to: &output)
      if output.count >= 1 << 18 {
        try write(output.span)
        output.removeAll(keepingCapacity: true)
      }
    }
    let end = RecordText.end
    stream.write(end.span, to: &output)
    stream.finish(to: &output)
    try write(output.span)
    return noteRecord(length: files[files.count - 1].length - start, indexLine: CDXJLine(record))
  }

  /// Gives the index of the records since this was asked last and begins a new one, for archives whose index is too
  /// large for memory.
  public mutating func takeIndex() -> CDXJIndex {
    defer { index = CDXJIndex() }
    return index
  }

  /// Ends the last file; gives the sink back, and what was written.
  public consuming func finish() throws(Failure) -> WARCArchive<Sink> {
    do { try sink.end() } catch { throw .sink(error) }
    return WARCArchive(sink: sink, files: files, index: index)
  }

  private mutating func encode(_ record: any WARCRecord) throws(Failure) -> EncodedRecord {
    do { return try encoder.encode(record, warcinfoID: warcinfoID) } catch { throw .record(error) }
  }

  private func next<Source: ByteSource & ~Copyable>(
    reading source: inout Source, with reader: inout BlockReader
  ) throws(Failure) -> [UInt8]? {
    do { return try reader.next(from: &source) } catch { throw .record(error) }
  }

  /// Begins a new file where `length` further bytes are too many for the current one; a file that holds nothing
  /// but its warcinfo record takes a record of any length.
  ///
  /// Records that name all files of a series, as a manifest does, want to know that no other will follow.
  @discardableResult
  public mutating func makeRoom(for length: Int) throws(Failure) -> Bool {
    let file = files[files.count - 1]
    guard file.length + length > series.limit, file.recordCount > 1 else { return false }
    do { try sink.end() } catch { throw .sink(error) }
    try beginFile()
    return true
  }

  private mutating func beginFile() throws(Failure) {
    let warcinfo = series.warcinfo(serial: files.count)
    warcinfoID = warcinfo.id
    files.append(WARCFile(name: warcinfo.filename, warcinfoID: warcinfo.id))
    do { try sink.begin(warcinfo.filename) } catch { throw .sink(error) }
    let encoded = try encode(warcinfo)
    try write(encoded.bytes.span)
    _ = noteRecord(length: encoded.bytes.count, indexLine: nil)
  }

  private mutating func write(_ bytes: Span<UInt8>) throws(Failure) {
    do { try sink.write(bytes) } catch { throw .sink(error) }
    files[files.count - 1].length += bytes.count
  }

  private mutating func noteRecord(length: Int, indexLine: CDXJLine?) -> RecordLocation {
    let last = files.count - 1
    files[last].recordCount += 1
    let range = ByteRange(offset: files[last].length - length, length: length)
    let location = RecordLocation(filename: files[last].name, range: range)
    if let indexLine { index.append(indexLine, at: location) }
    return location
  }
}

/// One file that a writer wrote.
public struct WARCFile: Sendable, Hashable {
  /// Its name.
  public let name: WARCFilename
  /// The identifier of its warcinfo record.
  public let warcinfoID: RecordID
  /// Its length in bytes.
  public internal(set) var length = 0
  /// How many records it holds, the warcinfo record among them.
  public internal(set) var recordCount = 0
}

/// What a writer leaves behind.
public struct WARCArchive<Sink: ~Copyable>: ~Copyable {
  /// Where the bytes went.
  public let sink: Sink
  /// The files in order.
  public let files: [WARCFile]
  /// The index of all records.
  public let index: CDXJIndex
}

/// Why a writer stopped.
public enum WARCWriteError<SinkFailure: Error>: Error, CustomStringConvertible {
  /// A record cannot be written.
  case record(RecordError)
  /// The sink refused the bytes.
  case sink(SinkFailure)

  /// One sentence for the user.
  public var description: String {
    switch self {
    case .record(let error): error.description
    case .sink(let error): "\(error)"
    }
  }
}
