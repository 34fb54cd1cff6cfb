public import Glibc

extension Span where Element == UInt8 {
  /// The index of the first `byte` at or after `start`, or nil; as fast as the C library's `memchr`.
  @inlinable
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }

  /// The index of the first occurrence of `needle` at or after `start`, or nil.
  public func firstIndex(of needle: StaticString, from start: Int = 0) -> Int? {
    let length = needle.utf8CodeUnitCount
    guard length > 0 else { return start <= count ? start : nil }
    return unsafe withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      // Of a comment's or instruction's first signs the second is far rarer than the `<` of all tags.
      let second = unsafe length > 1 ? needle.utf8Start[1] : 0
      let anchor = second == UInt8(ascii: "!") || second == UInt8(ascii: "?") ? 1 : 0
      let sign = unsafe Int32(needle.utf8Start[anchor])
      let end = buffer.count - length + 1 + anchor
      var position = start + anchor
      while position < end, let hit = unsafe memchr(base + position, sign, end - position) {
        let place = unsafe UnsafeRawPointer(hit) - base - anchor
        if unsafe memcmp(base + place, needle.utf8Start, length) == 0 { return place }
        position = place + anchor + 1
      }
      return nil
    }
  }

  /// The eight bytes at `start` as a number, the first of them the lowest; zeros stand for what is behind the end.
  public func word(at start: Int) -> UInt64 {
    unsafe withUnsafeBytes { buffer in
      if start >= 0, start + 8 <= buffer.count {
        return unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
      var word: UInt64 = 0
      var index = Swift.min(buffer.count, start + 8)
      while index > start {
        index -= 1
        word = unsafe word << 8 | UInt64(buffer[index])
      }
      return word
    }
  }

  /// Whether the bytes in `range` stand at `start` too.
  public func hasBytes(in range: Range<Int>, at start: Int) -> Bool {
    guard start >= 0, range.count <= count - start else { return false }
    let other = extracting(range)
    return unsafe withUnsafeBytes { buffer in
      unsafe other.withUnsafeBytes { other in
        guard let base = buffer.baseAddress, let bytes = other.baseAddress else { return true }
        return unsafe memcmp(base + start, bytes, other.count) == 0
      }
    }
  }

  /// Whether the bytes of `prefix` stand at `start`.
  ///
  /// Nearly always they do not, and a literal's first bytes tell: it is compared where it is asked for.
  @inlinable @inline(__always)
  public func hasBytes(_ prefix: StaticString, at start: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard start >= 0, length <= count - start else { return false }
    return unsafe withUnsafeBytes { buffer in
      for offset in 0..<length {
        if unsafe buffer[start + offset] != prefix.utf8Start[offset] { return false }
      }
      return true
    }
  }
}
