/// The eight kinds of record (WARC 1.1, section 6).
public enum RecordType: String, Sendable, Hashable, CaseIterable {
  /// Describes the records that follow it.
  case warcinfo
  /// A complete answer of a server, with its protocol's header.
  case response
  /// A thing as it is, without any protocol's header.
  case resource
  /// What was sent to a server.
  case request
  /// Says something about another record.
  case metadata
  /// A capture whose content was archived before.
  case revisit
  /// A record's content in another format.
  case conversion
  /// A further segment of a record that was cut over several files.
  case continuation
}
