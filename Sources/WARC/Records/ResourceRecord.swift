public import Bytes

/// A thing as it is, without any protocol's header: a file, a page's bytes (WARC 1.1, section 6.4).
public struct ResourceRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .resource }
  /// The identifier.
  public let id: RecordID
  /// When the thing was captured.
  public let date: UTCTime
  /// The thing's bytes.
  public let block: Block
  /// Where the thing was found.
  public let uri: TargetURI
  /// How it was captured.
  public var capture = CaptureFields()

  /// Where the thing was found.
  public var targetURI: TargetURI? { uri }
  /// The payload is the block.
  public var payloadDigest: Digest? { block.digest }
  /// Found by its URI.
  public var indexing: Indexing? {
    Indexing(mediaType: block.contentType?.essence ?? "application/octet-stream", status: nil)
  }

  /// Makes a record of a thing found at `uri`.
  public init(uri: TargetURI, date: UTCTime, block: Block, identity: RecordIdentity) {
    self.uri = uri
    self.date = date
    self.block = block
    id = identity.id(of: .resource, about: uri.text, block: block.digest)
  }

  /// Appends how it was captured.
  public func appendFields(to header: inout HeaderText) { capture.append(to: &header) }
}
