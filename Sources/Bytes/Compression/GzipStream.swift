private import CZlib

/// Writes one gzip member (RFC 1952) of data that is too large to hold, chunk by chunk; wraps zlib's deflate,
/// or for level 1 ISA-L.
///
/// The header carries no time, no name and an unknown operating system, as that of ``GzipCompressor``: the same
/// bytes always give the same member for one version of the library, however they are cut into chunks.
@safe public struct GzipStream: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var checksum = CRC32()
  private var length: UInt32 = 0
  private var isBegun = false
  private var fast: FastGzip?

  /// Makes a stream of the given level, 0 (stored) to 9 (smallest and slowest); levels outside are clamped.
  public init(level: Int) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe deflateInit2_(
      stream, Int32(min(max(level, 0), 9)), Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "no memory for a compressor")
    fast = level == 1 ? FastGzip() : nil
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Takes `data` into the member; what is finished is appended to `output`.
  public mutating func write(_ data: Span<UInt8>, to output: inout [UInt8]) {
    begin(in: &output)
    guard fast == nil else {
      fast?.write(data, to: &output)
      return
    }
    checksum.update(data)
    length &+= UInt32(truncatingIfNeeded: data.count)
    deflate(data, flush: Z_NO_FLUSH, to: &output)
  }

  /// Ends the member and appends the rest of it to `output`.
  public consuming func finish(to output: inout [UInt8]) {
    begin(in: &output)
    guard fast == nil else {
      fast?.finish(to: &output)
      return
    }
    deflate([UInt8]().span, flush: Z_FINISH, to: &output)
    for number in [checksum.value, length] {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        output.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
  }

  private mutating func begin(in output: inout [UInt8]) {
    guard !isBegun else { return }
    isBegun = true
    guard fast == nil else {
      fast?.begin(in: &output)
      return
    }
    output.append(contentsOf: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  }

  private mutating func deflate(_ data: Span<UInt8>, flush: Int32, to output: inout [UInt8]) {
    let room = 64 * 1024
    unsafe data.withUnsafeBytes { input in
      var position = 0
      repeat {
        // zlib counts in 32 bits, so a larger chunk goes in by parts.
        let part = min(input.count - position, Int(UInt32.max))
        let isLast = position + part == input.count
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { unsafe ($0 + position).assumingMemoryBound(to: UInt8.self) })
        unsafe stream.pointee.avail_in = UInt32(part)
        var isFull = true
        while isFull {
          let finished = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            unsafe stream.pointee.next_out = buffer.baseAddress
            unsafe stream.pointee.avail_out = UInt32(room)
            _ = unsafe CZlib.deflate(stream, isLast ? flush : Z_NO_FLUSH)
            count = unsafe room - Int(stream.pointee.avail_out)
          }
          output.append(contentsOf: finished)
          isFull = finished.count == room
        }
        position += part
      } while position < input.count
    }
  }
}
