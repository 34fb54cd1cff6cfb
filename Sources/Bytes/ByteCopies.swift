extension [UInt8] {
  /// Appends a copy of the bytes of `span`.
  public mutating func append(copying span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends a copy of the bytes of `span`, for which there must be room.
  @inlinable @inline(__always)
  public mutating func append(copying span: Span<UInt8>) {
    precondition(span.count <= freeCapacity, "no room for the bytes of a span")
    unsafe span.withUnsafeBytes { bytes in
      unsafe withUnsafeMutableBufferPointer { room, count in
        unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...])
          .copyMemory(from: bytes)
        count += bytes.count
      }
    }
  }

  /// Appends the bytes of a literal, for which there must be room.
  @inlinable @inline(__always)
  public mutating func append(copying text: StaticString) {
    unsafe append(copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span)
  }
}

extension String {
  /// The text of `bytes`; those that are no UTF-8 become U+FFFD.
  public init(decoding bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Span where Element == UInt8 {
  /// The bytes in an array of their own.
  public var copied: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(copying: self)
    return bytes
  }
}
