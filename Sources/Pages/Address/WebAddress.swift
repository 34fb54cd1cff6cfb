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
    let trimmed = text.drop { $0.isWhitespace }
    guard let colon = trimmed.utf8.prefix(6).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = trimmed[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    var rest = trimmed[trimmed.index(after: colon)...]
    guard rest.hasPrefix("//") else { return nil }
    rest = rest.dropFirst(2)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    let end = rest.utf8.firstIndex(where: Self.endsHost) ?? rest.endIndex
    var host = rest[..<end].lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    if host.hasSuffix(scheme == "http" ? ":80" : ":443") {
      host = String(host[..<(host.lastIndex(of: ":") ?? host.endIndex)])
    }
    guard !host.isEmpty, !host.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    self.scheme = scheme
    self.host = host
    (path, query, fragment) = Self.parts(of: Substring(rest[end...]))
    if path.isEmpty { path = "/" }
  }

  /// The address that `reference`, found on the page at this address, means (RFC 3986, section 5.2).
  public func resolving(_ reference: String) -> WebAddress? {
    if let absolute = WebAddress(reference) { return absolute }
    let trimmed = reference.drop { $0.isWhitespace }
    if trimmed.hasPrefix("//") { return WebAddress("\(scheme):\(trimmed)") }
    let beforePath = trimmed.prefix { !"/?#".contains($0) }
    if beforePath.contains(":") { return nil }
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

  /// The site's root, `scheme://host/`.
  public var root: WebAddress {
    var address = self
    (address.path, address.query, address.fragment) = ("/", nil, nil)
    return address
  }

  /// The address as text.
  public var description: String {
    "\(scheme)://\(host)\(path)" + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }

  /// The path of an address or reference, without query and fragment.
  static func path(of text: String) -> String { WebAddress(text)?.path ?? parts(of: text[...]).path }

  private static func parts(of text: Substring) -> (path: String, query: String?, fragment: String?) {
    var rest = text
    var query: String?
    var fragment: String?
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    return (String(rest), query, fragment)
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
