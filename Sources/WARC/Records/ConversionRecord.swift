public import Bytes

/// A record's content in another format (WARC 1.1, section 6.8).
///
/// Replay tools take a conversion for the page itself where they index it: keep conversions in a file of their own
/// that is not indexed.
public struct ConversionRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .conversion }
  /// The identifier.
  public let id: RecordID
  /// When the content was converted.
  public let date: UTCTime
  /// The content in its new format.
  public let block: Block
  /// The target URI of the record that was converted.
  public let uri: TargetURI
  /// The record that was converted.
  public let original: RecordID?
  /// Why the block is incomplete.
  public var truncated: Truncation?

  /// The target URI of the record that was converted.
  public var targetURI: TargetURI? { uri }
  /// The payload is the block.
  public var payloadDigest: Digest? { block.digest }

  /// Makes a record of content converted from the record `original`.
  public init(
    uri: TargetURI, original: RecordID?, date: UTCTime, block: Block, identity: RecordIdentity
  ) {
    self.uri = uri
    self.original = original
    self.date = date
    self.block = block
    id = identity.id(of: .conversion, about: uri.text, block: block.digest)
  }

  /// Appends the original.
  public func appendFields(to header: inout HeaderText) {
    if let original { header.append(.refersTo, original) }
    if let truncated { header.append(.truncated, truncated.rawValue) }
  }
}
