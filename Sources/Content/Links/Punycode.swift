/// Internationalised host names (RFC 3492), read only.
enum Punycode {
  /// The label of a host name, its letters written out where it begins with `xn--`.
  static func decode(label: Substring) -> String {
    guard label.hasPrefix("xn--"), let decoded = decode(label.dropFirst(4).utf8.map { $0 }) else {
      return String(label)
    }
    return decoded
  }

  private static func decode(_ input: [UInt8]) -> String? {
    var output: [UInt32] = []
    var rest = input[...]
    if let dash = input.lastIndex(of: UInt8(ascii: "-")) {
      output = input[..<dash].map { UInt32($0) }
      rest = input[(dash + 1)...]
    }
    var code: UInt32 = 128
    var index: UInt32 = 0
    var bias: UInt32 = 72
    while !rest.isEmpty {
      let start = index
      var weight: UInt32 = 1
      var step: UInt32 = 36
      while true {
        guard let byte = rest.popFirst(), let digit = digit(byte) else { return nil }
        let (product, overflow) = digit.multipliedReportingOverflow(by: weight)
        let (sum, overflow2) = index.addingReportingOverflow(product)
        guard !overflow, !overflow2 else { return nil }
        index = sum
        let threshold = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
        if digit < threshold { break }
        let (next, overflow3) = weight.multipliedReportingOverflow(by: 36 - threshold)
        guard !overflow3 else { return nil }
        weight = next
        step += 36
      }
      let count = UInt32(output.count) + 1
      bias = adapt(index - start, count, isFirst: start == 0)
      let (next, overflow) = code.addingReportingOverflow(index / count)
      guard !overflow else { return nil }
      code = next
      index %= count
      output.insert(code, at: Int(index))
      index += 1
    }
    var text = ""
    for value in output {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte) - 0x30 + 26 }
    return isLetter(byte) ? UInt32(byte | 0x20) - 0x61 : nil
  }

  private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step: UInt32 = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
