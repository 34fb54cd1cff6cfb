/// A stretch of bytes in a file or buffer: where it begins and how long it is.
public struct ByteRange: Sendable, Hashable {
  /// The first byte's distance from the beginning, in bytes.
  public var offset: Int
  /// The number of bytes; never negative.
  public var length: Int

  /// The offset just past the last byte.
  public var end: Int { offset + length }

  /// Makes the range of `length` bytes that begins at `offset`.
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// Makes the range from `start` up to, not including, `end`.
  public init(from start: Int, to end: Int) {
    self.init(offset: start, length: end - start)
  }
}
