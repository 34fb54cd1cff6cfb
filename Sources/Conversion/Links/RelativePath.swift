/// Relative references between files of one tree (RFC 3986, section 4.2).
enum RelativePath {
  /// The reference that leads from the file `source` to the file `target`, percent-encoded; both from the same root.
  static func reference(from source: String, to target: String) -> String {
    let here = source.utf8.span
    let there = target.utf8.span
    var shared = 0
    for index in 0..<min(here.count, there.count) {
      guard here[index] == there[index] else { break }
      if here[index] == slash { shared = index + 1 }
    }
    var reference: [UInt8] = []
    reference.reserveCapacity(there.count + 16)
    for index in shared..<here.count where here[index] == slash { reference.append(contentsOf: "../".utf8) }
    let start = reference.count
    for index in shared..<there.count {
      if there[index] == slash { reference.append(slash) } else { append(there[index], to: &reference) }
    }
    // A first segment with a colon would be taken for a scheme.
    if start == 0, reference.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) {
      reference.insert(contentsOf: "./".utf8, at: 0)
    }
    return String(decoding: reference, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")

  /// A segment with everything escaped but letters, digits and what is plain in any segment.
  static func encoded(_ segment: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(segment.utf8.count)
    for byte in segment.utf8 { append(byte, to: &encoded) }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// A path with every segment encoded.
  static func encoded(path: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      if byte == slash { encoded.append(byte) } else { append(byte, to: &encoded) }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to encoded: inout [UInt8]) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: ","),
      UInt8(ascii: "="):
      encoded.append(byte)
    default:
      encoded.append(UInt8(ascii: "%"))
      encoded.append(hexDigit(byte >> 4))
      encoded.append(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
