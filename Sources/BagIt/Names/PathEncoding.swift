internal import Bytes

/// How a path stands in a manifest (RFC 8493, section 2.1.3): line ends and the percent sign are percent-encoded.
enum PathEncoding {
  /// Appends the path as a manifest of BagIt 1.0 lists it.
  static func append(_ path: String, to line: inout [UInt8]) {
    let bytes = path.utf8.span
    if bytes.firstIndex(of: UInt8(ascii: "%")) == nil, bytes.firstIndex(of: 0x0A) == nil,
      bytes.firstIndex(of: 0x0D) == nil
    {
      return line.append(copying: bytes)
    }
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"): line.append(contentsOf: "%25".utf8)
      case 0x0A: line.append(contentsOf: "%0A".utf8)
      case 0x0D: line.append(contentsOf: "%0D".utf8)
      default: line.append(byte)
      }
    }
  }
}

extension PathEncoding {
  /// The path that a manifest of BagIt 1.0 lists, and whether every percent sign was encoded as it must be.
  ///
  /// `%0A`, `%0D` and `%25` are decoded in upper and lower case, once; all else stays.
  static func decode(_ listed: [UInt8]) -> (path: [UInt8], isWellEncoded: Bool) {
    guard listed.contains(UInt8(ascii: "%")) else { return (listed, true) }
    var path: [UInt8] = []
    var isWellEncoded = true
    var index = 0
    while index < listed.count {
      let byte = listed[index]
      if byte == UInt8(ascii: "%") {
        if let decoded = decodedByte(listed[(index + 1)...].prefix(2)) {
          path.append(decoded)
          index += 3
          continue
        }
        isWellEncoded = false
      }
      path.append(byte)
      index += 1
    }
    return (path, isWellEncoded)
  }

  private static func decodedByte(_ digits: ArraySlice<UInt8>) -> UInt8? {
    switch String(decoding: digits, as: UTF8.self).uppercased() {
    case "0A": 0x0A
    case "0D": 0x0D
    case "25": UInt8(ascii: "%")
    default: nil
    }
  }
}
