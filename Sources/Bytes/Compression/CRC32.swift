private import CLibDeflate

/// The CRC-32 of gzip and zip (RFC 1952, section 8).
public struct CRC32: Sendable, Hashable {
  /// The checksum of the bytes seen so far.
  public private(set) var value: UInt32 = 0

  /// Begins with no bytes seen.
  public init() {}

  /// Takes further bytes into the checksum.
  public mutating func update(_ data: Span<UInt8>) {
    let before = value
    value = unsafe data.withUnsafeBytes { unsafe libdeflate_crc32(before, $0.baseAddress, $0.count) }
  }
}
