internal import Bytes

/// A file that is written from its beginning to its end, in large pieces.
final class AppendedFile {
  private let file: File
  private var buffer: [UInt8] = []

  init(_ name: String, in folder: PackageFolder) throws(FileError) {
    file = try folder.create(name)
  }

  /// A run has a dozen of these files open: each takes little.
  private static let bufferSize = 1 << 16

  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws(FileError) { try append(bytes.span) }

  /// Appends bytes.
  func append(_ bytes: Span<UInt8>) throws(FileError) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try file.write(bytes)
    } else {
      buffer.append(copying: bytes)
    }
  }

  /// Writes what is still in memory.
  func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    try file.write(pending.span)
    pending.removeAll(keepingCapacity: true)
    swap(&pending, &buffer)
  }
}
