internal import Bytes

/// An HTTP/1.1 answer to be written into a response record.
public struct HTTPResponse: Sendable {
  /// A header field that cannot break its line.
  public struct Field: Sendable, Hashable {
    /// The name, a token.
    public let name: String
    /// The value, in one line.
    public let value: String

    /// Takes a field; nil where the name is no token or the value holds a control character.
    public init?(_ name: String, _ value: String) {
      guard FieldSyntax.isToken(name), FieldSyntax.isOneLine(value) else { return nil }
      self.name = name
      self.value = value
    }
  }

  /// The status code, 100 to 999.
  public let status: Int
  /// The body's media type.
  public let contentType: MediaType?
  /// The body.
  public let body: [UInt8]
  /// The whole message.
  public let bytes: [UInt8]

  /// Makes an answer; nil where `status` does not have three digits or a field is one that is written here anyway:
  /// Content-Type, Content-Length, Transfer-Encoding, Content-Encoding.
  public init?(
    status: Int, reason: String, contentType: MediaType?, fields: [Field] = [], body: [UInt8]
  ) {
    let reserved = ["content-type", "content-length", "transfer-encoding", "content-encoding"]
    guard (100...999).contains(status), FieldSyntax.isOneLine(reason),
      !fields.contains(where: { reserved.contains($0.name.lowercased()) })
    else { return nil }
    self.init(status, reason, contentType, fields.map { ($0.name, $0.value) }, body)
  }

  private init(
    _ status: Int, _ reason: String, _ contentType: MediaType?, _ fields: [(String, String)], _ body: [UInt8]
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    var message: [UInt8] = []
    message.reserveCapacity(256 + body.count)
    func write(_ name: String, _ mark: String, _ value: String) {
      message.appendLine(name.utf8.span, mark.utf8.span, value.utf8.span, "\r\n".utf8.span)
    }
    write("HTTP/1.1 \(status)", " ", reason)
    for (name, value) in fields { write(name, ": ", value) }
    if let contentType { write("Content-Type", ": ", contentType.description) }
    write("Content-Length", ": ", String(body.count))
    message.append(copying: "\r\n".utf8.span)
    message.append(contentsOf: body)
    bytes = message
  }

  /// The answer that gives `body`: 200 OK with nothing invented, neither date nor server.
  public static func ok(_ body: [UInt8], contentType: MediaType) -> HTTPResponse {
    HTTPResponse(200, "OK", contentType, [], body)
  }

  /// The answer that sends on to `location` for good: 301, with a type, which indexes ask for, and no body.
  public static func movedPermanently(to location: TargetURI) -> HTTPResponse {
    HTTPResponse(301, "Moved Permanently", .html, [("Location", location.text)], [])
  }

  /// What stands before a body that is too large for memory.
  public struct Head: Sendable {
    /// The status code.
    public let status: Int
    /// The body's media type.
    public let contentType: MediaType
    /// The message up to the body.
    public let bytes: [UInt8]

    /// The beginning of the answer that gives `length` bytes: 200 OK with nothing invented.
    public static func ok(length: Int, contentType: MediaType) -> Head {
      let lines = ["HTTP/1.1 200 OK", "Content-Type: \(contentType)", "Content-Length: \(length)", "", ""]
      return Head(status: 200, contentType: contentType, bytes: Array(lines.joined(separator: "\r\n").utf8))
    }
  }
}
