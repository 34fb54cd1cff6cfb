internal import Bytes
internal import WARC

/// Puts the media of the uploads copy into the web archive, each at every address the site showed it at.
///
/// A file is archived once. At its other addresses stand revisits, as for another file with the same bytes; where only
/// the original of a smaller copy is left, readers are sent on to it.
struct MediaRecords {
  private let plan: RunPlan
  private var paths: [TargetURI: (path: String, isExact: Bool)] = [:]

  init(plan: RunPlan) { self.plan = plan }

  /// Takes note of addresses that are referred to.
  mutating func add(_ media: Set<ServedMedium>) {
    for medium in media where paths[medium.uri]?.isExact != true {
      paths[medium.uri] = (medium.path, medium.isExact)
    }
  }

  /// Writes the records, in the order of the addresses' bytes.
  ///
  /// - Throws: ``ConversionError`` where a file of the uploads cannot be read, and what the archive throws.
  func write(to archive: inout WARCWriter<PackageSink>) throws {
    guard let uploads = plan.uploads, let addresses = plan.addresses else { return }
    var taken: Set<String> = []
    var homes: [String: TargetURI] = [:]
    var originals: [Digest: RevisitRecord.Original] = [:]
    func isFree(_ uri: TargetURI) -> Bool {
      !plan.archived.hasPage(at: uri) && taken.insert(SURT.key(of: uri.text) ?? uri.text).inserted
    }
    for (uri, medium) in sorted where medium.isExact && isFree(uri) {
      try append(uploads.path(medium.path), at: uri, originals: &originals, to: &archive)
      if homes[medium.path] == nil { homes[medium.path] = uri }
    }
    for (uri, medium) in sorted where !medium.isExact && isFree(uri) {
      if homes[medium.path] == nil, let home = TargetURI(encoding: addresses.upload(medium.path)) {
        homes[medium.path] = home
        if isFree(home) {
          try append(uploads.path(medium.path), at: home, originals: &originals, to: &archive)
        }
      }
      guard let home = homes[medium.path] else { continue }
      try archive.append(RedirectRecords(plan: plan).record(from: uri, to: home, ordinal: 0))
    }
  }

  private var sorted: [(TargetURI, (path: String, isExact: Bool))] {
    paths.map { ($0.key, $0.value) }.sorted { $0.0.text.utf8.lexicographicallyPrecedes($1.0.text.utf8) }
  }

  private func append(
    _ path: String, at uri: TargetURI, originals: inout [Digest: RevisitRecord.Original],
    to archive: inout WARCWriter<PackageSink>
  ) throws {
    let file = try ConversionError.atInput { () throws(FileError) in try MediumFile(path) }
    let identity = RecordIdentity.derived(source: plan.sourceDigest, ordinal: 0)
    if let original = originals[file.digest] {
      try archive.append(
        RevisitRecord(uri: uri, date: plan.captureDate, original: original, identity: identity))
      return
    }
    var source = try ConversionError.atInput { () throws(FileError) in try FileSource(path) }
    let level = MediaSignature.isCompressed(file.type) ? 0 : nil
    let type = file.type ?? .octets
    let id: RecordID
    if plan.options.asResponse {
      let head = HTTPResponse.Head.ok(length: file.length, contentType: type)
      var record = ResponseRecord(
        uri: uri, date: plan.captureDate, head: head, length: file.length,
        digest: try ConversionError.atInput { () throws(FileError) in
          try MediumFile.digest(of: path, after: head.bytes)
        },
        payloadDigest: file.digest, identity: identity)
      record.capture.identifiedPayloadType = file.type
      var whole = PrefixedSource(head.bytes, before: source)
      try archive.append(record, from: &whole, level: level)
      id = record.id
    } else {
      var record = ResourceRecord(
        uri: uri, date: plan.captureDate,
        block: Block(length: file.length, digest: file.digest, contentType: type), identity: identity)
      record.capture.identifiedPayloadType = file.type
      try archive.append(record, from: &source, level: level)
      id = record.id
    }
    originals[file.digest] = RevisitRecord.Original(
      id: id, uri: uri, date: plan.captureDate, payloadDigest: file.digest)
  }
}

/// What is known of a medium when its bytes were read once.
private struct MediumFile {
  let length: Int
  let digest: Digest
  let type: MediaType?

  init(_ path: String) throws(FileError) {
    let file = try File.open(path)
    var hasher = Digest.Hasher(.sha256)
    var head: [UInt8] = []
    var length = 0
    while true {
      let chunk = try file.readNext(1 << 20)
      if chunk.isEmpty { break }
      if length == 0 { head = Array(chunk.prefix(MediaSignature.headLength)) }
      hasher.update(chunk.span)
      length += chunk.count
    }
    self.length = length
    digest = hasher.finalize()
    type = MediaSignature.type(of: head)
  }

  /// The digest of `prefix` and the file behind it.
  static func digest(of path: String, after prefix: [UInt8]) throws(FileError) -> Digest {
    let file = try File.open(path)
    var hasher = Digest.Hasher(.sha256)
    hasher.update(prefix.span)
    while true {
      let chunk = try file.readNext(1 << 20)
      if chunk.isEmpty { return hasher.finalize() }
      hasher.update(chunk.span)
    }
  }
}

/// Gives some bytes and then those of a file.
private struct PrefixedSource: ByteSource, ~Copyable {
  private var prefix: [UInt8]
  private var file: FileSource

  init(_ prefix: [UInt8], before file: consuming FileSource) {
    self.prefix = prefix
    self.file = file
  }

  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
    guard prefix.isEmpty else {
      defer { prefix = [] }
      buffer.append(contentsOf: prefix)
      return prefix.count
    }
    return try file.read(count, appendingTo: &buffer)
  }
}
