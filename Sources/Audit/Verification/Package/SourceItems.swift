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

  private let input: LedgerEntry.Source
  private let inputIndex: Int
  private var stream: SourceStream
  private var splitter = ItemSplitter()
  private var dialect = Dialect()
  /// The source's bytes from the end of the last piece on.
  private var window: [UInt8] = []
  private var windowOffset = 0
  private var ready: [CutItem] = []
  private var isAtEnd = false

  /// Opens a source of the package at `package`.
  ///
  /// - Parameters:
  ///   - file: the kept original, by its path from the package.
  ///   - package: the package.
  ///   - input: the source's place in the ledger; where the original is a zip file, its name goes on with `#` and the
  ///     name of the file in it.
  ///   - inputIndex: the input's number in the ledger.
  /// - Throws: ``SourceStream/Failure`` where it cannot be opened.
  init(
    _ file: String, of package: String, input: LedgerEntry.Source, inputIndex: Int
  ) throws(SourceStream.Failure) {
    self.input = input
    self.inputIndex = inputIndex
    let name = file.utf8.dropFirst(PackageLayout.sources.utf8.count)
    let entry = input.input.utf8.count > name.count + 1 ? input.input.utf8.dropFirst(name.count + 1) : nil
    if entry?.contains(UInt8(ascii: "#")) == true { throw .isPackedTwice }
    stream = try SourceStream("\(package)/\(file)", entry: entry.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The next item, or nil at the end of the source.
  mutating func next() throws(SourceStream.Failure) -> CutItem? {
    while ready.isEmpty {
      if isAtEnd { return nil }
      try readOn()
    }
    return ready.removeFirst()
  }

  private mutating func readOn() throws(SourceStream.Failure) {
    var pieces: [Piece] = []
    var chunk: [UInt8] = []
    if try read(&chunk) == 0 {
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

  /// A packed source that was damaged when it came is read as far as it could be read then.
  private mutating func read(_ chunk: inout [UInt8]) throws(SourceStream.Failure) -> Int {
    do throws(SourceStream.Failure) {
      return try stream.read(1 << 18, appendingTo: &chunk)
    } catch {
      guard windowOffset + window.count == input.range.length else { throw error }
      return 0
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
