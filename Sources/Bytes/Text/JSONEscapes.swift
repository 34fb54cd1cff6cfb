extension Span<UInt8> {
  /// Appends the text as a JSON string holds it: control characters, quotes and backslashes are escaped (RFC 8259,
  /// section 7).
  ///
  /// There must be room for six bytes in place of each, as if all had to be escaped. Plain text is copied 32 bytes a
  /// step, and eight where something near is escaped.
  func writeEscapedForJSON(to room: inout OutputSpan<UInt8>) {
    unsafe withUnsafeBytes { text in
      unsafe room.withUnsafeMutableBufferPointer { room, count in
        var output = unsafe EscapedOutput(room: UnsafeMutableRawBufferPointer(room), count: count)
        var position = 0
        while position + 8 <= text.count {
          if position + 32 <= text.count {
            let words = unsafe text.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
            let hits =
              Self.toEscape(in: words[0]) | Self.toEscape(in: words[1]) | Self.toEscape(in: words[2])
              | Self.toEscape(in: words[3])
            if hits == 0 {
              output.append(words)
              position += 32
              continue
            }
          }
          let word = unsafe text.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          let hits = Self.toEscape(in: UInt64(littleEndian: word))
          let plainCount = hits.trailingZeroBitCount / 8
          output.append(word, count: plainCount)
          position += plainCount
          if hits != 0 {
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

  /// The high bit of each byte of `word` that must be escaped.
  @inline(__always) private static func toEscape(in word: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    // With the high bit set no byte borrows from its neighbour; what had it set before is none of them.
    let text = word | high
    let isPlain =
      (text &- each &* 0x20)
      & ((text ^ each &* UInt64(UInt8(ascii: "\""))) &- each)
      & ((text ^ each &* UInt64(UInt8(ascii: "\\"))) &- each)
    return ~(isPlain | word) & high
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

  @inline(__always) mutating func append(_ words: SIMD4<UInt64>) {
    unsafe room.storeBytes(of: words, toByteOffset: count, as: SIMD4<UInt64>.self)
    count += 32
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    unsafe room[count] = byte
    count += 1
  }

  /// Appends the first bytes of a word; the others are written over by what comes next.
  @inline(__always) mutating func append(_ word: UInt64, count plainCount: Int) {
    unsafe room.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
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
