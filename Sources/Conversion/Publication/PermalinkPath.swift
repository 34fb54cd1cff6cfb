internal import Bytes
internal import Model

/// The path a permalink suggests for a file: its path on the server, decoded, without an ending.
enum PermalinkPath {
  /// The path, such as `2016/05/sommerfest`; nil where the link is a query, a bare host or no link at all.
  static func path(of link: String) -> String? {
    if let path = plainPath(of: link) { return path }
    var rest = Substring(link)
    if let scheme = rest.range(ofASCII: "://") {
      rest = rest[scheme...].dropFirst(3)
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else {
      return nil
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    rest = rest[slash...].prefix { $0 != "?" && $0 != "#" }
    let components = rest.split(separator: "/").map { decoded($0) }.filter { $0 != "." && $0 != ".." }
    guard !components.isEmpty, components != ["index.php"] else { return nil }
    return components.joined(separator: "/")
  }

  /// The path of a link of ASCII without escapes, query, dots at the beginning of a name and doubled slashes, as nearly all
  /// are; nil for others.
  private static func plainPath(of link: String) -> String? {
    let bytes = link.utf8.span
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.hasBytes("://", at: colon),
      let slash = bytes.firstIndex(of: UInt8(ascii: "/"), from: colon + 3)
    else { return nil }
    let end = bytes[bytes.count - 1] == UInt8(ascii: "/") ? bytes.count - 1 : bytes.count
    guard slash + 1 < end else { return nil }
    var isNameStart = true
    for index in slash + 1..<end {
      switch bytes[index] {
      case 0x80..., UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if isNameStart { return nil }
        isNameStart = bytes[index] == UInt8(ascii: "/")
      default: isNameStart = false
      }
    }
    guard !isNameStart else { return nil }
    let path = String(decoding: link.utf8.dropFirst(slash + 1).prefix(end - slash - 1), as: UTF8.self)
    return path == "index.php" ? nil : path
  }

  /// Whether the link leads to a site's front page: a host and nothing behind it.
  static func isHome(_ link: String) -> Bool {
    guard let scheme = Substring(link).range(ofASCII: "://") else { return false }
    let rest = link[scheme...].dropFirst(3)
    guard let slash = rest.firstIndex(of: "/") else { return !rest.isEmpty && !rest.contains("?") }
    return rest[slash...] == "/"
  }

  /// The text with its percent-escapes decoded; those that make no UTF-8, as in a slug cut short, stay as they are.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexValue),
        let low = rest.dropFirst().first.flatMap(hexValue)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    var decoded = ""
    while !bytes.isEmpty {
      let valid = validPrefixLength(of: bytes)
      decoded += String(decoding: bytes[..<valid], as: UTF8.self)
      guard valid < bytes.count else { break }
      decoded += "%" + [bytes[valid]].hexadecimal
      bytes.removeFirst(valid + 1)
    }
    return decoded.contains("/") ? String(text) : decoded
  }

  private static func validPrefixLength(of bytes: [UInt8]) -> Int {
    do {
      return try UTF8Span(validating: bytes.span).count
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}

extension Substring {
  /// Where `needle` begins, or nil.
  fileprivate func range(ofASCII needle: StaticString) -> Substring.Index? {
    guard let place = Array(utf8).span.firstIndex(of: needle) else { return nil }
    return utf8.index(utf8.startIndex, offsetBy: place)
  }
}
