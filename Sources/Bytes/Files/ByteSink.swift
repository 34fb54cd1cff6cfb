/// Something that takes bytes from first to last: a file, a buffer, a connection.
public protocol ByteSink: ~Copyable {
  /// What writing may throw.
  associatedtype Failure: Error

  /// Takes the next bytes.
  mutating func write(_ bytes: Span<UInt8>) throws(Failure)
}

/// Keeps what is written in memory.
public struct BufferSink: ByteSink {
  /// What typed throws need said.
  public typealias Failure = Never
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with no bytes.
  public init() {}

  /// Appends a copy.
  public mutating func write(_ bytes: Span<UInt8>) { self.bytes.append(copying: bytes) }
}

extension File: ByteSink {}
