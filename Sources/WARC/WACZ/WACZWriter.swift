public import Bytes

/// Writes a WACZ file (WACZ 1.1.1): the archive, its index, its pages and their digests in one zip file, which
/// replays in a browser without any server.
///
/// ```swift
/// var wacz = try WACZWriter(to: BufferSink())
/// try wacz.addArchive(name, size: size, from: &source)
/// try wacz.addIndex(archive.index)
/// try wacz.addPages(pages, title: "Musterkiez")
/// let sink = try wacz.finish(description)
/// ```
///
/// The same input in the same order gives the same bytes.
public struct WACZWriter<Sink: ByteSink & ~Copyable>: ~Copyable {
  /// What the writer throws: the zip library's fault, the sink's or a source's.
  public typealias Failure = WACZWriteError<Sink.Failure>

  private var sink: Sink
  private var zip: ZipWriter
  private var resources: [WACZResource] = []

  /// Begins a file.
  public init(to sink: consuming Sink) throws(Failure) {
    self.sink = sink
    do { zip = try ZipWriter() } catch { throw .zip(error) }
  }

  /// Adds a WARC file of `size` bytes to what is replayed; returns its SHA-256.
  @discardableResult
  public mutating func addArchive<Source: ByteSource & ~Copyable>(
    _ name: WARCFilename, size: Int, from source: inout Source
  ) throws(Failure) -> Digest {
    try add("archive/\(name)", size: size, method: .stored, from: &source)
  }

  /// Adds a file that is neither replayed nor indexed, such as `derived/NAME.warc.gz`.
  ///
  /// - Throws: ``WACZWriteError/path(_:)`` for a path of the folders that the format keeps for itself, or one that
  ///   is not made of letters, digits and `-._`.
  public mutating func addFile<Source: ByteSource & ~Copyable>(
    _ path: String, size: Int, from source: inout Source
  ) throws(Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isReserved = parts.count == 1 || ["archive", "indexes", "pages"].contains(parts[0])
    guard !isReserved, parts.allSatisfy({ WARCFilename($0) != nil }) else { throw .path(path) }
    try add(path, size: size, method: path.hasSuffix(".gz") ? .stored : .deflated, from: &source)
  }

  /// Adds the index; one of more than `limit` lines is cut into compressed blocks with an index of their own.
  public mutating func addIndex(_ index: CDXJIndex, limit: Int = 10_000) throws(Failure) {
    let bytes = index.bytes
    try addIndex(lineCount: index.count, size: bytes.count, from: BufferSource(bytes), limit: limit)
  }

  /// Adds an index that was sorted before: `lineCount` lines, `size` bytes in all.
  public mutating func addIndex<Source: ByteSource & ~Copyable>(
    lineCount: Int, size: Int, from source: consuming Source, limit: Int = 10_000
  ) throws(Failure) {
    guard lineCount > limit else {
      try add("indexes/index.cdx", size: size, method: .deflated, from: &source)
      return
    }
    var blocks = CDXJBlocks(filename: "index.cdx.gz")
    let file = try Self.spool(&blocks, LineReader(source))
    var data = FileSource(file)
    try add("indexes/index.cdx.gz", size: blocks.length, method: .stored, from: &data)
    try add("indexes/index.idx", blocks.index, method: .deflated)
  }

  /// Cuts an index into blocks, which wait in a file without a name: their length must be known before they are added.
  private static func spool<Source: ByteSource & ~Copyable>(
    _ blocks: inout CDXJBlocks, _ lines: consuming LineReader<Source>
  ) throws(Failure) -> File {
    do {
      let file = try File.scratch()
      while let line = try lines.next() {
        blocks.append(line.bytes.span)
        try file.write(blocks.takeFinished().span)
      }
      blocks.finish()
      try file.write(blocks.takeFinished().span)
      return file
    } catch {
      throw .source("indexes/index.cdx.gz", reason: "\(error)")
    }
  }

  /// Adds a list of pages.
  public mutating func addPages(
    _ pages: [WACZPage], kind: WACZPageList.Kind = .pages, title: String
  ) throws(Failure) {
    var text = JSONText()
    WACZPageList.writeHeader(kind, title: title, hasText: pages.contains { $0.text != nil }, to: &text)
    for page in pages { page.write(to: &text) }
    try add(kind.path, text.bytes, method: .deflated)
  }

  /// Adds a list of pages too long for memory: its header and lines, `size` bytes in all.
  ///
  /// It is stored as it is: the zip library compresses far slower than the records were (`docs/decisions/wacz-zip.md`).
  public mutating func addPages<Source: ByteSource & ~Copyable>(
    _ kind: WACZPageList.Kind, size: Int, from source: inout Source
  ) throws(Failure) {
    try add(kind.path, size: size, method: .stored, from: &source)
  }

  /// Adds what the file says of itself and ends it; gives the sink back.
  public consuming func finish(_ description: WACZDescription) throws(Failure) -> Sink {
    let dataPackage = description.dataPackage(resources)
    try add("datapackage.json", dataPackage, method: .deflated)
    var json = JSONText()
    json.object { json in
      json.key("path")
      json.string("datapackage.json")
      json.key("hash")
      json.string(DigestLabel.text(of: Digest(.sha256, of: dataPackage)))
    }
    json.endLine()
    try add("datapackage-digest.json", json.bytes, method: .deflated)
    do { try zip.close() } catch { throw .zip(error) }
    try drain()
    return sink
  }

  @discardableResult
  private mutating func add(
    _ path: String, _ bytes: [UInt8], method: ZipWriter.Method
  ) throws(Failure) -> Digest {
    var source = BufferSource(bytes)
    return try add(path, size: bytes.count, method: method, from: &source)
  }

  @discardableResult
  private mutating func add<Source: ByteSource & ~Copyable>(
    _ path: String, size: Int, method: ZipWriter.Method, from source: inout Source
  ) throws(Failure) -> Digest {
    guard !resources.contains(where: { $0.path == path }) else { throw .path(path) }
    var hasher = Digest.Hasher(.sha256)
    var length = 0
    do { try zip.begin(path, size: size, method: method) } catch { throw .zip(error) }
    while true {
      var chunk: [UInt8] = []
      do { _ = try source.read(1 << 18, appendingTo: &chunk) } catch {
        throw .source(path, reason: "\(error)")
      }
      if chunk.isEmpty { break }
      hasher.update(chunk.span)
      length += chunk.count
      do { try zip.write(chunk.span) } catch { throw .zip(error) }
      try drain()
    }
    guard length == size else { throw .source(path, reason: "it has \(length) bytes, not \(size)") }
    do { try zip.end() } catch { throw .zip(error) }
    try drain()
    let digest = hasher.finalize()
    resources.append(WACZResource(path: path, digest: digest, length: length))
    return digest
  }

  private mutating func drain() throws(Failure) {
    let output = zip.takeOutput()
    do { try sink.write(output.span) } catch { throw .sink(error) }
  }
}

/// Why a WACZ file cannot be written.
public enum WACZWriteError<SinkFailure: Error>: Error, CustomStringConvertible {
  /// The zip library refused.
  case zip(ZipError)
  /// The sink refused the bytes.
  case sink(SinkFailure)
  /// What was to be added cannot be read, or is not as long as was said.
  case source(String, reason: String)
  /// The path is one that the format keeps for itself, is there already, or holds odd characters.
  case path(String)

  /// One sentence for the user.
  public var description: String {
    switch self {
    case .zip(let error): "the WACZ file cannot be written: \(error)"
    case .sink(let error): "\(error)"
    case .source(let path, let reason): "\(path) cannot be added to the WACZ file: \(reason)"
    case .path(let path): "the WACZ file cannot take an entry named \(path): choose another name"
    }
  }
}
