internal import BagIt
internal import Bytes
private import Model
private import WXR

/// Brings the user's inputs into the package, bit for bit, and unpacks what came packed beside it.
struct InputStager {
  /// Where originals and unpacked documents go.
  private let folder: PackageFolder
  /// Whether originals are copied into the package; otherwise they are read where they are.
  private let keepsOriginals: Bool
  /// Where the package keeps originals.
  static let sourceFolder = "data/source"
  /// Where unpacked documents are while the run lasts; removed before the package is sealed.
  static let spoolFolder = "spool"
  /// So much is read at a time, in bytes: little enough for the memory to be used again for the next piece (``Allocator``).
  private static let chunkLength = 1 << 18

  private(set) var files: [SourceFile] = []
  private(set) var documents: [SourceDocument] = []
  private var names = BagNames(limit: BagName.maximumPathLength - Self.sourceFolder.utf8.count - 1)
  private var spoolCount = 0

  init(folder: PackageFolder, keepsOriginals: Bool) {
    self.folder = folder
    self.keepsOriginals = keepsOriginals
  }

  /// Stages every file that the arguments stand for.
  mutating func stage(_ arguments: [String]) throws(ConversionError) {
    for (path, name) in try InputPaths.files(for: arguments) {
      let file = try keep(path, name: names.claim(name))
      files.append(file)
      try open(file, index: files.count - 1)
    }
  }

  /// Adds to `written` what was seen of the inputs while they were copied, but for the large ones: those it returns.
  func noteOriginals(in written: inout WrittenFiles) -> [EarlyDigests.Entry] {
    var large: [EarlyDigests.Entry] = []
    guard keepsOriginals else { return large }
    for file in files {
      let name = "\(Self.sourceFolder)/\(file.name)"
      let seen = WrittenFile(size: file.size, digests: [file.sha256])
      if file.size >= EarlyDigests.smallestSize {
        large.append((name, seen))
      } else {
        written.add(name, seen)
      }
    }
    return large
  }

  /// Copies or merely digests an input.
  private func keep(_ path: String, name: String) throws(ConversionError) -> SourceFile {
    let isPipe = path == "-" || FileSystem.kindFollowingLinks(of: path) != .file
    let input = try ConversionError.atInput { () throws(FileError) in
      try File.open(path == "-" ? "/dev/stdin" : path)
    }
    guard keepsOriginals || isPipe else {
      let (digest, size) = try Self.digest(input) { _ throws(FileError) in }
      return SourceFile(name: name, path: path, size: size, sha256: digest)
    }
    let kept = "\(keepsOriginals ? Self.sourceFolder : Self.spoolFolder)/\(name)"
    let output = try ConversionError.atOutput { () throws(FileError) in try folder.create(kept) }
    let (digest, size) = try Self.digest(input) { chunk throws(FileError) in try output.write(chunk) }
    return SourceFile(name: name, path: folder.path(kept), size: size, sha256: digest)
  }

  /// Reads a file to its end, handing on each chunk, and returns its digest and size.
  private static func digest(
    _ input: borrowing File, emit: (Span<UInt8>) throws(FileError) -> Void
  ) throws(ConversionError) -> (Digest, Int) {
    var hasher = Digest.Hasher(.sha256)
    var size = 0
    while true {
      let chunk: [UInt8]
      do { chunk = try input.readNext(Self.chunkLength) } catch { throw .input(error) }
      guard !chunk.isEmpty else { return (hasher.finalize(), size) }
      hasher.update(chunk.span)
      size += chunk.count
      do { try emit(chunk.span) } catch { throw .output(error) }
    }
  }

  /// Makes the documents of an input, unpacking what is packed, packed files inside packed files included.
  private mutating func open(_ file: SourceFile, index: Int) throws(ConversionError) {
    let document = SourceDocument(
      index: documents.count, name: file.name, path: file.path, size: file.size, sha256: file.sha256,
      kind: try Self.kind(of: file.path), file: index)
    try add(document, depth: 0)
  }

  private mutating func add(_ document: SourceDocument, depth: Int) throws(ConversionError) {
    guard document.kind == .gzip || document.kind == .zip, depth < Self.deepestNesting else {
      var document = try transcoded(document)
      document.index = documents.count
      documents.append(document)
      return
    }
    var archive = try ConversionError.unpacking(document.path) { () throws(ArchiveReader.Failure) in
      try ArchiveReader(document.path, as: document.kind == .gzip ? .gzip : .zip)
    }
    while true {
      let next = try ConversionError.unpacking(document.path) { () throws(ArchiveReader.Failure) in
        try archive.nextEntry()
      }
      guard let entry = next else { return }
      if entry.split(separator: "/").contains(where: { InputPaths.isHidden(String($0)) }) { continue }
      try add(try unpack(entry, of: &archive, in: document), depth: depth + 1)
    }
  }

  /// An archive in an archive in an archive is as deep as anybody's backup goes; deeper is a trap.
  private static let deepestNesting = 3

  /// The document in UTF-8 where it is in UTF-16, in which the marks of an export cannot be found; else as it is.
  private mutating func transcoded(_ document: SourceDocument) throws(ConversionError) -> SourceDocument {
    let input = try ConversionError.atInput { () throws(FileError) in try File.open(document.path) }
    let head = try ConversionError.atInput { () throws(FileError) in
      try input.head(4)
    }
    guard let encoding = TextEncoding.detected(from: head.span) else { return document }
    let spooled = nextSpoolName()
    let output = try ConversionError.atOutput { () throws(FileError) in try folder.create(spooled) }
    var transcoder = Transcoder(from: encoding)
    var hasher = Digest.Hasher(.sha256)
    var size = 0
    var isAtEnd = false
    while !isAtEnd {
      let chunk = try ConversionError.atInput { () throws(FileError) in try input.readNext(Self.chunkLength) }
      isAtEnd = chunk.isEmpty
      var text: [UInt8] = []
      if isAtEnd { transcoder.finish(into: &text) } else { transcoder.append(chunk.span, to: &text) }
      hasher.update(text.span)
      size += text.count
      try ConversionError.atOutput { () throws(FileError) in try output.write(text.span) }
    }
    var document = document
    document.findings.append(
      Finding(
        .transcoded, transcoder.replacements == 0 ? .repair : .loss,
        "the file is in \(encoding.name) and was read as UTF-8; byte ranges are those of its UTF-8 form"
          + (transcoder.replacements == 0 ? "" : "; \(transcoder.replacements) sequences could not be read")))
    document.path = folder.path(spooled)
    document.size = size
    document.sha256 = hasher.finalize()
    return document
  }

  private mutating func nextSpoolName() -> String {
    defer { spoolCount += 1 }
    return "\(Self.spoolFolder)/\(spoolCount)"
  }

  private mutating func unpack(
    _ entry: String, of archive: inout ArchiveReader, in packed: SourceDocument
  ) throws(ConversionError) -> SourceDocument {
    let spooled = nextSpoolName()
    var hasher = Digest.Hasher(.sha256)
    var size = 0
    var failure: ArchiveReader.Failure?
    do {
      let output = try folder.create(spooled)
      var chunk: [UInt8] = []
      while failure == nil {
        chunk.removeAll(keepingCapacity: true)
        do throws(ArchiveReader.Failure) {
          if try archive.read(Self.chunkLength, appendingTo: &chunk) == 0 { break }
        } catch {
          failure = error
        }
        hasher.update(chunk.span)
        size += chunk.count
        try output.write(chunk.span)
      }
    } catch { throw .output(error) }
    var findings = packed.findings
    if let failure {
      findings.append(
        Finding(
          .unpackingStopped, .loss, at: size,
          "\(packed.name) is damaged, and what stands behind byte \(size) is lost: \(failure)"))
    }
    let path = folder.path(spooled)
    return SourceDocument(
      index: 0, name: entry.isEmpty ? packed.name : "\(packed.name)#\(entry)", path: path, size: size,
      sha256: hasher.finalize(), kind: try Self.kind(of: path), file: packed.file, findings: findings)
  }

  private static func kind(of path: String) throws(ConversionError) -> InputKind {
    do {
      return InputKind(head: try File.open(path).head(InputKind.headLength))
    } catch { throw .input(error) }
  }
}
