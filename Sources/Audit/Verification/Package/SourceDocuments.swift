internal import Bytes

/// Goes through all sources that are in one kept original, in their order: the original itself, or what is packed in
/// it, packed files inside packed files included.
struct SourceDocuments: ~Copyable {
  /// Why an original gives no sources at all.
  struct Failure: Error {
    let reason: String
  }

  /// The kept original, by its path from the package.
  let file: String
  private let path: String
  private var isBegun = false
  /// The packed files that are open, each an entry of the one before.
  private var archives: [OpenSource] = []

  private static let headLength = 4
  /// An archive in an archive in an archive is unpacked, and kept as it is where it is packed again.
  private static let deepestNesting = 3

  /// Begins with the original `file` of the package at `package`, a path from there.
  init(_ file: String, of package: String) {
    self.file = file
    path = "\(package)/\(file)"
  }

  /// The next source, or nil behind the last; the one before must not be read any more.
  mutating func next() throws(Failure) -> SourceStream? {
    if !isBegun {
      isBegun = true
      if let whole = try begin() { return whole }
    }
    while let archive = archives.last {
      guard let name = archive.nextEntry() else {
        archives.removeLast()
        continue
      }
      var head: [UInt8] = []
      fill(&head, from: archive)
      guard let form = Self.form(of: head), archive.depth < Self.deepestNesting else {
        return SourceStream(name: name, head: head, isHeadTaken: true, source: archive)
      }
      archives.append(try unpack(archive, behind: head, as: form, name: name))
    }
    return nil
  }

  /// Opens the original; returns it where it is a source itself.
  private mutating func begin() throws(Failure) -> SourceStream? {
    let name = String(decoding: file.utf8.dropFirst(PackageLayout.sources.utf8.count), as: UTF8.self)
    let path = path
    let original = try Self.wrapping { () throws(FileError) in try File.open(path) }
    var head: [UInt8] = []
    do { head = try original.head(Self.headLength) } catch {
      throw Failure(reason: error.reason)
    }
    guard let form = Self.form(of: head) else {
      return SourceStream(
        name: name, head: head, isHeadTaken: false, source: OpenSource(original, name: name))
    }
    archives = [try Self.open(original, as: form, name: name, depth: 1)]
    return nil
  }

  /// Unpacks an entry that is packed itself into a file without a name, since its end must be read first.
  private func unpack(
    _ archive: OpenSource, behind head: [UInt8], as form: ArchiveReader.Form, name: String
  ) throws(Failure) -> OpenSource {
    let file = try Self.wrapping { () throws(FileError) in
      let file = try File.scratch()
      var chunk = head
      repeat {
        try file.write(chunk.span)
        chunk.removeAll(keepingCapacity: true)
      } while archive.read(1 << 18, appendingTo: &chunk) > 0
      return file
    }
    return try Self.open(file, as: form, name: name, depth: archive.depth + 1)
  }

  private static func wrapping(_ body: () throws(FileError) -> File) throws(Failure) -> File {
    do { return try body() } catch { throw Failure(reason: error.description) }
  }

  private static func open(
    _ file: consuming File, as form: ArchiveReader.Form, name: String, depth: Int
  ) throws(Failure) -> OpenSource {
    do throws(ArchiveReader.Failure) {
      return try OpenSource(unpacking: file, as: form, name: name, depth: depth)
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  private func fill(_ head: inout [UInt8], from archive: OpenSource) {
    while head.count < Self.headLength,
      archive.read(Self.headLength - head.count, appendingTo: &head) > 0
    {}
  }

  private static func form(of head: [UInt8]) -> ArchiveReader.Form? {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    return head.starts(with: "PK\u{3}\u{4}".utf8) || head.starts(with: "PK\u{5}\u{6}".utf8) ? .zip : nil
  }
}
