internal import Glibc

extension Span where Element == UInt8 {
  /// Whether the bytes begin with others.
  public func hasPrefix(_ other: Span<UInt8>) -> Bool {
    guard other.count <= count else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { other in
        guard let bytes = bytes.baseAddress, let prefix = other.baseAddress else {
          return unsafe other.isEmpty
        }
        return unsafe memcmp(bytes, prefix, other.count) == 0
      }
    }
  }

  /// Whether these bytes come before others in the order of their values, a beginning before what it begins; as fast as
  /// the C library's `memcmp`.
  public func precedes(_ other: Span<UInt8>) -> Bool {
    let shared = Swift.min(count, other.count)
    guard shared > 0 else { return count < other.count }
    let order = unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return Int32(0) }
        return unsafe memcmp(left, right, shared)
      }
    }
    return order == 0 ? count < other.count : order < 0
  }
}
