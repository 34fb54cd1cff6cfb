public import Bytes

/// Says something about another record (WARC 1.1, section 6.6).
public struct MetadataRecord: WARCRecord {
  /// What is described.
  public enum Subject: Sendable, Hashable {
    /// A record, described later than it was captured.
    case record(RecordID)
    /// Records, described while they were captured.
    case capture([RecordID])
    /// None in particular.
    case nothing
  }

  /// The kind.
  public var type: RecordType { .metadata }
  /// The identifier.
  public let id: RecordID
  /// When it was said.
  public let date: UTCTime
  /// What is said.
  public let block: Block
  /// The URI that it is said of; tools that index metadata may take the record for that URI's content unless it
  /// holds fields.
  public let targetURI: TargetURI?
  /// What is described.
  public let subject: Subject
  /// A metadata record has no payload.
  public var payloadDigest: Digest? { nil }

  /// Makes a record of named fields, the form that no tool mistakes for content.
  public init(
    about subject: Subject, uri: TargetURI?, date: UTCTime, fields: WARCFields,
    digest: DigestAlgorithm = .sha256, identity: RecordIdentity
  ) {
    self.init(
      about: subject, uri: uri, date: date, block: fields.block(digest: digest), identity: identity)
  }

  /// Makes a record of any block.
  public init(
    about subject: Subject, uri: TargetURI?, date: UTCTime, block: Block, identity: RecordIdentity
  ) {
    self.subject = subject
    targetURI = uri
    self.date = date
    self.block = block
    id = identity.id(of: .metadata, about: uri?.text ?? "", block: block.digest)
  }

  /// Appends what is described.
  public func appendFields(to header: inout HeaderText) {
    switch subject {
    case .record(let id): header.append(.refersTo, id)
    case .capture(let ids): for id in ids { header.append(.concurrentTo, id) }
    case .nothing: break
    }
  }
}
