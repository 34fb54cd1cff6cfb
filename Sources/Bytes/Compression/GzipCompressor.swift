private import CLibDeflate

/// Makes whole gzip members (RFC 1952) out of buffers, one call a member; wraps a reusable libdeflate compressor, or for
/// level 1 and codes that are given ISA-L.
///
/// The header carries no time, no name and an unknown operating system, so that the same bytes always give the
/// same member for one version of the library.
@safe public struct GzipCompressor: ~Copyable {
  private let compressor: OpaquePointer?
  private var fast: FastGzip?
  private let codes: GzipCodes?

  /// A member of fewer bytes is written with the codes of its kind, where there are any; a longer one is worth its own.
  private static let sharedLength = 1 << 15

  /// Makes a compressor of the given level, 0 (stored) to 12 (smallest and slowest); levels outside are clamped.
  ///
  /// `codes` are those of the kind of texts that will be compressed; they count for level 1 alone.
  public init(level: Int, codes: GzipCodes? = nil) {
    self.codes = codes
    unsafe compressor = libdeflate_alloc_compressor(Int32(min(max(level, 0), 12)))
    unsafe precondition(compressor != nil, "no memory for a compressor")
    fast = level == 1 && codes != nil ? FastGzip() : nil
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// Appends the gzip member of `data` to `output`.
  public mutating func appendMember(of data: Span<UInt8>, to output: inout [UInt8]) {
    if let codes, fast != nil, data.count < Self.sharedLength {
      fast?.appendMember(of: data, by: codes, to: &output)
      return
    }
    let bound = unsafe libdeflate_gzip_compress_bound(compressor, data.count)
    output.append(addingCapacity: bound) { (span: inout OutputSpan<UInt8>) in
      unsafe span.withUnsafeMutableBufferPointer { buffer, count in
        count += unsafe data.withUnsafeBytes { input in
          unsafe libdeflate_gzip_compress(
            compressor, input.baseAddress, input.count, buffer.baseAddress.map { unsafe $0 + count }, bound)
        }
      }
    }
  }
}
