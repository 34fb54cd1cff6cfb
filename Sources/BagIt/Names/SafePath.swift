/// The paths that a reader follows: none that could lead out of the bag (RFC 8493, section 5.1).
enum SafePath {
  /// Whether the path of a manifest or fetch file stays within the bag, on any system.
  static func isSafe(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard let first = bytes.first, !bytes.contains(0) else { return false }
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    if first == slash || first == backslash || first == UInt8(ascii: "~") { return false }
    if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), Unicode.Scalar(first).properties.isAlphabetic {
      return false
    }
    return !bytes.split(whereSeparator: { $0 == slash || $0 == backslash }).contains {
      $0.elementsEqual("..".utf8)
    }
  }

  /// Whether the path lies in `data/`; by bytes, since a combining mark may follow the slash.
  static func isPayload(_ path: String) -> Bool { path.utf8.starts(with: "data/".utf8) }

  /// The path without the `./` it begins with; nil where it does not.
  static func withoutDotSlash(_ path: String) -> String? {
    guard path.utf8.starts(with: "./".utf8) else { return nil }
    return String(decoding: path.utf8.dropFirst(2), as: UTF8.self)
  }
}
