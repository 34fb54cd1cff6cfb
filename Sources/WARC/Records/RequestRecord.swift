public import Bytes

/// What was sent to a server, with its protocol's header (WARC 1.1, section 6.5).
public struct RequestRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .request }
  /// The identifier.
  public let id: RecordID
  /// When the capture began.
  public let date: UTCTime
  /// The request's bytes.
  public let block: Block
  /// What was asked for.
  public let uri: TargetURI
  /// How it was captured; ``CaptureFields/concurrentTo`` names the response.
  public var capture = CaptureFields()

  /// What was asked for.
  public var targetURI: TargetURI? { uri }
  /// The body of a request is seldom worth a digest of its own.
  public var payloadDigest: Digest? { nil }

  /// Makes a record of an HTTP request, header and body.
  public init(
    uri: TargetURI, date: UTCTime, message: [UInt8], digest: DigestAlgorithm = .sha256,
    identity: RecordIdentity
  ) {
    self.uri = uri
    self.date = date
    block = Block(message, contentType: .httpRequest, digest: digest)
    id = identity.id(of: .request, about: uri.text, block: block.digest)
  }

  /// Appends how it was captured.
  public func appendFields(to header: inout HeaderText) { capture.append(to: &header) }
}
