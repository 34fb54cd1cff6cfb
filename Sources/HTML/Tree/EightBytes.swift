/// Eight bytes of a text, looked at in one step.
///
/// What is asked is answered by the high bits of the bytes it is true of.
struct EightBytes {
  private let word: UInt64

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from `index`, of which there must be eight.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    precondition(index >= 0 && index + 8 <= text.count)
    word = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The ASCII bytes below `limit`, which is at most 0x80.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 {
    ~((word | Self.highBits) &- Self.each &* UInt64(limit) | word) & Self.highBits
  }

  /// The ASCII bytes of a range.
  @inline(__always)
  func within(_ range: ClosedRange<UInt8>) -> UInt64 {
    ((word | Self.highBits) &- Self.each &* UInt64(range.lowerBound)) & below(range.upperBound + 1)
  }

  /// The bytes that are `byte`, and perhaps some after the first of them.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let rest = word ^ (Self.each &* UInt64(byte))
    return (rest &- Self.each) & ~rest & Self.highBits
  }
}
