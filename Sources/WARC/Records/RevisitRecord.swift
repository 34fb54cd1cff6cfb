public import Bytes

/// A capture whose content was archived before (WARC 1.1, section 6.7).
public struct RevisitRecord: WARCRecord {
  /// The record that holds the content.
  ///
  /// Tools look for it by URI and date, the standard by identifier, so all three are kept where they are known.
  public struct Original: Sendable, Hashable {
    /// Its identifier; nil where a file shall name no record of another file.
    public let id: RecordID?
    /// Its target URI.
    public let uri: TargetURI
    /// Its date.
    public let date: UTCTime
    /// The digest of its payload.
    public let payloadDigest: Digest

    /// Names a record by what identifies it.
    public init(id: RecordID?, uri: TargetURI, date: UTCTime, payloadDigest: Digest) {
      self.id = id
      self.uri = uri
      self.date = date
      self.payloadDigest = payloadDigest
    }

    /// Names a resource.
    public init(_ record: ResourceRecord) {
      self.init(id: record.id, uri: record.uri, date: record.date, payloadDigest: record.block.digest)
    }
  }

  /// How it was known that the content is the same.
  public enum Profile: String, Sendable, Hashable, CaseIterable {
    /// The payloads' digests are equal (section 6.7.2).
    case identicalPayloadDigest = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    /// The server said so (section 6.7.3).
    case serverNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
  }

  /// The kind.
  public var type: RecordType { .revisit }
  /// The identifier.
  public let id: RecordID
  /// When the capture began.
  public let date: UTCTime
  /// Nothing, or the header of the HTTP answer.
  public let block: Block
  /// What was asked for.
  public let uri: TargetURI
  /// The record that holds the content.
  public let original: Original
  /// How it was known that the content is the same.
  public let profile: Profile

  /// What was asked for.
  public var targetURI: TargetURI? { uri }
  /// The digest of the original's payload.
  public var payloadDigest: Digest? { original.payloadDigest }
  /// Found by its URI, as a revisit.
  public var indexing: Indexing? { Indexing(mediaType: "warc/revisit", status: nil) }

  /// Makes a record that says: at `uri`, on `date`, the content was that of `original`.
  public init(
    uri: TargetURI, date: UTCTime, original: Original, profile: Profile = .identicalPayloadDigest,
    digest: DigestAlgorithm = .sha256, identity: RecordIdentity
  ) {
    self.uri = uri
    self.date = date
    self.original = original
    self.profile = profile
    block = .empty(digest: digest)
    id = identity.id(of: .revisit, about: uri.text, block: original.payloadDigest)
  }

  /// Appends the profile and what names the original.
  public func appendFields(to header: inout HeaderText) {
    header.append(.profile, profile.rawValue)
    if let id = original.id { header.append(.refersTo, id) }
    header.append(.refersToTargetURI, original.uri.text)
    header.append(.refersToDate, original.date.description)
  }
}
