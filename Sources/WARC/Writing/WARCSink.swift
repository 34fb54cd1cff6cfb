public import Bytes

/// Where a writer's bytes go: to files on a disk, into an archive, into memory.
///
/// The writer names the files and says where each ends; it knows no paths.
public protocol WARCSink: ByteSink, ~Copyable {
  /// Begins the file `name`; the one before it is complete.
  mutating func begin(_ name: WARCFilename) throws(Failure)
  /// Learns that the file begun last is complete.
  mutating func end() throws(Failure)
}

/// Keeps the files in memory: for small archives and for tests.
public struct MemorySink: WARCSink {
  /// Memory does not refuse bytes.
  public typealias Failure = Never
  /// The files in the order of their writing.
  public private(set) var files: [(name: WARCFilename, bytes: [UInt8])] = []

  /// Begins with no file.
  public init() {}

  /// Begins a file.
  public mutating func begin(_ name: WARCFilename) { files.append((name, [])) }

  /// Appends to the file begun last.
  public mutating func write(_ bytes: Span<UInt8>) {
    guard !files.isEmpty else { return }
    files[files.count - 1].bytes.append(copying: bytes)
  }

  /// Nothing is left to do.
  public mutating func end() {}
}
