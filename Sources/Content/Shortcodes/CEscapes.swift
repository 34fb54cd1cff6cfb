/// Backslash escapes of C, as PHP's `stripcslashes` decodes them.
enum CEscapes {
  /// The bytes of `range` with escapes decoded; an unknown escape is the character itself.
  static func decode(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < range.upperBound else {
        output.append(byte)
        continue
      }
      let escaped = text[index]
      index += 1
      switch escaped {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "a"): output.append(0x07)
      case UInt8(ascii: "v"): output.append(0x0B)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "x") where index < range.upperBound && hexadecimal(text[index]) != nil:
        output.append(number(text, &index, range.upperBound, digits: 2, radix: 16, hexadecimal))
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        index -= 1
        output.append(number(text, &index, range.upperBound, digits: 3, radix: 8, octal))
      default: output.append(escaped)
      }
    }
    return output
  }

  private static func number(
    _ text: Span<UInt8>, _ index: inout Int, _ end: Int, digits: Int, radix: Int, _ digit: (UInt8) -> Int?
  ) -> UInt8 {
    var value = 0
    var count = 0
    while index < end, count < digits, let next = digit(text[index]) {
      value = value * radix + next
      index += 1
      count += 1
    }
    return UInt8(truncatingIfNeeded: value)
  }

  private static func octal(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x37 ? Int(byte) - 0x30 : nil
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    if isDigit(byte) { return Int(byte) - 0x30 }
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x66 ? Int(letter) - 0x61 + 10 : nil
  }
}
