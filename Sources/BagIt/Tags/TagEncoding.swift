internal import Bytes

/// The character encodings of tag files that are read.
enum TagEncoding: Sendable, Equatable {
  case utf8
  case latin1
  /// UTF-16, in the order its byte order mark tells, or the one given.
  case utf16(littleEndian: Bool?)

  /// Finds the encoding of an IANA name; nil where it is not one that is read.
  init?(named name: String) {
    switch name.uppercased() {
    case "UTF-8", "UTF8", "US-ASCII", "ASCII": self = .utf8
    case "ISO-8859-1", "ISO_8859-1", "LATIN1": self = .latin1
    case "UTF-16": self = .utf16(littleEndian: nil)
    case "UTF-16LE": self = .utf16(littleEndian: true)
    case "UTF-16BE": self = .utf16(littleEndian: false)
    default: return nil
    }
  }

  /// The same text in UTF-8; nil where the bytes are not in the encoding.
  func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8: return bytes
    case .latin1: return Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    case .utf16(let littleEndian):
      guard bytes.count.isMultiple(of: 2) else { return nil }
      // Without a mark the order is big-endian (RFC 2781, section 4.3).
      let isLittle = littleEndian ?? bytes.starts(with: [0xFF, 0xFE])
      var units: [UInt16] = []
      for index in stride(from: 0, to: bytes.count, by: 2) {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isLittle ? second << 8 | first : first << 8 | second)
      }
      if units.first == 0xFEFF { units.removeFirst() }
      return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
  }
}
