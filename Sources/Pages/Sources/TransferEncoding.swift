internal import Bytes

/// The ways in which mail carries bytes as ASCII (RFC 2045, section 6).
enum TransferEncoding {
  /// The bytes that a body of the named encoding carries; those of an unknown encoding as they stand.
  static func decoded(_ body: ArraySlice<UInt8>, named name: String) -> [UInt8] {
    switch name.lowercased() {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  /// Section 6.7: `=C3` for a byte, `=` at the end of a line for a line that goes on; what is no escape stays.
  static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      let rest = body[index...].prefix(2)
      if rest.first == 0x0A {
        index += 1
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        index += 2
      } else if rest.count == 2, let high = rest.first.flatMap(\.hexadecimalValue),
        let low = rest.last.flatMap(\.hexadecimalValue)
      {
        bytes.append(high << 4 | low)
        index += 2
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Section 6.8: characters outside the alphabet are passed over, padding ends it.
  static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in body {
      if byte == UInt8(ascii: "=") { break }
      guard let value = sextet(byte) else { continue }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return bytes
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
