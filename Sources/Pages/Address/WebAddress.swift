/// An absolute `http` or `https` address, taken apart as far as saved pages need it (RFC 3986, section 3).
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// `http` or `https`.
  public var scheme: String
  /// The host in lower case, with the port where one is written.
  public var host: String
  /// The path, beginning with a slash, percent-encoding as written.
  public var path: String
  /// The query, without its question mark.
  public var query: String?
  /// The fragment, without its number sign.
  public var fragment: String?

  /// Reads an address; nil for other schemes, references without a host and text with white space inside.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8))
  }

  /// Reads an address from UTF-8.
  init?(bytes: [UInt8]) {
    let start = bytes.skippingSpace(from: 0)
    let stop = max(start, bytes.trimmingSpace(before: bytes.count))
    let rest = bytes[start..<stop]
    let isSecure: Bool
    if Self.begins(rest, with: "https://") {
      isSecure = true
    } else if Self.begins(rest, with: "http://") {
      isSecure = false
    } else {
      return nil
    }
    let hostStart = start + (isSecure ? 8 : 7)
    let end = rest[hostStart...].firstIndex(where: Self.endsHost) ?? stop
    var host = bytes[hostStart..<end]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    let port = isSecure ? ":443" : ":80"
    if host.suffix(port.utf8.count).elementsEqual(port.utf8) { host = host.dropLast(port.utf8.count) }
    guard !host.isEmpty, !host.contains(where: { $0 <= 0x20 }) else { return nil }
    scheme = isSecure ? "https" : "http"
    let name = String(decoding: host, as: UTF8.self)
    self.host = host.contains { $0 >= 0x80 || $0 >= 0x41 && $0 <= 0x5A } ? name.lowercased() : name
    (path, query, fragment) = Self.parts(of: bytes[end..<stop])
    if path.isEmpty { path = "/" }
  }

  /// Whether the bytes begin with a scheme, in letters of any case.
  private static func begins(_ bytes: ArraySlice<UInt8>, with scheme: String) -> Bool {
    bytes.starts(with: scheme.utf8) { $0 == $1 || $0 | 0x20 == $1 && $1 >= 0x61 }
  }

  /// The address that `reference`, found on the page at this address, means (RFC 3986, section 5.2).
  public func resolving(_ reference: String) -> WebAddress? {
    let bytes = Array(reference.utf8)
    if let absolute = WebAddress(bytes: bytes) { return absolute }
    let trimmed = bytes[bytes.skippingSpace(from: 0)...]
    if trimmed.starts(with: "//".utf8) {
      return WebAddress(bytes: Array("\(scheme):".utf8) + trimmed)
    }
    if let mark = trimmed.firstIndex(where: { Self.endsHost($0) || $0 == UInt8(ascii: ":") }),
      trimmed[mark] == UInt8(ascii: ":")
    {
      return nil
    }
    var address = self
    let (path, query, fragment) = Self.parts(of: trimmed)
    address.fragment = fragment
    if path.isEmpty {
      if query != nil { address.query = query }
      return address
    }
    address.query = query
    let folder = self.path[...(self.path.lastIndex(of: "/") ?? self.path.startIndex)]
    address.path = Self.withoutDots(path.hasPrefix("/") ? path : folder + path)
    return address
  }

  /// The address without its fragment.
  public var withoutFragment: WebAddress {
    var address = self
    address.fragment = nil
    return address
  }

  /// A form that is equal for addresses WordPress would answer with the same page: no scheme, no `www.`, no
  /// fragment, no trailing slash, percent-encoding undone.
  public var key: String {
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    var path = Self.decoded(self.path)
    while path.hasSuffix("/") { path.removeLast() }
    guard let query, !query.isEmpty else { return bare + path }
    return bare + path + "?" + Self.decoded(query)
  }

  /// The value of a parameter of the query, such as `p` in `?p=12`.
  public func parameter(_ name: String) -> String? {
    for pair in (query ?? "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.first.map(String.init) == name { return sides.count > 1 ? Self.decoded(String(sides[1])) : "" }
    }
    return nil
  }

  /// The parts of the path, percent-encoding undone.
  public var segments: [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Self.decoded(String(Substring($0))) }
  }

  /// Whether a part of the path, as written, is one of the words.
  func hasSegment(of words: PhraseTable) -> Bool {
    guard words.stands(in: path.utf8) else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/")).contains { words.contains($0) }
  }

  /// The site's root, `scheme://host/`.
  public var root: WebAddress {
    var address = self
    (address.path, address.query, address.fragment) = ("/", nil, nil)
    return address
  }

  /// The address as text.
  public var description: String {
    var text = scheme + "://" + host + path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// The path of an address or reference, without query and fragment.
  static func path(of text: String) -> String {
    WebAddress(text)?.path ?? parts(of: Array(text.utf8)[...]).path
  }

  private static func parts(of text: ArraySlice<UInt8>) -> (path: String, query: String?, fragment: String?) {
    var rest = text
    var query: String?
    var fragment: String?
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    }
    return (String(decoding: rest, as: UTF8.self), query, fragment)
  }

  /// Whether a byte ends the host of an address.
  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func withoutDots(_ path: some StringProtocol) -> String {
    // Only a part that begins with a dot can be one.
    var before: UInt8 = 0
    let hasDots = path.utf8.contains { byte in
      defer { before = byte }
      return byte == UInt8(ascii: ".") && before == UInt8(ascii: "/")
    }
    guard hasDots else { return String(path) }
    var kept: [Substring] = []
    let parts = String(path).dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return "/" + kept.joined(separator: "/")
  }

  /// Undoes percent-encoding; what is no valid escape or no UTF-8 stays as it stands.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
