/// A block of 32 bytes of a text, looked at in one step.
///
/// What is asked is answered by the high bits of the bytes it is true of.
struct ByteBlock {
  // Words and not bytes: only their arithmetic is compiled to that of vectors.
  private typealias Words = SIMD4<UInt64>

  static let width = 32

  private var words = Words()

  /// The bytes from `index`; NULs stand for what is behind the end.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    precondition(index >= 0)
    if index + Self.width <= text.count {
      words = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: Words.self)
    } else if index < text.count {
      words = Self.end(of: text, from: index)
    }
  }

  /// The last bytes of a text, fewer than a block.
  private static func end(of text: Span<UInt8>, from index: Int) -> Words {
    var words = Words()
    unsafe text.extracting(index...).withUnsafeBytes { rest in
      unsafe withUnsafeMutableBytes(of: &words) { unsafe $0.copyMemory(from: rest) }
    }
    return words
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> Words {
    Words(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  }

  /// The ASCII bytes below `limit`, which is at most 0x80.
  @inline(__always)
  func below(_ limit: UInt8) -> Marks {
    Marks(~((words | Self.each(0x80)) &- Self.each(limit) | words))
  }

  /// The ASCII bytes of a range.
  @inline(__always)
  func within(_ range: ClosedRange<UInt8>) -> Marks {
    Marks((words | Self.each(0x80)) &- Self.each(range.lowerBound)) & below(range.upperBound + 1)
  }

  /// The bytes that are `byte`.
  @inline(__always)
  func equal(to byte: UInt8) -> Marks {
    let rest = words ^ Self.each(byte)
    return Marks(~((rest & Self.each(0x7F)) &+ Self.each(0x7F) | rest))
  }

  /// Bytes of a block that something is true of: those whose high bit is set.
  struct Marks {
    private let words: SIMD4<UInt64>

    @inline(__always)
    init(_ words: SIMD4<UInt64>) { self.words = words }

    @inline(__always)
    static func | (one: Marks, other: Marks) -> Marks { Marks(one.words | other.words) }

    @inline(__always)
    static func & (one: Marks, other: Marks) -> Marks { Marks(one.words & other.words) }

    @inline(__always)
    static prefix func ~ (marks: Marks) -> Marks { Marks(~marks.words) }

    /// The place of the first of them, or nil where there is none.
    @inline(__always)
    var first: Int? {
      let found = words & ByteBlock.each(0x80)
      guard found.x | found.y | found.z | found.w != 0 else { return nil }
      var place = 0
      for index in found.indices {
        let word = UInt64(littleEndian: found[index])
        guard word == 0 else { return place + word.trailingZeroBitCount / 8 }
        place += 8
      }
      return nil
    }
  }
}

extension Span<UInt8> {
  /// The index of the first byte at or after `start` that is marked in its block, or the end; `marks` is told where the block begins.
  @inline(__always)
  func firstMarked(from start: Int, _ marks: (Int) -> ByteBlock.Marks) -> Int {
    guard start < count else { return count }
    var index = start
    while true {
      if let place = marks(index).first { return Swift.min(index + place, count) }
      guard index + ByteBlock.width < count else { return count }
      // The last block ends with the text: what it looks at again was not marked.
      index = Swift.min(index + ByteBlock.width, count - ByteBlock.width)
    }
  }
}
