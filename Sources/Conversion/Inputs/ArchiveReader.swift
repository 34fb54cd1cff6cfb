private import Bytes
private import CLibArchive

/// Unpacks a gzip or zip file entry by entry; wraps libarchive.
@safe struct ArchiveReader: ~Copyable {
  private let archive: OpaquePointer?
  private let path: String
  private var isGzip: Bool

  deinit { unsafe _ = archive_read_free(archive) }

  /// Opens a gzip file, whose one entry has no name, or a zip file.
  init(path: String, isGzip: Bool) throws(ConversionError) {
    self.path = path
    self.isGzip = isGzip
    unsafe archive = archive_read_new()
    if isGzip {
      unsafe _ = archive_read_support_filter_gzip(archive)
      unsafe _ = archive_read_support_format_raw(archive)
    } else {
      unsafe _ = archive_read_support_format_zip(archive)
    }
    guard unsafe archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
      throw ConversionError(.unusableInput, "cannot unpack \(path): \(reason). Try another copy of the file.")
    }
  }

  private var reason: String {
    guard let text = unsafe archive_error_string(archive) else { return "not a readable archive" }
    return unsafe String(cString: text)
  }

  /// Goes to the next file in the archive; returns its name, or nil at the end.
  mutating func nextEntry() throws(ConversionError) -> String? {
    while true {
      var entry: OpaquePointer?
      switch unsafe archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard unsafe archive_entry_filetype(entry) == 0o100000 || isGzip else { continue }
        if isGzip { return "" }
        guard let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
          return "unnamed"
        }
        return unsafe String(cString: name)
      default:
        throw ConversionError(
          .unusableInput, "cannot read the list of files in \(path): \(reason). Try another copy of the file."
        )
      }
    }
  }

  /// Reads the entry's bytes and hands them on in pieces; returns why it stopped early, or nil at its true end.
  mutating func readEntry<Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> String? {
    let size = 1 << 18
    var buffer = [UInt8](repeating: 0, count: size)
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe archive_read_data(archive, room.baseAddress, size)
      }
      if got == 0 { return nil }
      guard got > 0 else { return reason }
      try body(buffer.span.extracting(0..<got))
    }
  }
}
