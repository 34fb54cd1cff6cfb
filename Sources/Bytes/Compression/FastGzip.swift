internal import CLibISAL

/// Makes gzip members (RFC 1952) for those who count time: level 1 of ``GzipCompressor`` and ``GzipStream``; wraps ISA-L.
///
/// `docs/decisions/fast-gzip.md` has the figures. The levels used here give the same bytes on every x86-64 processor
/// since 2008; ISA-L's level 3 would not.
@safe struct FastGzip: ~Copyable {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutablePointer<UInt8>
  /// What was taken into a member that is written chunk by chunk, but not yet given to ISA-L.
  private var pending: [UInt8] = []

  /// A member of fewer bytes is written with ISA-L's preset codes: to find codes of its own takes five times as long.
  private static let presetLength = 1536

  /// A member of fewer bytes is written with the codes of its kind, where there are any; longer ones have codes of their own.
  private static let sharedLength = 1 << 15

  /// The most that one call to ISA-L, which counts in 32 bits, may take.
  static let limit = 1 << 30

  /// ISA-L's output depends on how its input is cut, so it is cut here, always alike.
  private static let chunkLength = 1 << 18

  /// What begins a member: no time, no name, an unknown operating system.
  private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe levelBuffer = .allocate(capacity: Int(isal_level_2_buffer_size))
  }

  deinit {
    unsafe stream.deallocate()
    unsafe levelBuffer.deallocate()
  }

  /// Appends the gzip member of `data`, ``limit`` bytes at most, to `output`, written with `codes` unless it is long.
  mutating func appendMember(of data: Span<UInt8>, by codes: GzipCodes?, to output: inout [UInt8]) {
    unsafe isal_deflate_stateless_init(stream)
    if let codes, data.count < Self.sharedLength {
      prepare(level: 0)
      unsafe stream.pointee.hufftables = codes.tables
    } else {
      prepare(level: data.count < Self.presetLength ? 0 : 2)
    }
    output.reserveCapacity(output.count + Self.header.count + Self.bound(of: data.count))
    output.append(contentsOf: Self.header)
    compress(data, .whole, to: &output)
  }

  /// Begins a member that is written chunk by chunk.
  mutating func begin(in output: inout [UInt8]) {
    unsafe isal_deflate_init(stream)
    prepare(level: 2)
    output.append(contentsOf: Self.header)
  }

  /// Takes further bytes into the member begun last.
  mutating func write(_ data: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while pending.count + data.count - start >= Self.chunkLength {
      let end = start + Self.chunkLength - pending.count
      let part = data.extracting(start..<end)
      start = end
      if pending.isEmpty {
        compress(part, .part, to: &output)
      } else {
        pending.append(copying: part)
        compressPending(.part, to: &output)
      }
    }
    pending.append(copying: data.extracting(start..<data.count))
  }

  /// Ends the member begun last.
  mutating func finish(to output: inout [UInt8]) { compressPending(.lastPart, to: &output) }

  private mutating func compressPending(_ extent: Extent, to output: inout [UInt8]) {
    compress(pending.span, extent, to: &output)
    pending.removeAll(keepingCapacity: true)
  }

  /// The most bytes that so many bytes become, their trailer included: stored blocks, where nothing else is shorter, and what
  /// ISA-L still holds of the bytes before.
  private static func bound(of count: Int) -> Int { count + count / 16 + (1 << 10) }

  private func prepare(level: UInt32) {
    unsafe stream.pointee.level = level
    unsafe stream.pointee.level_buf = levelBuffer
    unsafe stream.pointee.level_buf_size = isal_level_2_buffer_size
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

  private func compress(
    _ data: Span<UInt8>, _ extent: Extent, to output: inout [UInt8]
  ) {
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
