extension [UInt8] {
  /// Appends a copy of the bytes of `span`.
  public mutating func append(copying span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
