extension Sequence where Element == UInt8 {
  /// The bytes as lower-case hexadecimal digits, two a byte (RFC 4648, section 8).
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
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
