public import Bytes

/// What is known of a file from the time when it was written, so that it need not be computed again.
public struct WrittenFile: Sendable, Hashable {
  /// How many bytes were written.
  public let size: Int
  /// A digest of these bytes.
  public let digest: Digest

  /// Makes what was seen while a file was written.
  public init(size: Int, digest: Digest) {
    self.size = size
    self.digest = digest
  }
}
