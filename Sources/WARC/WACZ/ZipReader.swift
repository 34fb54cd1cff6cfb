internal import Bytes
private import CLibArchive

/// Reads a zip file entry by entry; wraps libarchive, which compares each entry's checksum.
@safe final class ZipReader {
  /// One entry.
  struct Entry {
    let path: String
    let size: Int
    let isFolder: Bool
    let isStored: Bool
    let isEncrypted: Bool
  }

  private let archive: OpaquePointer?
  private var bytes: UnsafeMutableRawBufferPointer?

  /// Opens the file at `path`.
  init(path: String) throws(ZipError) {
    unsafe archive = archive_read_new()
    unsafe archive_read_support_format_zip_seekable(archive)
    try check(unsafe archive_read_open_filename(archive, path, 1 << 18))
  }

  /// Opens a file that lies in memory.
  init(bytes content: [UInt8]) throws(ZipError) {
    unsafe archive = archive_read_new()
    unsafe archive_read_support_format_zip_seekable(archive)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 16)
    unsafe copy.copyBytes(from: content)
    unsafe bytes = copy
    try check(unsafe archive_read_open_memory(archive, copy.baseAddress, content.count))
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe bytes?.deallocate()
  }

  /// Goes to the next entry; nil at the end.
  func next() throws(ZipError) -> Entry? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    try check(status)
    let path = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let format = unsafe archive_format_name(archive).map { unsafe String(cString: $0) } ?? ""
    return unsafe Entry(
      path: path.map { unsafe String(cString: $0) } ?? "", size: Int(archive_entry_size(entry)),
      isFolder: archive_entry_filetype(entry) == S_IFDIR, isStored: format.hasSuffix("(uncompressed)"),
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// Appends the next bytes, at most `count`, of the current entry; returns how many, 0 only at its end.
  func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(ZipError) -> Int {
    var got = 0
    buffer.append(addingCapacity: count) { (span: inout OutputSpan<UInt8>) in
      unsafe span.withUnsafeMutableBufferPointer { room, filled in
        got = unsafe archive_read_data(archive, room.baseAddress.map { unsafe $0 + filled }, count)
        if got > 0 { filled += got }
      }
    }
    if got < 0 { try check(Int32(got)) }
    return max(got, 0)
  }

  private func check(_ status: Int32) throws(ZipError) {
    guard status < ARCHIVE_OK else { return }
    let words = unsafe archive_error_string(archive)
    throw unsafe ZipError(reason: words.map { unsafe String(cString: $0) } ?? "libarchive's error \(status)")
  }
}
