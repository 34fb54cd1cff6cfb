/// Relative references between files of one tree (RFC 3986, section 4.2).
enum RelativePath {
  /// The reference that leads from the file `source` to the file `target`, percent-encoded; both from the same root.
  static func reference(from source: String, to target: String) -> String {
    let here = source.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    let shared = zip(here, there.dropLast()).prefix { $0.0 == $0.1 }.count
    let steps =
      Array(repeating: "..", count: here.count - shared) + there[shared...].map { encoded(String($0)) }
    let reference = steps.joined(separator: "/")
    // A first segment with a colon would be taken for a scheme.
    return reference.prefix { $0 != "/" }.contains(":") ? "./\(reference)" : reference
  }

  /// A segment with everything escaped but letters, digits and what is plain in any segment.
  static func encoded(_ segment: String) -> String {
    var encoded: [UInt8] = []
    for byte in segment.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: ","),
        UInt8(ascii: "="):
        encoded.append(byte)
      default:
        encoded.append(contentsOf: "%".utf8)
        encoded.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
