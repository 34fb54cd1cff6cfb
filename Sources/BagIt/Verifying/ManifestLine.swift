/// The parts of a manifest's line.
struct ManifestLine {
  /// The digest; nil where it is no hexadecimal number of whole bytes.
  let digest: [UInt8]?
  /// The path as it is written.
  let path: [UInt8]
  let hasUpperCase: Bool
  /// Whether an asterisk stands before the path, as `md5sum` marks binary files.
  let hasStar: Bool

  /// Takes a line apart; nil where it has no path.
  init?(_ line: [UInt8]) {
    let digits = line.prefix { $0 != 0x20 && $0 != 0x09 }
    var path = line[digits.count...].drop { $0 == 0x20 || $0 == 0x09 }
    hasStar = path.first == UInt8(ascii: "*")
    if hasStar { path.removeFirst() }
    guard !path.isEmpty else { return nil }
    digest = Self.digest(digits)
    self.path = Array(path)
    hasUpperCase = digits.contains { (0x41...0x46).contains($0) }
  }

  /// The bytes of a hexadecimal number, in either case; nil where it is none.
  static func digest(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var digest: [UInt8] = []
    digest.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      case 0x41...0x46: value = digit - 0x41 + 10
      default: return nil
      }
      if let first = high {
        digest.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return digest
  }
}
