extension Sequence where Element == UInt8 {
  /// The bytes as lower-case hexadecimal digits, two a byte (RFC 4648, section 8).
  public var hexadecimal: String {
    withContiguousStorageIfAvailable { unsafe $0.span.hexadecimalDigits }
      ?? Array(self).span.hexadecimalDigits
  }

  /// The bytes in upper-case Base32 without padding (RFC 4648, section 6).
  public var base32: String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in self {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(digits[Int(buffer >> UInt32(bits) & 31)])
      }
    }
    if bits > 0 { text.append(digits[Int(buffer << UInt32(5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends bytes as lower-case hexadecimal digits, two a byte.
  public mutating func append(hexadecimal bytes: [UInt8]) {
    append(addingCapacity: bytes.count * 2) { (digits: inout OutputSpan<UInt8>) in
      unsafe digits.withUnsafeMutableBufferPointer { room, count in
        unsafe bytes.span.writeHexadecimalDigits(to: UnsafeMutableBufferPointer(rebasing: room[count...]))
        count += bytes.count * 2
      }
    }
  }
}

extension Span<UInt8> {
  fileprivate var hexadecimalDigits: String {
    unsafe String(unsafeUninitializedCapacity: count * 2) { text in
      unsafe writeHexadecimalDigits(to: text)
      return count * 2
    }
  }

  /// Writes the digits to the beginning of `text`, which has room for two a byte.
  fileprivate func writeHexadecimalDigits(to text: UnsafeMutableBufferPointer<UInt8>) {
    unsafe withUnsafeBufferPointer { bytes in
      // No sum here can overflow; left unchecked, many digits are made in a step.
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        unsafe text[2 &* index] = hexadecimalDigit(byte >> 4)
        unsafe text[2 &* index &+ 1] = hexadecimalDigit(byte & 15)
      }
    }
  }
}

/// The digit of a value below 16.
@inline(__always) func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value &+ UInt8(ascii: "0") &+ (value > 9 ? UInt8(ascii: "a") - UInt8(ascii: "0") - 10 : 0)
}

extension UInt8 {
  /// What the byte says as a hexadecimal digit, of either case; nil where it is none.
  public var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
