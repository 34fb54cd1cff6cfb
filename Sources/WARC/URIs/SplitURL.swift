/// An address cut into its parts as the `surt` package cuts it, for keys alone: ``TargetURI`` is the strict type.
struct SplitURL {
  var scheme: String
  var host: [UInt8]?
  var port: Int?
  var path: [UInt8]
  var query: [UInt8]?

  /// Cuts an address; nil where its port is no number up to 65,535.
  init?(_ address: String) {
    var bytes = Self.cleaned(address)
    if Self.schemeLength(of: bytes) == nil { bytes = Array("http://".utf8) + bytes }
    bytes = Self.withoutRepeatedProtocols(bytes)
    let schemeLength = Self.schemeLength(of: bytes) ?? 0
    scheme = String(decoding: bytes[..<schemeLength], as: UTF8.self)
    var rest = bytes[(schemeLength + 1)...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }

    var authority: ArraySlice<UInt8> = []
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      rest = rest[authority.endIndex...]
    }
    let path = rest.prefix { $0 != UInt8(ascii: "?") }
    let query = rest[path.endIndex...].dropFirst()
    self.path = Array(path)
    self.query = query.isEmpty ? nil : Array(query)

    while authority.last == UInt8(ascii: ":") { authority.removeLast() }
    guard let (host, port) = Self.hostAndPort(authority) else { return nil }
    self.host = host.isEmpty ? nil : host
    self.port = port == 0 ? nil : port
    if scheme.hasPrefix("http"), self.host == nil, !self.path.isEmpty {
      // "http:////www.example.org/a": the host is what follows the slashes.
      let slash = UInt8(ascii: "/")
      let stripped = self.path.drop { $0 == slash }
      let name = stripped.prefix { $0 != slash }
      self.host = Array(name)
      self.path = [slash] + stripped[name.endIndex...].dropFirst()
    }
  }

  private static func cleaned(_ address: String) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let trimmed = address.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return trimmed.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }

  private static func schemeLength(of bytes: [UInt8]) -> Int? { URISyntax.schemeLength(of: bytes.span) }

  /// Of "http://https://" and the like the last stays.
  private static func withoutRepeatedProtocols(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    var last = 0
    while true {
      if bytes[start...].starts(with: "http://".utf8) {
        (last, start) = (start, start + 7)
      } else if bytes[start...].starts(with: "https://".utf8) {
        (last, start) = (start, start + 8)
      } else {
        return Array(bytes[last...])
      }
    }
  }

  private static func hostAndPort(_ authority: ArraySlice<UInt8>) -> ([UInt8], Int?)? {
    var rest = authority
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
    var host: ArraySlice<UInt8>
    if let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      host = rest[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
      rest = rest[host.endIndex...].drop { $0 != UInt8(ascii: ":") }.dropFirst()
    } else {
      host = rest.prefix { $0 != UInt8(ascii: ":") }
      rest = rest[host.endIndex...].dropFirst()
    }
    let name = Array(host.prefix { $0 != UInt8(ascii: "%") }).lowercasedASCII
    let zone = host.drop { $0 != UInt8(ascii: "%") }
    if rest.isEmpty { return (name + zone, nil) }
    guard rest.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(String(decoding: rest, as: UTF8.self)), port <= 65_535
    else { return nil }
    return (name + zone, port)
  }
}
