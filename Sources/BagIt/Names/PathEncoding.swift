internal import Bytes

/// How a path stands in a manifest (RFC 8493, section 2.1.3): line ends and the percent sign are percent-encoded.
enum PathEncoding {
  /// Appends the path as a manifest of BagIt 1.0 lists it.
  static func append(_ path: String, to line: inout [UInt8]) {
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
