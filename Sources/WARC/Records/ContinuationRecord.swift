public import Bytes

/// A further segment of a record that was cut over several files (WARC 1.1, sections 6.9 and 7).
///
/// Many tools drop continuations: rather let a file grow beyond its limit than cut a record.
public struct ContinuationRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .continuation }
  /// The identifier.
  public let id: RecordID
  /// The date of the first segment.
  public let date: UTCTime
  /// The segment's bytes; their type stands in the first segment.
  public let block: Block
  /// The target URI of the first segment.
  public let uri: TargetURI
  /// The first segment's identifier.
  public let origin: RecordID
  /// The segment's place in the series: 2 or more.
  public let segmentNumber: Int
  /// The length of all segments together; in the last segment only.
  public let totalLength: Int?

  /// The target URI of the first segment.
  public var targetURI: TargetURI? { uri }
  /// The payload's digest stands in the first segment.
  public var payloadDigest: Digest? { nil }

  /// Makes a further segment; nil where `segmentNumber` is less than 2 or `totalLength` less than the block's.
  public init?(
    uri: TargetURI, origin: RecordID, segmentNumber: Int, totalLength: Int?, date: UTCTime, block: Block,
    identity: RecordIdentity
  ) {
    guard segmentNumber >= 2, (totalLength ?? block.length) >= block.length else { return nil }
    self.uri = uri
    self.origin = origin
    self.segmentNumber = segmentNumber
    self.totalLength = totalLength
    self.date = date
    self.block = block
    id = identity.id(of: .continuation, about: "\(uri.text) \(segmentNumber)", block: block.digest)
  }

  /// Appends the segment's place.
  public func appendFields(to header: inout HeaderText) {
    header.append(.segmentNumber, String(segmentNumber))
    header.append(.segmentOriginID, origin)
    if let totalLength { header.append(.segmentTotalLength, String(totalLength)) }
  }
}
