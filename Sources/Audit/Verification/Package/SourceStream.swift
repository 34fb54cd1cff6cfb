internal import Bytes

/// The bytes of a source as they were read when the package was made: unpacked, where it came packed.
struct SourceStream: ByteSource, ~Copyable {
  /// Why a source gives no more bytes.
  enum Failure: Error {
    /// It cannot be read, or not any further.
    case unreadable(String)
    /// It is packed in a packed file; only one layer is unpacked here.
    case isPackedTwice
  }

  private var file: FileSource?
  private var archive: ArchiveReader?
  /// What was read of an archive to see whether it is packed again.
  private var head: [UInt8] = []

  private static let gzipMark: [UInt8] = [0x1F, 0x8B]
  private static let zipMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Opens the source at `path`; `entry` names the file in it that is meant, where it is a zip file.
  init(_ path: String, entry: String?) throws(Failure) {
    let start: [UInt8]
    do throws(FileError) {
      start = try File.open(path).read(ByteRange(offset: 0, length: 2))
    } catch {
      throw .unreadable(error.reason)
    }
    guard entry != nil || start == Self.gzipMark else {
      do throws(FileError) { file = try FileSource(path) } catch { throw .unreadable(error.reason) }
      archive = nil
      return
    }
    file = nil
    do throws(ArchiveReader.Failure) {
      archive = try ArchiveReader(path, as: entry == nil ? .gzip : .zip)
      var name = try archive?.nextEntry()
      while name != nil, name != entry ?? "" { name = try archive?.nextEntry() }
      if name != nil { _ = try archive?.read(Self.zipMark.count, appendingTo: &head) }
    } catch {
      throw .unreadable(error.reason)
    }
    if head.starts(with: Self.gzipMark) || head == Self.zipMark { throw .isPackedTwice }
  }

  /// Appends the next bytes, at most `count`; returns how many, and 0 only at the end.
  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(Failure) -> Int {
    if !head.isEmpty {
      defer { head = [] }
      buffer += head
      return head.count
    }
    do throws(FileError) {
      if let count = try file?.read(count, appendingTo: &buffer) { return count }
    } catch {
      throw .unreadable(error.reason)
    }
    do throws(ArchiveReader.Failure) {
      return try archive?.read(count, appendingTo: &buffer) ?? 0
    } catch {
      throw .unreadable(error.reason)
    }
  }
}
