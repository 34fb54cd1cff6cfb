/// A media type as headers carry it: `type/subtype` and parameters (RFC 9110, section 8.3.1).
public struct MediaType: Sendable, Hashable, CustomStringConvertible {
  /// The text, such as `text/html; charset=utf-8`.
  public let description: String

  /// Takes a header's value; nil where it is no media type.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    let essence = text.utf8.prefix { $0 != UInt8(ascii: ";") }
    let parts = essence.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
      Substring.init)
    guard parts.count == 2, FieldSyntax.isToken(parts[0]), FieldSyntax.isToken(String(parts[1]).trimmed)
    else { return nil }
    description = text
  }

  private init(known: String) { description = known }

  /// The type and subtype in lower case, without parameters.
  public var essence: String {
    let name = description.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    return String(Substring(name)).lowercased()
  }

  /// `application/warc-fields`: named fields, one a line.
  public static let warcFields = MediaType(known: "application/warc-fields")
  /// `application/http; msgtype=response`: a server's answer with its header.
  public static let httpResponse = MediaType(known: "application/http; msgtype=response")
  /// `application/http; msgtype=request`: what was sent to a server.
  public static let httpRequest = MediaType(known: "application/http; msgtype=request")
  /// `text/html`, the page itself says its encoding.
  public static let html = MediaType(known: "text/html")
  /// `text/plain; charset=utf-8`.
  public static let plainText = MediaType(known: "text/plain; charset=utf-8")
  /// `text/markdown; charset=utf-8`.
  public static let markdown = MediaType(known: "text/markdown; charset=utf-8")
  /// `application/json`.
  public static let json = MediaType(known: "application/json")
  /// `application/xml`.
  public static let xml = MediaType(known: "application/xml")
  /// `application/octet-stream`: nothing is known about it.
  public static let octets = MediaType(known: "application/octet-stream")
}
