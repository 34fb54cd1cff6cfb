public import Bytes

/// A complete answer of a server, with its protocol's header (WARC 1.1, section 6.3).
public struct ResponseRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .response }
  /// The identifier.
  public let id: RecordID
  /// When the capture began.
  public let date: UTCTime
  /// The answer's bytes.
  public let block: Block
  /// What was asked for.
  public let uri: TargetURI
  /// The digest of the answer's body.
  public let payloadDigest: Digest?
  /// What an index says of the answer.
  public let indexing: Indexing?
  /// How it was captured.
  public var capture = CaptureFields()

  /// What was asked for.
  public var targetURI: TargetURI? { uri }

  /// Makes a record of an HTTP answer.
  public init(
    uri: TargetURI, date: UTCTime, response: HTTPResponse, digest: DigestAlgorithm = .sha256,
    identity: RecordIdentity
  ) {
    self.uri = uri
    self.date = date
    block = Block(response.bytes, contentType: .httpResponse, digest: digest)
    payloadDigest = digest.digest(of: response.body.span)
    indexing = Indexing(
      mediaType: response.contentType?.essence ?? "application/octet-stream", status: response.status)
    id = identity.id(of: .response, about: uri.text, block: block.digest)
  }

  /// Makes a record of an HTTP answer too large for memory: `head` with `length` bytes of body behind it, which the
  /// writer is given when the record is written.
  ///
  /// `digest` is that of head and body together, `payloadDigest` that of the body alone.
  public init(
    uri: TargetURI, date: UTCTime, head: HTTPResponse.Head, length: Int, digest: Digest,
    payloadDigest: Digest, identity: RecordIdentity
  ) {
    self.uri = uri
    self.date = date
    block = Block(length: head.bytes.count + length, digest: digest, contentType: .httpResponse)
    self.payloadDigest = payloadDigest
    indexing = Indexing(mediaType: head.contentType.essence, status: head.status)
    id = identity.id(of: .response, about: uri.text, block: block.digest)
  }

  /// Makes a record of another protocol's answer, such as `text/dns`, which has no payload of its own.
  public init(uri: TargetURI, date: UTCTime, block: Block, identity: RecordIdentity) {
    self.uri = uri
    self.date = date
    self.block = block
    payloadDigest = nil
    indexing = block.contentType.map { Indexing(mediaType: $0.essence, status: nil) }
    id = identity.id(of: .response, about: uri.text, block: block.digest)
  }

  /// Appends how it was captured.
  public func appendFields(to header: inout HeaderText) { capture.append(to: &header) }
}
