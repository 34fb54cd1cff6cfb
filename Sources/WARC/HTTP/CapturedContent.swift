internal import Bytes

/// What a server sent, or what was found in a file, without the codings it was sent in: the bytes that a browser
/// would show.
public struct CapturedContent: Sendable, Hashable {
  /// The status of the HTTP answer; nil for a resource.
  public let status: Int?
  /// The header fields of the HTTP answer; none for a resource.
  public let fields: [HeaderField]
  /// The media type as told, parameters and all.
  public let contentType: String?
  /// The content.
  public let body: [UInt8]

  /// Takes the content out of a response or resource record.
  ///
  /// - Throws: ``CapturedContentError`` for other records, for what is no HTTP message, and for codings that are
  ///   broken or not known here.
  public init(_ head: RecordHead, block: [UInt8]) throws(CapturedContentError) {
    switch head.type {
    case .resource, .conversion:
      status = nil
      fields = []
      contentType = head[.contentType]
      body = block
    case .response where head.essence == "application/http":
      guard let end = HeadParser.end(of: block.span, from: 0),
        let http = HTTPHead(block.span.extracting(0..<end.header)), http.status != nil
      else { throw .isNoHTTPMessage }
      status = http.status
      fields = http.fields
      contentType = http["content-type"]
      body = try Self.decoded(Array(block[end.block...]), http)
    default: throw .hasNoContent
    }
  }

  private static func decoded(_ body: [UInt8], _ http: HTTPHead) throws(CapturedContentError) -> [UInt8] {
    var body = body
    if http.isChunked { body = dechunked(body) }
    let codings = (http["content-encoding"] ?? "").lowercased().split(separator: ",").map {
      String($0).trimmed
    }
    for coding in codings.reversed() {
      switch coding {
      case "", "identity": break
      case "gzip", "x-gzip": body = try inflated(body, [.gzip], coding)
      case "deflate": body = try inflated(body, [.zlib, .raw], coding)
      default: throw .unknownCoding(coding)
      }
    }
    return body
  }

  /// The body without chunked coding; as it is where it turns out to have none, as some tools store it.
  private static func dechunked(_ body: [UInt8]) -> [UInt8] {
    var decoder = ChunkedDecoder()
    var decoded: [UInt8] = []
    decoder.decode(body.span) { decoded.append(contentsOf: body[$0]) }
    return decoder.isBroken ? body : decoded
  }

  /// The body without compression: of the formats the first that fits.
  private static func inflated(
    _ body: [UInt8], _ formats: [Inflater.Format], _ coding: String
  ) throws(CapturedContentError) -> [UInt8] {
    var reason = "the content ends too early"
    for format in formats {
      var inflater = Inflater(format)
      var content: [UInt8] = []
      var position = 0
      do {
        while true {
          let progress = try inflater.inflate(
            body.span, from: position, appendingTo: &content, limit: 1 << 18)
          position += progress.consumed
          if progress.isAtEnd { return content }
          if position == body.count, progress.consumed == 0 { break }
        }
      } catch {
        reason = error.reason
      }
    }
    throw .brokenCoding(coding, reason: reason)
  }
}

/// Why a record's content cannot be had.
public enum CapturedContentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A record of that kind holds no content.
  case hasNoContent
  /// The block does not begin as an HTTP answer.
  case isNoHTTPMessage
  /// The content is in a coding that is not known here, such as `br`.
  case unknownCoding(String)
  /// The content is damaged.
  case brokenCoding(String, reason: String)

  /// One clause for the user.
  public var description: String {
    switch self {
    case .hasNoContent: "a record of this kind holds no content"
    case .isNoHTTPMessage: "the block is no HTTP answer"
    case .unknownCoding(let coding): "the content is compressed with \(coding), which cannot be undone here"
    case .brokenCoding(let coding, let reason):
      "the content's compression with \(coding) is damaged: \(reason)"
    }
  }
}
