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
    /// What is wrong with what stands before it in the source.
    let faults: [Fault]
  }

  /// The kind of fault that a source is which cannot be read to its end.
  static let unreadable = "source-unreadable"

  private let input: LedgerEntry.Source
  private let inputIndex: Int
  /// The kept original, by its path from the package.
  private let file: String
  /// What the ledger says of the headers in the source.
  private let headers: [LedgerEntry.Source]
  /// What is wrong and has not been handed out.
  private var faults: [Fault] = []
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
  ///   - file: the kept original, by its path from the package.
  ///   - headers: the places of the headers in the source, as the ledger tells them.
  init(
    _ stream: consuming SourceStream, input: LedgerEntry, at place: LedgerEntry.Source, inputIndex: Int,
    file: String, headers: [LedgerEntry.Source]
  ) {
    self.stream = stream
    self.file = file
    self.headers = headers
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

  /// Reads what is left; returns what is wrong with the end of the source, and with the source as a whole.
  ///
  /// A packed source that was damaged when it came is sound where it can be read as far as it could be read then.
  mutating func finish() -> [Fault] {
    let digest = stream.finish()
    let isSound = digest.map { $0.hexadecimal == input.sha256 } ?? true
    if isSound, stream.length == input.range.length { return faults }
    if let reason = stream.damage {
      return faults + [
        Fault(
          Self.unreadable, file: file, record: input.input,
          expected: "the \(input.range.length) bytes of the source",
          found: "\(stream.length) bytes: \(reason)")
      ]
    }
    return faults + [
      Fault(
        "source-differs", file: file, record: input.input,
        expected: "\(input.range.length) bytes, sha256:\(input.sha256 ?? "")",
        found: "\(stream.length) bytes, sha256:\(digest?.hexadecimal ?? "")")
    ]
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
      compare(bytes, at: piece.range)
    case .item:
      let bytes = Array(window[start..<start + piece.range.length])
      ready.append(CutItem(range: piece.range, bytes: bytes, dialect: dialect, faults: faults))
      faults = []
    default: break
    }
  }

  /// Compares a header with what the ledger says of the one that begins where it does.
  private mutating func compare(_ header: [UInt8], at range: ByteRange) {
    // Of several sources of one name each has its header there.
    let told = headers.filter { $0.range.offset == range.offset && $0.sha256 != nil }
    let digest = Digest(.sha256, of: header).hexadecimal
    guard let first = told.first, !told.contains(where: { $0.sha256 == digest }) else { return }
    faults.append(
      Fault(
        "header-digest", file: file, record: "header in \(input.input)", offset: range.offset,
        expected: "\(first.range.length) bytes, sha256:\(first.sha256 ?? "")",
        found: "\(range.length) bytes, sha256:\(digest)"))
  }
}
