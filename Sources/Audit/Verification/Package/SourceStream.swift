internal import Bytes

/// The bytes of a source as they were read when the package was made: unpacked, and in UTF-8.
///
/// What cannot be read any further ends it; ``damage`` then says why.
struct SourceStream: ByteSource, ~Copyable {
  /// What typed throws need said.
  typealias Failure = Never

  /// The source's name in the package, such as `export.zip#teil-2.xml`.
  let name: String
  private let source: OpenSource
  private var transcoder: Transcoder?
  /// What was read to see what the source is.
  private var head: [UInt8]
  private var isFinished = false
  private var hasher: Digest.Hasher? = Digest.Hasher(.sha256)
  /// How many bytes have been handed out.
  private(set) var length = 0

  /// Begins with `head`, the first bytes; `isHeadTaken` says whether `source` goes on behind them.
  init(name: String, head: [UInt8], isHeadTaken: Bool, source: OpenSource) {
    self.name = name
    self.head = isHeadTaken ? head : []
    self.source = source
    // The marks of an export cannot be found in UTF-16; everything else is read as it is.
    if let encoding = TextEncoding.detected(from: head.span) {
      transcoder = Transcoder(from: encoding)
    } else {
      transcoder = nil
    }
  }

  /// Why the source gave no more bytes before its end; nil where nothing was wrong.
  var damage: String? { source.damage }

  /// Appends the next bytes, at most `count` before they are transcoded; returns how many, and 0 only at the end.
  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) -> Int {
    let start = buffer.count
    while buffer.count == start, !isFinished {
      var bytes = head
      head = []
      if bytes.isEmpty { isFinished = source.read(count, appendingTo: &bytes) == 0 }
      if transcoder == nil {
        buffer += bytes
      } else if isFinished {
        transcoder?.finish(into: &buffer)
      } else {
        transcoder?.append(bytes.span, to: &buffer)
      }
    }
    length += buffer.count - start
    hasher?.update(buffer.span.extracting(start...))
    return buffer.count - start
  }

  /// Reads what is left; returns the digest of all.
  mutating func finish() -> Digest? {
    var rest: [UInt8] = []
    while read(1 << 18, appendingTo: &rest) > 0 { rest.removeAll(keepingCapacity: true) }
    return hasher.take()?.finalize()
  }
}

/// A file, or an archive that is at one of its entries.
final class OpenSource {
  private var file: FileSource?
  private var archive: ArchiveReader?
  /// What the source is called, up to the entry.
  let name: String
  /// How many layers were unpacked to come here.
  let depth: Int
  /// Why the file or entry could not be read any further.
  private(set) var damage: String?

  /// Takes a file as it is.
  init(_ file: consuming File, name: String) {
    self.file = FileSource(file)
    self.name = name
    depth = 0
  }

  /// Takes a packed file whose entries are `depth` layers down.
  init(unpacking file: consuming File, as form: ArchiveReader.Form, name: String, depth: Int)
    throws(ArchiveReader.Failure)
  {
    archive = try ArchiveReader(file, as: form)
    self.name = name
    self.depth = depth
  }

  /// Goes to the next entry that may be a source; returns the source's name, or nil at the end.
  ///
  /// Hidden files and macOS's `__MACOSX` are no sources.
  func nextEntry() -> String? {
    damage = nil
    do throws(ArchiveReader.Failure) {
      while let entry = try archive?.nextEntry() {
        let isHidden = entry.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
        if !isHidden { return entry.isEmpty ? name : "\(name)#\(entry)" }
      }
    } catch {
      damage = error.reason
    }
    return nil
  }

  /// Appends the next bytes, at most `count`; returns how many, and 0 at the end or where it is damaged.
  func read(_ count: Int, appendingTo buffer: inout [UInt8]) -> Int {
    if damage != nil { return 0 }
    do throws(FileError) {
      if let count = try file?.read(count, appendingTo: &buffer) { return count }
    } catch {
      damage = error.reason
      return 0
    }
    do throws(ArchiveReader.Failure) {
      return try archive?.read(count, appendingTo: &buffer) ?? 0
    } catch {
      damage = error.reason
      return 0
    }
  }
}
