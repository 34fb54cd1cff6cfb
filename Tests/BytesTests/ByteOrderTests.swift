import Bytes
import Testing

@Suite struct ByteOrderTests {
  @Test func `Bytes come in the order of their values, a beginning before what it begins`() {
    let texts: [[UInt8]] = [
      [], [0], [0, 0], [0, 255], [1], [97, 98], [97, 98, 99], [97, 99], [128], [255],
    ]
    for left in texts {
      for right in texts {
        #expect(left.span.precedes(right.span) == left.lexicographicallyPrecedes(right))
        #expect(left.span.hasPrefix(right.span) == left.starts(with: right))
      }
    }
  }
}
