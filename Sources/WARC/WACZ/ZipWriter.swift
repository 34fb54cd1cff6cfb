private import Bytes
private import CLibArchive

/// Why a zip file cannot be read or written: libarchive's words.
public struct ZipError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was wrong.
  public let reason: String

  /// One clause for the user.
  public var description: String { reason }
}

/// Writes a zip file entry by entry; wraps libarchive.
///
/// No entry carries a time, an owner or anything else of the machine: the same entries always give the same bytes
/// for one version of libarchive and zlib.
@safe struct ZipWriter: ~Copyable {
  /// How an entry's bytes are kept.
  enum Method {
    case stored
    case deflated
  }

  private let archive: OpaquePointer?
  private let output = Output()

  /// Takes what libarchive hands out until it is fetched.
  private final class Output {
    var bytes: [UInt8] = []
  }

  init() throws(ZipError) {
    unsafe archive = archive_write_new()
    unsafe archive_write_set_format_zip(archive)
    unsafe archive_write_set_bytes_per_block(archive, 0)
    // Only lists and indexes are compressed here: at the level preset they would take as long as all records together.
    unsafe archive_write_set_format_option(archive, "zip", "compression-level", "1")
    // The names are ASCII alone, whatever the locale.
    let status = unsafe archive_write_open(
      archive, Unmanaged.passUnretained(output).toOpaque(), nil,
      { _, context, buffer, count in
        if let context = unsafe context, let buffer = unsafe buffer {
          let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
          unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
        }
        return count
      }, nil)
    try check(status)
  }

  deinit { unsafe archive_write_free(archive) }

  /// Begins an entry of `size` bytes.
  mutating func begin(_ path: String, size: Int, method: Method) throws(ZipError) {
    let status =
      switch method {
      case .stored: unsafe archive_write_zip_set_compression_store(archive)
      case .deflated: unsafe archive_write_zip_set_compression_deflate(archive)
      }
    try check(status)
    let entry = unsafe archive_entry_new()
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, path)
    unsafe archive_entry_set_filetype(entry, UInt32(S_IFREG))
    unsafe archive_entry_set_perm(entry, 0o644)
    unsafe archive_entry_set_size(entry, Int64(size))
    try check(unsafe archive_write_header(archive, entry))
  }

  /// Takes the next bytes of the entry begun last.
  mutating func write(_ bytes: Span<UInt8>) throws(ZipError) {
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe archive_write_data(archive, buffer.baseAddress, buffer.count)
    }
    if written < 0 { try check(Int32(written)) }
  }

  /// Ends the entry begun last.
  mutating func end() throws(ZipError) { try check(unsafe archive_write_finish_entry(archive)) }

  /// Ends the file.
  mutating func close() throws(ZipError) { try check(unsafe archive_write_close(archive)) }

  /// The file's bytes since this was asked last.
  mutating func takeOutput() -> [UInt8] {
    defer { output.bytes.removeAll(keepingCapacity: true) }
    return output.bytes
  }

  private func check(_ status: Int32) throws(ZipError) {
    guard status < ARCHIVE_OK else { return }
    let words = unsafe archive_error_string(archive)
    throw unsafe ZipError(reason: words.map { unsafe String(cString: $0) } ?? "libarchive's error \(status)")
  }
}
