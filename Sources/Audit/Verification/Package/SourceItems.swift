internal import Bytes
internal import Model
internal import WXR

/// Cuts a source into its items again, as if there were no ledger, in memory for the largest item.
struct SourceItems: ~Copyable {
  /// An item of the source.
  struct CutItem: Sendable {
    let range: ByteRange
    let bytes: [UInt8]
    /// How the export that the item stands in is to be read.
    let dialect: Dialect
  }

  /// The kind of fault that a source is which cannot be read to its end.
  static let unreadable = "source-unreadable"

  private let input: LedgerEntry.Source
  private let inputIndex: Int
  private var stream: SourceStream
  /// Whether the source is an export; other sources are only read through.
  private let hasItems: Bool
  private var splitter = ItemSplitter()
  private var dialect = Dialect()
  /// The source's bytes from the end of the last piece on.
  private var window: [UInt8] = []
  private var windowOffset = 0
  private var ready: [CutItem] = []
  private var isAtEnd = false

  /// Begins to read `stream`.
  ///
  /// - Parameters:
  ///   - stream: the source.
  ///   - input: the source's row in the ledger.
  ///   - place: what the row says of the source.
  ///   - inputIndex: the input's number in the ledger.
  init(_ stream: consuming SourceStream, input: LedgerEntry, at place: LedgerEntry.Source, inputIndex: Int) {
    self.stream = stream
    self.input = place
    self.inputIndex = inputIndex
    hasItems = input.type == "export"
  }

  /// The next item, or nil at the end of the source, or where it cannot be read any further.
  mutating func next() -> CutItem? {
    guard hasItems else { return nil }
    while ready.isEmpty {
      if isAtEnd { return nil }
      readOn()
    }
    return ready.removeFirst()
  }

  /// Reads what is left; returns what is wrong with the source as a whole.
  ///
  /// A packed source that was damaged when it came is sound where it can be read as far as it could be read then.
  mutating func finish(in file: String) -> Fault? {
    let digest = stream.finish()
    let isSound = digest.map { $0.hexadecimal == input.sha256 } ?? true
    if isSound, stream.length == input.range.length { return nil }
    if let reason = stream.damage {
      return Fault(
        Self.unreadable, file: file, record: input.input,
        expected: "the \(input.range.length) bytes of the source", found: "\(stream.length) bytes: \(reason)")
    }
    return Fault(
      "source-differs", file: file, record: input.input,
      expected: "\(input.range.length) bytes, sha256:\(input.sha256 ?? "")",
      found: "\(stream.length) bytes, sha256:\(digest?.hexadecimal ?? "")")
  }

  private mutating func readOn() {
    var pieces: [Piece] = []
    var chunk: [UInt8] = []
    if stream.read(1 << 18, appendingTo: &chunk) == 0 {
      isAtEnd = true
      splitter.finish { pieces.append($0) }
    } else {
      splitter.scan(chunk.span) { pieces.append($0) }
      window += chunk
    }
    for piece in pieces { take(piece) }
    if let last = pieces.last {
      window.removeFirst(last.range.end - windowOffset)
      windowOffset = last.range.end
    }
  }

  private mutating func take(_ piece: Piece) {
    let start = piece.range.offset - windowOffset
    switch piece.kind {
    case .header:
      let bytes = Array(window[start..<start + piece.range.length])
      let provenance = Provenance(input: input.input, inputIndex: inputIndex, range: piece.range)
      dialect = HeaderReader.read(bytes, provenance: provenance).dialect
    case .item:
      let bytes = Array(window[start..<start + piece.range.length])
      ready.append(CutItem(range: piece.range, bytes: bytes, dialect: dialect))
    default: break
    }
  }
}
