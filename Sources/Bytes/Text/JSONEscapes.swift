extension Span<UInt8> {
  /// Appends the text as a JSON string holds it: control characters, quotes and backslashes are escaped (RFC 8259,
  /// section 7).
  ///
  /// There must be room for six bytes in place of each, as if all had to be escaped. Text is copied 32 bytes a step, up to
  /// the first that must be escaped.
  func writeEscapedForJSON(to room: inout OutputSpan<UInt8>) {
    unsafe withUnsafeBytes { text in
      unsafe room.withUnsafeMutableBufferPointer { room, count in
        var output = unsafe EscapedOutput(room: UnsafeMutableRawBufferPointer(room), count: count)
        var position = 0
        while position + ByteVector.width <= text.count {
          let bytes = unsafe text.loadUnaligned(fromByteOffset: position, as: ByteVector.self)
          let plainCount = Self.toEscape(in: bytes).firstHigh
          output.append(bytes, count: plainCount)
          position += plainCount
          if plainCount < ByteVector.width {
            output.append(escaped: unsafe text[position])
            position += 1
          }
        }
        while position < text.count {
          let byte = unsafe text[position]
          if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            output.append(escaped: byte)
          } else {
            output.append(byte)
          }
          position += 1
        }
        count = output.count
      }
    }
  }

  /// The high bits of the bytes that must be escaped.
  @inline(__always) private static func toEscape(in bytes: ByteVector) -> ByteVector {
    let isPlain =
      bytes.notBelow(0x20) & bytes.notEqual(to: UInt8(ascii: "\"")) & bytes.notEqual(to: UInt8(ascii: "\\"))
    return ~(isPlain | bytes)
  }
}

/// Room for a text with its escapes, and how much of it is filled.
@safe private struct EscapedOutput {
  private let room: UnsafeMutableRawBufferPointer
  private(set) var count: Int

  init(room: UnsafeMutableRawBufferPointer, count: Int) {
    unsafe self.room = unsafe room
    self.count = count
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    unsafe room[count] = byte
    count += 1
  }

  /// Appends the first of the bytes; the others are written over by what comes next.
  @inline(__always) mutating func append(_ bytes: ByteVector, count plainCount: Int) {
    unsafe room.storeBytes(of: bytes, toByteOffset: count, as: ByteVector.self)
    count += plainCount
  }

  @inline(__always) mutating func append(escaped byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      for digit in "u00".utf8 { append(digit) }
      append(hexadecimalDigit(byte >> 4))
      append(hexadecimalDigit(byte & 15))
    }
  }
}
