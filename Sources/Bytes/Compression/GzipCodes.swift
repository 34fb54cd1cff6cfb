internal import CLibISAL

/// Codes (RFC 1951's Huffman codes) made once for many small texts of a kind, for level 1 of ``GzipCompressor``: to find codes
/// for each text anew takes longer than to write it.
///
/// The same sample gives the same codes, on every x86-64 processor since 2008.
@safe public final class GzipCodes: @unchecked Sendable {
  /// Never changed once they are made.
  let tables: UnsafeMutablePointer<isal_hufftables>

  /// A sample is looked at in pieces of about the length of what will be compressed.
  private static let pieceLength = 1 << 13

  /// Makes codes for texts like `sample`; any other text can be written with them too, only not as short.
  public init(sample: Span<UInt8>) {
    unsafe tables = .allocate(capacity: 1)
    unsafe UnsafeMutableRawPointer(tables).initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<isal_hufftables>.size)
    let histogram = UnsafeMutablePointer<isal_huff_histogram>.allocate(capacity: 1)
    defer { unsafe histogram.deallocate() }
    unsafe UnsafeMutableRawPointer(histogram).initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<isal_huff_histogram>.size)
    unsafe sample.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.pieceLength) {
        let piece = unsafe bytes.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: UInt8.self) }
        let length = min(Self.pieceLength, bytes.count - start)
        unsafe isal_update_histogram(UnsafeMutablePointer(mutating: piece), Int32(length), histogram)
      }
    }
    let status = unsafe isal_create_hufftables(tables, histogram)
    precondition(status == 0, "any text has codes")
  }

  deinit { unsafe tables.deallocate() }
}
