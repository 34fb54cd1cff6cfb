internal import Bytes
private import Glibc

/// Sort-friendly URI keys, by which web archives' indexes are searched: `example,qm)/2009/05/fest`.
///
/// The rules are those of the `surt` package that pywb and others share, to the byte: `http` and `https`, `www.`
/// and letters' case make no difference, the host is turned around, a query's parts are sorted, session
/// identifiers are dropped.
public enum SURT {
  /// The key of an address, or nil where its port is no number.
  ///
  /// ```swift
  /// SURT.key(of: "https://www.qm.example:8080/Über/?b=2&a=1")  // "example,qm:8080)/%c3%9cber?a=1&b=2"
  /// ```
  public static func key(of address: String) -> String? {
    if address.isEmpty { return "-" }
    if address.hasPrefix("filedesc") { return address }
    return plainKey(of: address) ?? generalKey(of: address)
  }

  /// The key of `http://` or `https://`, a name of letters, digits and hyphens, a path of what no rule changes but its
  /// case, escapes beyond ASCII among it, and perhaps a single short part of a query such as `?p=12`, as nearly all are; nil for others.
  static func plainKey(of address: String) -> String? {
    let bytes = address.utf8.span
    let host = bytes.hasBytes("https://", at: 0) ? 8 : 7
    guard host == 8 || bytes.hasBytes("http://", at: 0), !bytes.hasBytes("www", at: host),
      let slash = bytes.firstIndex(of: UInt8(ascii: "/"), from: host), slash > host
    else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    var end = slash
    var hasLetter = false
    for index in (host..<slash).reversed() {
      switch bytes[index] {
      case 0x61...0x7A, 0x41...0x5A: hasLetter = true
      case 0x30...0x39, UInt8(ascii: "-"): continue
      case UInt8(ascii: ".") where index + 1 < end && index > host:
        for place in index + 1..<end { key.append(lowered(bytes[place])) }
        key.append(UInt8(ascii: ","))
        end = index
      default: return nil
      }
    }
    guard hasLetter else { return nil }
    for place in host..<end { key.append(lowered(bytes[place])) }
    key.append(UInt8(ascii: ")"))
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"), from: slash) ?? bytes.count
    for index in slash..<mark {
      switch bytes[index] {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if index > slash, bytes[index - 1] == UInt8(ascii: "/") { return nil }
      case UInt8(ascii: "%"):
        guard URISyntax.isEscape(bytes, at: index), PercentEncoding.value(of: bytes[index + 1]) >= 8 else {
          return nil
        }
      default: return nil
      }
      key.append(lowered(bytes[index]))
    }
    if mark > slash + 1, key.last == UInt8(ascii: "/") { key.removeLast() }
    guard mark < bytes.count else { return String(decoding: key, as: UTF8.self) }
    // Identifiers of sessions are longer, an empty query vanishes.
    guard bytes.count - mark < shortestSession, bytes.count - mark > 1 else { return nil }
    key.append(UInt8(ascii: "?"))
    for index in mark + 1..<bytes.count {
      switch bytes[index] {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="):
        break
      default: return nil
      }
      key.append(lowered(bytes[index]))
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// No session's identifier in a query is as short as this, its name and mark included.
  private static let shortestSession = 32

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The key by all rules.
  static func generalKey(of address: String) -> String? {
    guard var url = SplitURL(address) else { return nil }
    url.query = url.query.map { escaped(unescaped($0)) }
    url.host = url.host.map(canonicalHost)
    var path = unescaped(url.path)
    if url.host?.isEmpty == false { path = normalized(path) }
    url.path = escaped(path)
    return text(of: lowered(url))
  }

  private static func lowered(_ url: SplitURL) -> SplitURL {
    var url = url
    url.host = url.host.map { $0.lowercasedASCII }
    if url.scheme != "dns" { url.host = url.host.map(withoutWWW) }
    switch (url.scheme.lowercased(), url.port) {
    case ("http", 80), ("https", 443): url.port = nil
    default: break
    }
    url.path = SessionIdentifiers.removed(fromPath: url.path.lowercasedASCII)
    if url.path.count > 1, url.path.last == UInt8(ascii: "/") { url.path.removeLast() }
    if let query = url.query, !query.isEmpty {
      let sorted = sortedQuery(SessionIdentifiers.removed(fromQuery: query).lowercasedASCII)
      url.query = sorted.isEmpty ? nil : sorted
    }
    return url
  }

  private static func text(of url: SplitURL) -> String {
    var key: [UInt8] = []
    if let host = url.host, !host.isEmpty {
      let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      key.append(contentsOf: labels.reversed().joined(separator: [UInt8(ascii: ",")]))
      if let port = url.port { key.append(contentsOf: ":\(port)".utf8) }
      key.append(UInt8(ascii: ")"))
    } else {
      key.append(contentsOf: "\(url.scheme):".utf8)
    }
    if !url.path.isEmpty {
      key.append(contentsOf: url.path)
    } else if url.query != nil {
      key.append(UInt8(ascii: "/"))
    }
    if let query = url.query {
      key.append(UInt8(ascii: "?"))
      key.append(contentsOf: query)
    }
    return String(decoding: key, as: UTF8.self)
  }

  // MARK: - Host

  private static func canonicalHost(_ given: [UInt8]) -> [UInt8] {
    var host = unescaped(given)
    if host.contains(where: { $0 >= 0x80 }),
      let ascii = InternationalDomainName.ascii(
        of: String(decoding: host, as: UTF8.self), rules: .transitional)
    {
      host = Array(ascii.utf8)
    }
    host = withoutDoubleDots(host)
    let dot = UInt8(ascii: ".")
    host = Array(host.drop { $0 == dot }.reversed().drop { $0 == dot }.reversed())
    return address(host) ?? escaped(host.lowercasedASCII)
  }

  private static func withoutDoubleDots(_ host: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < host.count {
      kept.append(host[index])
      let isDouble =
        host[index] == UInt8(ascii: ".") && index + 1 < host.count && host[index + 1] == host[index]
      index += isDouble ? 2 : 1
    }
    return kept
  }

  /// The dotted form of an address of IP version 4 in any notation that the C library takes, in part octal.
  private static func address(_ host: [UInt8]) -> [UInt8]? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard !host.isEmpty, host.allSatisfy({ digits.contains($0) || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    if host.allSatisfy(digits.contains) {
      let number = host.reduce(UInt32(0)) { $0 &* 10 &+ UInt32($1 - UInt8(ascii: "0")) }
      return Array([24, 16, 8, 0].map { String(number >> UInt32($0) & 255) }.joined(separator: ".").utf8)
    }
    var parsed = in_addr()
    guard unsafe inet_aton(String(decoding: host, as: UTF8.self), &parsed) != 0 else { return nil }
    let number = UInt32(bigEndian: parsed.s_addr)
    return Array([24, 16, 8, 0].map { String(number >> UInt32($0) & 255) }.joined(separator: ".").utf8)
  }

  /// The host without a first label of `www` and digits.
  private static func withoutWWW(_ host: [UInt8]) -> [UInt8] {
    guard host.starts(with: "www".utf8) else { return host }
    let rest = host.dropFirst(3).drop { (0x30...0x39).contains($0) }
    return rest.first == UInt8(ascii: ".") ? Array(rest.dropFirst()) : host
  }

  // MARK: - Path and query

  /// The path without `.`, `..` and empty parts; a slash at the end stays.
  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    guard !path.isEmpty else { return [UInt8(ascii: "/")] }
    var kept: [ArraySlice<UInt8>] = []
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst() {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8), !kept.isEmpty {
        kept.removeLast()
      } else {
        kept.append(part)
      }
    }
    var result = [UInt8(ascii: "/")]
    for part in kept.dropLast() where !part.isEmpty {
      result.append(contentsOf: part)
      result.append(UInt8(ascii: "/"))
    }
    result.append(contentsOf: kept.last ?? [])
    return result
  }

  /// The query's parts in the order of their names, then of their values; a part without `=` before one with it.
  private static func sortedQuery(_ query: [UInt8]) -> [UInt8] {
    guard query.count > 1 else { return query }
    let parts = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    }
    let sorted = parts.sorted { left, right in
      if !left[0].elementsEqual(right[0]) { return left[0].lexicographicallyPrecedes(right[0]) }
      guard left.count == 2, right.count == 2 else { return left.count < right.count }
      return left[1].lexicographicallyPrecedes(right[1])
    }
    return Array(
      sorted.map { $0.joined(separator: [UInt8(ascii: "=")]) }.joined(separator: [UInt8(ascii: "&")]))
  }

  /// Escapes are undone until none is left.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    while bytes.contains(UInt8(ascii: "%")) {
      let decoded = PercentEncoding.decoded(bytes)
      if decoded == bytes { break }
      bytes = decoded
    }
    return bytes
  }

  /// Escapes what is no visible ASCII character, and `#` and `%`.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "#"), byte != UInt8(ascii: "%") {
        text.append(byte)
      } else {
        PercentEncoding.appendEscape(of: byte, to: &text)
      }
    }
    return text
  }
}

extension [UInt8] {
  /// The bytes with ASCII's capital letters made small.
  var lowercasedASCII: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}
