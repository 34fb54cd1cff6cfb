internal import Bytes

/// The answer of a server as a record holds it, taken apart: its status, its type, and its body as the page's reader gets it.
public struct HTTPPayload: Sendable {
  /// The status code; nil in a request.
  public let status: Int?
  /// The media type the server gave.
  public let contentType: String?
  /// The body, without chunked coding and compression; as it stands where a coding is unknown or damaged.
  public let body: [UInt8]

  /// Takes the block of a response apart; nil where it is no HTTP/1 message.
  ///
  /// - Parameters:
  ///   - block: the record's block.
  ///   - limit: how many bytes an unpacked body may have.
  public init?(_ block: [UInt8], limit: Int) {
    guard let end = HeadParser.end(of: block.span, from: 0),
      let head = HTTPHead(block.span.extracting(0..<end.header))
    else { return nil }
    status = head.status
    contentType = head["content-type"]
    var body = Array(block[end.block...])
    if head.isChunked {
      var decoder = ChunkedDecoder()
      var plain: [UInt8] = []
      decoder.decode(body.span) { plain.append(contentsOf: body[$0]) }
      if !decoder.isBroken { body = plain }
    }
    if head["content-encoding"]?.lowercased().contains("gzip") == true {
      var inflated: [UInt8] = []
      var decompressor = GzipDecompressor()
      if case .member = decompressor.decompressMember(in: body.span, appendingTo: &inflated, limit: limit) {
        body = inflated
      }
    }
    self.body = body
  }
}
