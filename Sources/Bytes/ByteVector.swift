/// Thirty-two bytes, looked at in one step: four words, as only their arithmetic is compiled to that of vectors.
///
/// What is asked of the bytes is answered by the high bits of those it is true of.
typealias ByteVector = SIMD4<UInt64>

extension ByteVector {
  /// The number of bytes.
  static var width: Int { 32 }

  /// The same byte in each place.
  @inline(__always)
  static func each(_ byte: UInt8) -> ByteVector {
    ByteVector(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  }

  /// The high bits of the ASCII bytes that are not below `limit`, which is at most 0x80; of other bytes it says nothing.
  @inline(__always)
  func notBelow(_ limit: UInt8) -> ByteVector {
    // With the high bit set no byte borrows from its neighbour.
    (self | .each(0x80)) &- .each(limit)
  }

  /// The high bits of the ASCII bytes that are not `byte`, which is one too; of other bytes it says nothing.
  @inline(__always)
  func notEqual(to byte: UInt8) -> ByteVector { (self ^ .each(byte)).notBelow(1) }

  /// The place of the first byte that has its high bit, or ``width`` where none has.
  @inline(__always)
  var firstHigh: Int {
    let high = self & .each(0x80)
    guard high.x | high.y | high.z | high.w != 0 else { return Self.width }
    var place = 0
    for index in high.indices {
      let word = UInt64(littleEndian: high[index])
      guard word == 0 else { return place + word.trailingZeroBitCount / 8 }
      place += 8
    }
    return place
  }
}
