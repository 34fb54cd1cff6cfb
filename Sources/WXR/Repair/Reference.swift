import Bytes
import XML

/// What stands at an ampersand outside CDATA sections.
enum Reference: Sendable, Equatable {
  /// A reference that XML knows: one of its five entities, or the number of a character that it allows.
  case allowed(end: Int)
  /// A name that HTML knows, with its character.
  case html(Unicode.Scalar, end: Int)
  /// The number of a character that XML forbids.
  case forbidden(UInt32, end: Int)
  /// No reference at all.
  case bare

  /// Looks at the ampersand at `start`.
  init(in bytes: Span<UInt8>, at start: Int) {
    self = bytes.hasBytes("#", at: start + 1) ? Self.number(bytes, start + 2) : Self.name(bytes, start + 1)
  }

  private static func name(_ bytes: Span<UInt8>, _ start: Int) -> Reference {
    var end = start
    var name = ""
    while end < bytes.count, end - start < 32, bytes[end].isASCIIAlphanumeric {
      name.unicodeScalars.append(Unicode.Scalar(bytes[end]))
      end += 1
    }
    guard end > start, bytes.hasBytes(";", at: end) else { return .bare }
    switch name {
    case "amp", "lt", "gt", "quot", "apos": return .allowed(end: end + 1)
    default: return NamedCharacters.character(name).map { .html($0, end: end + 1) } ?? .bare
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> Reference {
    let isHexadecimal = bytes.hasBytes("x", at: start)
    var end = isHexadecimal ? start + 1 : start
    let first = end
    var value: UInt32 = 0
    while end < bytes.count, let digit = bytes[end].hexadecimalDigit, isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      end += 1
    }
    guard end > first, bytes.hasBytes(";", at: end) else { return .bare }
    let isAllowed: Bool =
      switch value {
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    return isAllowed ? .allowed(end: end + 1) : .forbidden(value, end: end + 1)
  }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var hexadecimalDigit: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
