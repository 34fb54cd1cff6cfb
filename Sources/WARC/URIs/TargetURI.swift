public import Bytes

/// What a record is a capture of: a URI of RFC 3986, percent-encoded, without fragment (WARC 1.1, section 5.14).
public struct TargetURI: Sendable, Hashable, CustomStringConvertible {
  /// The URI as it stands in the header.
  public let text: String

  /// The URI as it stands in the header.
  public var description: String { text }

  /// Takes a URI that is right as it is; nil where a byte is not allowed, an escape is cut or a fragment is there.
  public init?(_ text: String) {
    guard URISyntax.isURI(text) else { return nil }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// Makes `urn:uuid:…`, the address of what no server ever had.
  public init(_ uuid: NameBasedUUID) { text = "urn:uuid:\(uuid)" }

  /// Makes a URI of an address as people and programs write it; nil where it has no scheme.
  ///
  /// Only what is not allowed is changed: blanks, umlauts and the like become escapes of their UTF-8, a bare `%`
  /// becomes `%25`, a host name beyond ASCII takes its ASCII form (IDNA 2008), and a fragment is dropped. Line
  /// breaks, tabs and blanks at the ends go, as they do in browsers.
  ///
  /// ```swift
  /// TargetURI(encoding: "http://müller.example/Straße 100%#ort")?.text
  /// // http://xn--mller-kva.example/Stra%C3%9Fe%20100%25
  /// ```
  public init?(encoding address: String) {
    if URISyntax.isPlainURI(address) {
      self.init(checked: address)
      return
    }
    var bytes = address.trimmed.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes.removeSubrange(hash...) }
    guard let scheme = URISyntax.schemeLength(of: bytes.span), bytes.count > scheme + 1 else { return nil }
    let authorityEnd = URISyntax.authorityEnd(of: bytes.span, afterScheme: scheme)
    var encoded = Array(bytes[...scheme])
    if authorityEnd > scheme + 1 {
      encoded.append(contentsOf: "//".utf8)
      encoded.append(contentsOf: Self.encodedAuthority(bytes[(scheme + 3)..<authorityEnd]))
    }
    Self.encode(Array(bytes[authorityEnd...]), into: &encoded, keeping: URISyntax.isPathOrQuery)
    self.init(String(decoding: encoded, as: UTF8.self))
  }

  private static func encodedAuthority(_ authority: ArraySlice<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    var rest = authority
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      encode(Array(rest[..<at]), into: &encoded) { URISyntax.isAuthority($0) && $0 != UInt8(ascii: "@") }
      encoded.append(UInt8(ascii: "@"))
      rest = rest[(at + 1)...]
    }
    let portColon = rest.lastIndex(of: UInt8(ascii: ":"))
    let isPort = portColon.map { rest[($0 + 1)...].allSatisfy { (0x30...0x39).contains($0) } } ?? false
    let host = isPort ? rest[..<(portColon ?? rest.endIndex)] : rest
    let name = PercentEncoding.decoded(host)
    if name.contains(where: { $0 >= 0x80 }),
      let ascii = InternationalDomainName.ascii(of: String(decoding: name, as: UTF8.self), rules: .current)
    {
      encoded.append(contentsOf: ascii.utf8)
    } else {
      encode(Array(host), into: &encoded, keeping: URISyntax.isAuthority)
    }
    encoded.append(contentsOf: rest[host.endIndex...])
    return encoded
  }

  private static func encode(_ bytes: [UInt8], into encoded: inout [UInt8], keeping isKept: (UInt8) -> Bool) {
    for index in bytes.indices {
      let byte = bytes[index]
      if isKept(byte) || byte == UInt8(ascii: "%") && URISyntax.isEscape(bytes.span, at: index) {
        encoded.append(byte)
      } else {
        PercentEncoding.appendEscape(of: byte, to: &encoded)
      }
    }
  }
}
