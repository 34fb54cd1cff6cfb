internal import Glibc

extension Span where Element == UInt8 {
  /// The index of the first `byte` at or after `start`, or nil; as fast as the C library's `memchr`.
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
    guard needle.utf8CodeUnitCount > 0 else { return start <= count ? start : nil }
    let first = unsafe needle.utf8Start.pointee
    var position = start
    while let hit = firstIndex(of: first, from: position) {
      if hasBytes(needle, at: hit) { return hit }
      position = hit + 1
    }
    return nil
  }

  /// Whether the bytes of `prefix` stand at `start`.
  public func hasBytes(_ prefix: StaticString, at start: Int) -> Bool {
    guard start >= 0, prefix.utf8CodeUnitCount <= count - start else { return false }
    return unsafe withUnsafeBytes { buffer -> Bool in
      guard let base = buffer.baseAddress else { return prefix.utf8CodeUnitCount == 0 }
      return unsafe memcmp(base + start, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
    }
  }
}
