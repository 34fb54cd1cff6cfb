private import CLibArchive
private import Glibc

/// Unpacks a gzip or zip file entry by entry, each from first to last; wraps libarchive, which compares checksums.
@safe public struct ArchiveReader: ByteSource, ~Copyable {
  /// How the file is packed.
  public enum Form: Sendable {
    /// One stream without a name, of one or several members (RFC 1952).
    case gzip
    /// Files with names.
    case zip
  }

  /// Why the file cannot be unpacked, or not any further.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// libarchive's words.
    public let reason: String

    /// One clause for the user.
    public var description: String { reason }
  }

  private let archive: OpaquePointer?
  private let form: Form
  /// What is read, where it was given open; it must stay open as long.
  private let file: File?
  /// What libarchive has unpacked and nobody has read; its memory is libarchive's until the next call.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)

  deinit { unsafe _ = archive_read_free(archive) }

  /// Opens the packed file at `path`.
  public init(_ path: String, as form: Form) throws(Failure) {
    self.form = form
    file = nil
    unsafe archive = Self.begin(form)
    guard unsafe archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw failure }
  }

  /// Reads a packed file that is open already, from its beginning.
  public init(_ file: consuming File, as form: Form) throws(Failure) {
    self.form = form
    unsafe archive = Self.begin(form)
    let descriptor = file.descriptor
    _ = lseek(descriptor, 0, SEEK_SET)
    self.file = consume file
    guard unsafe archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK else { throw failure }
  }

  private static func begin(_ form: Form) -> OpaquePointer? {
    let archive = unsafe archive_read_new()
    switch form {
    case .gzip:
      unsafe _ = archive_read_support_filter_gzip(archive)
      unsafe _ = archive_read_support_format_raw(archive)
    case .zip:
      unsafe _ = archive_read_support_format_zip(archive)
    }
    return unsafe archive
  }

  private var failure: Failure {
    guard let text = unsafe archive_error_string(archive) else {
      return Failure(reason: "not a readable archive")
    }
    return unsafe Failure(reason: String(cString: text))
  }

  /// Goes to the next file in the archive; returns its name, empty for a gzip file's content, or nil at the end.
  public mutating func nextEntry() throws(Failure) -> String? {
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    while true {
      var entry: OpaquePointer?
      switch unsafe archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        if form == .gzip { return "" }
        guard unsafe archive_entry_filetype(entry) == 0o100000 else { continue }
        guard let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
          return "unnamed"
        }
        return unsafe String(cString: name)
      default: throw failure
      }
    }
  }

  /// Appends the next bytes of the entry, at most `count`; returns how many, and 0 only at its true end.
  ///
  /// It takes block by block what libarchive has unpacked, so that of a damaged file nothing sound is lost.
  public mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(Failure) -> Int {
    while unsafe block.isEmpty {
      var start: UnsafeRawPointer?
      var size = 0
      var offset: Int64 = 0
      switch unsafe archive_read_data_block(archive, &start, &size, &offset) {
      case ARCHIVE_EOF: return 0
      case ARCHIVE_OK, ARCHIVE_WARN: unsafe block = UnsafeRawBufferPointer(start: start, count: size)
      default: throw failure
      }
    }
    let taken = unsafe min(count, block.count)
    unsafe buffer.append(contentsOf: block.prefix(taken))
    unsafe block = UnsafeRawBufferPointer(rebasing: block.dropFirst(taken))
    return taken
  }
}
