internal import CLibISAL

/// Makes gzip members (RFC 1952) for those who count time, by codes that are given; wraps ISA-L.
///
/// Only ISA-L's level 0 is used: it gives the same bytes for the same input and codes on every x86-64 processor since 2008. Its
/// other levels do not, now and then, even on one (`docs/decisions/fast-gzip.md`).
@safe struct FastGzip: ~Copyable {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private var codes: GzipCodes?
  /// What was taken into a member that is written chunk by chunk, but not yet given to ISA-L.
  private var pending: [UInt8] = []

  /// ISA-L's output depends on how its input is cut, so it is cut here, always alike.
  private static let chunkLength = 1 << 18

  /// What begins a member: no time, no name, an unknown operating system.
  private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  init() {
    unsafe stream = .allocate(capacity: 1)
    // ISA-L's own initialization leaves fields as they are that tell how far back to look.
    unsafe UnsafeMutableRawPointer(stream).initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<isal_zstream>.size)
  }

  deinit { unsafe stream.deallocate() }

  /// Appends the gzip member of `data` to `output`, written with `codes`; ISA-L counts in 32 bits, so a gigabyte at most.
  mutating func appendMember(of data: Span<UInt8>, by codes: GzipCodes, to output: inout [UInt8]) {
    unsafe isal_deflate_stateless_init(stream)
    prepare(codes)
    output.reserveCapacity(output.count + Self.header.count + Self.bound(of: data.count))
    output.append(contentsOf: Self.header)
    compress(data, .whole, to: &output)
  }

  /// Begins a member that is written chunk by chunk, with codes made of its first chunk.
  mutating func begin(in output: inout [UInt8]) {
    codes = nil
    output.append(contentsOf: Self.header)
  }

  /// Takes further bytes into the member begun last.
  mutating func write(_ data: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while pending.count + data.count - start >= Self.chunkLength {
      let end = start + Self.chunkLength - pending.count
      pending.append(copying: data.extracting(start..<end))
      start = end
      compressPending(.part, to: &output)
    }
    pending.append(copying: data.extracting(start..<data.count))
  }

  /// Ends the member begun last.
  mutating func finish(to output: inout [UInt8]) { compressPending(.lastPart, to: &output) }

  private mutating func compressPending(_ extent: Extent, to output: inout [UInt8]) {
    if codes == nil {
      let own = GzipCodes(sample: pending.span)
      unsafe isal_deflate_init(stream)
      prepare(own)
      // ISA-L reads them as long as the member lasts.
      codes = own
    }
    compress(pending.span, extent, to: &output)
    pending.removeAll(keepingCapacity: true)
  }

  /// The most bytes that so many bytes become, their trailer included: stored blocks, where nothing else is shorter, and what
  /// ISA-L still holds of the bytes before.
  private static func bound(of count: Int) -> Int { count + count / 16 + (1 << 10) }

  private func prepare(_ codes: GzipCodes) {
    unsafe stream.pointee.hufftables = codes.tables
    unsafe stream.pointee.level = 0
    unsafe stream.pointee.level_buf = nil
    unsafe stream.pointee.level_buf_size = 0
    unsafe stream.pointee.gzip_flag = UInt16(IGZIP_GZIP_NO_HDR)
    unsafe stream.pointee.flush = UInt16(NO_FLUSH)
    unsafe stream.pointee.end_of_stream = 0
  }

  /// How much of a member's bytes a call is given.
  private enum Extent {
    case whole
    case part
    case lastPart
  }

  private func compress(_ data: Span<UInt8>, _ extent: Extent, to output: inout [UInt8]) {
    unsafe data.withUnsafeBytes { input in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
      unsafe stream.pointee.avail_in = UInt32(input.count)
      unsafe stream.pointee.end_of_stream = extent == .part ? 0 : 1
      let room = Self.bound(of: input.count)
      var isFull = true
      while isFull {
        output.append(addingCapacity: room) { (span: inout OutputSpan<UInt8>) in
          unsafe span.withUnsafeMutableBufferPointer { buffer, count in
            unsafe stream.pointee.next_out = buffer.baseAddress.map { unsafe $0 + count }
            unsafe stream.pointee.avail_out = UInt32(room)
            let status =
              extent == .whole ? unsafe isal_deflate_stateless(stream) : unsafe isal_deflate(stream)
            precondition(status == COMP_OK, "a buffer that holds any member is too small for this one")
            unsafe count += room - Int(stream.pointee.avail_out)
            isFull = unsafe stream.pointee.avail_out == 0
          }
        }
      }
    }
  }
}
