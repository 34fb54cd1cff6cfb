internal import Bytes

/// An address as it may stand in a link, taken apart (RFC 3986, but forgiving what browsers forgive).
struct WebAddress: Equatable {
  /// The scheme in lower case, or nil.
  var scheme: String?
  /// The host in lower case, without `www.`, user and port, international names decoded; nil where there is none.
  var host: String?
  /// The path as written.
  var path: String
  /// What stands behind `?`, or nil.
  var query: String?
  /// What stands behind `#`, or nil.
  var fragment: String?

  /// Takes `text` apart; blanks around it and line ends in it do not count.
  init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.contains(where: { $0 < 0x20 }) { bytes.removeAll { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }
    while bytes.last == 0x20 { bytes.removeLast() }
    var rest = bytes.drop { $0 == 0x20 }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(decoding: rest[(hash + 1)...], as: UTF8.self)
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    }
    if let first = rest.first, isLetter(first), let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      rest[..<colon].allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
    {
      scheme = asciiLowercased(String(decoding: rest[..<colon], as: UTF8.self))
      rest = rest[(colon + 1)...]
    }
    let isWeb = scheme == nil || scheme == "http" || scheme == "https"
    if isWeb, rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      host = Self.host(rest[..<end])
      rest = rest[end...]
    }
    path = String(decoding: rest, as: UTF8.self)
  }

  /// The values of the query's parameters, in order; names and values percent-decoded.
  var parameters: [(name: String, value: String)] {
    guard let query else { return [] }
    return query.utf8.split { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }.map { pair in
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      return (
        PercentEncoding.decode(String(Substring(pair[..<equals]))),
        PercentEncoding.decode(String(Substring(pair[equals...].dropFirst())))
      )
    }
  }

  /// A path in the one form by which paths are compared.
  ///
  /// Percent-encoding is decoded, letters are composed (NFC), dot segments resolved, doubled, leading and trailing
  /// slashes gone.
  static func key(ofPath path: String) -> String {
    if let key = plainKey(of: path.utf8.span) { return key }
    var segments: [String] = []
    for segment in PercentEncoding.decode(path).split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(String(segment))
      }
    }
    return segments.joined(separator: "/").nfc
  }

  /// The key of a path of ASCII without escapes, dot segments and doubled slashes, as nearly all are; nil for others.
  ///
  /// The path is the rest of `bytes` from `start`; where that `isWholeLink`, neither blanks nor a query nor a fragment
  /// may stand in it.
  static func plainKey(of bytes: Span<UInt8>, from start: Int = 0, isWholeLink: Bool = false) -> String? {
    var start = start
    var end = bytes.count
    while start < end, bytes[start] == UInt8(ascii: "/") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    var isSegmentStart = true
    for index in start..<end {
      let byte = bytes[index]
      if byte >= 0x80 || byte == UInt8(ascii: "%") { return nil }
      if isWholeLink, byte <= 0x20 || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return nil }
      if isSegmentStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return nil }
      isSegmentStart = byte == UInt8(ascii: "/")
    }
    return String(decoding: bytes.extracting(start..<end))
  }

  /// A host of letters, digits, dots and hyphens in the form hosts are compared by, as nearly all are; nil for others.
  private static func plainHost(_ authority: ArraySlice<UInt8>) -> String? {
    var host: [UInt8] = []
    host.reserveCapacity(authority.count)
    for byte in authority {
      guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else {
        return nil
      }
      host.append(lowercased(byte))
      // What begins so may be an international name (RFC 5890, section 2.3.2.1).
      if byte == UInt8(ascii: "-"), host.suffix(4).elementsEqual("xn--".utf8) { return nil }
    }
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    while host.last == UInt8(ascii: ".") { host.removeLast() }
    return String(decoding: host, as: UTF8.self)
  }

  private static func host(_ authority: ArraySlice<UInt8>) -> String {
    if let host = plainHost(authority) { return host }
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), host[(colon + 1)...].allSatisfy(isDigit) {
      host = host[..<colon]
    }
    var name = PercentEncoding.decode(String(decoding: host, as: UTF8.self)).lowercased().nfc
    if name.hasPrefix("www.") { name = String(name.dropFirst(4)) }
    while name.hasSuffix(".") { name.removeLast() }
    return name.split(separator: ".", omittingEmptySubsequences: false).map { Punycode.decode(label: $0) }
      .joined(separator: ".")
  }
}
