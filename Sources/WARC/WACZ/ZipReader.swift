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
  /// What libarchive has unpacked and nobody has read; its memory is libarchive's until the next call.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  /// Why there is nothing behind the block: the last bytes come together with the word that their checksum is wrong.
  private var failure: ZipError?

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
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    failure = nil
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
    while unsafe block.isEmpty {
      if let failure { throw failure }
      var start: UnsafeRawPointer?
      var size = 0
      var offset: Int64 = 0
      let status = unsafe archive_read_data_block(archive, &start, &size, &offset)
      if status == ARCHIVE_EOF { return 0 }
      do throws(ZipError) { try check(status) } catch { failure = error }
      unsafe block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : size)
    }
    let taken = unsafe min(count, block.count)
    unsafe buffer.append(contentsOf: block.prefix(taken))
    unsafe block = UnsafeRawBufferPointer(rebasing: block.dropFirst(taken))
    return taken
  }

  private func check(_ status: Int32) throws(ZipError) {
    guard status < ARCHIVE_OK else { return }
    let words = unsafe archive_error_string(archive)
    throw unsafe ZipError(reason: words.map { unsafe String(cString: $0) } ?? "libarchive's error \(status)")
  }
}
