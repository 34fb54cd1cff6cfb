/// Something that gives its bytes from first to last: a file, a buffer, an entry of a zip file.
public protocol ByteSource: ~Copyable {
  /// What reading may throw.
  associatedtype Failure: Error

  /// Appends the next bytes, at most `count`, to `buffer`; returns how many, and 0 only at the end.
  mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(Failure) -> Int
}

/// Reads a file from first to last.
public struct FileSource: ByteSource, ~Copyable {
  private let file: File
  private var offset = 0

  /// Opens the file at `path`.
  public init(_ path: String) throws(FileError) { file = try File.open(path) }

  /// Reads an open file from its beginning.
  public init(_ file: consuming File) { self.file = file }

  /// Appends the next bytes of the file.
  public mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
    let got = try file.read(count, at: offset, appendingTo: &buffer)
    offset += got
    return got
  }
}

/// Gives the bytes of a buffer.
public struct BufferSource: ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  /// Makes a source of `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the next bytes of the buffer.
  public mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) -> Int {
    let end = min(offset + count, bytes.count)
    defer { offset = end }
    buffer.append(contentsOf: bytes[offset..<end])
    return end - offset
  }
}
