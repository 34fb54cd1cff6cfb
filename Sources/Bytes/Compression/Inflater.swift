private import CZlib

/// Decompresses one stream of deflated data, chunk by chunk and in constant memory; wraps zlib's inflate.
@safe public struct Inflater: ~Copyable {
  /// What is wrapped around the deflated data.
  public enum Format: Sendable {
    /// One gzip member (RFC 1952).
    case gzip
    /// A zlib stream (RFC 1950).
    case zlib
    /// Deflated data alone (RFC 1951).
    case raw
  }

  /// Why the data cannot be decompressed.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// zlib's words, such as "invalid stored block lengths" or "incorrect data check".
    public let reason: String

    /// One clause for the user.
    public var description: String { reason }
  }

  /// What one call did.
  public struct Progress: Sendable {
    /// How many bytes of the input were used.
    public let consumed: Int
    /// Whether the stream has ended; input behind its end is left unused.
    public let isAtEnd: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes a decompressor of data in the given format.
  public init(_ format: Format) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let bits =
      switch format {
      case .gzip: MAX_WBITS + 16
      case .zlib: MAX_WBITS
      case .raw: -MAX_WBITS
      }
    let status = unsafe inflateInit2_(stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "no memory for a decompressor")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Makes it ready for another stream of the same format.
  public mutating func reset() {
    _ = unsafe inflateReset(stream)
  }

  /// Decompresses `input` from index `start` on, and appends at most `limit` bytes to `output`.
  ///
  /// It returns when the input is used up, the stream ends or the limit is reached.
  ///
  /// - Throws: ``Failure`` where the data is damaged; what came before the damage has been appended.
  public mutating func inflate(
    _ input: Span<UInt8>, from start: Int = 0, appendingTo output: inout [UInt8], limit: Int
  ) throws(Failure) -> Progress {
    let offered = min(input.count - start, Int(UInt32.max))
    let room = min(max(limit, 1), Int(UInt32.max))
    var status = Z_OK
    var left = 0
    output.append(addingCapacity: room) { (span: inout OutputSpan<UInt8>) in
      unsafe span.withUnsafeMutableBufferPointer { buffer, count in
        unsafe input.withUnsafeBytes { bytes in
          unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: UInt8.self) })
          unsafe stream.pointee.avail_in = UInt32(offered)
          unsafe stream.pointee.next_out = buffer.baseAddress.map { unsafe $0 + count }
          unsafe stream.pointee.avail_out = UInt32(room)
          status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          left = unsafe Int(stream.pointee.avail_in)
          count += unsafe room - Int(stream.pointee.avail_out)
        }
      }
    }
    switch status {
    case Z_OK, Z_STREAM_END, Z_BUF_ERROR: break
    default:
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      throw Failure(reason: reason ?? "zlib's error \(status)")
    }
    return Progress(consumed: offered - left, isAtEnd: status == Z_STREAM_END)
  }
}
