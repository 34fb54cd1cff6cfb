public import Bytes

/// A record that can be written: one of the eight kinds, each a type of its own that can only hold what the
/// standard allows in it (WARC 1.1, clauses 5 and 6).
public protocol WARCRecord: Sendable {
  /// The kind.
  var type: RecordType { get }
  /// The identifier.
  var id: RecordID { get }
  /// When the capture began: a full second, which every tool reads.
  var date: UTCTime { get }
  /// The content.
  var block: Block { get }
  /// What the record is about; nil where the kind has none.
  var targetURI: TargetURI? { get }
  /// The digest of the payload; nil where the kind or the block has none.
  var payloadDigest: Digest? { get }
  /// What an index says of the record; nil for what is not to be found by its URI.
  var indexing: Indexing? { get }
  /// Appends the fields that this kind alone has.
  func appendFields(to header: inout HeaderText)
  /// The header's bytes, up to and with the empty line that ends it (WARC 1.1, section 4).
  ///
  /// `warcinfoID` is the identifier of the warcinfo record of the file that the record goes into; a warcinfo record
  /// itself does not name one.
  func header(warcinfoID: RecordID?) -> [UInt8]
}

extension WARCRecord {
  /// Most kinds are not indexed.
  public var indexing: Indexing? { nil }

  /// The header in the order that all records share.
  public func header(warcinfoID: RecordID?) -> [UInt8] {
    var header = HeaderText()
    header.append(.type, type.rawValue)
    header.append(.recordID, id)
    header.append(.date, date.description)
    if type != .warcinfo, let warcinfoID { header.append(.warcinfoID, warcinfoID) }
    if let targetURI { header.append(.targetURI, targetURI.text) }
    appendFields(to: &header)
    header.append(.blockDigest, block.digest)
    if let payloadDigest { header.append(.payloadDigest, payloadDigest) }
    if let contentType = block.contentType { header.append(.contentType, contentType.description) }
    header.append(.contentLength, String(block.length))
    return header.finished()
  }
}

/// Collects a header's lines.
public struct HeaderText: Sendable {
  private var bytes: [UInt8]

  init() {
    bytes = []
    bytes.reserveCapacity(1024)
    write("WARC/1.1\r\n")
  }

  /// Appends the line of a field.
  mutating func append(_ field: StandardField, _ value: String) { append(field.rawValue, value) }

  mutating func append(_ name: String, _ value: String) {
    bytes.appendLine(name.utf8.span, ": ".utf8.span, value.utf8.span, "\r\n".utf8.span)
  }

  /// Appends the line of a field that names a record.
  mutating func append(_ field: StandardField, _ id: RecordID) {
    bytes.appendLine(field.rawValue.utf8.span, ": <".utf8.span, id.uri.utf8.span, ">\r\n".utf8.span)
  }

  /// Appends the line of a field that holds a digest.
  mutating func append(_ field: StandardField, _ digest: Digest) {
    write(field.rawValue)
    write(": ")
    DigestLabel.append(digest, to: &bytes)
    write("\r\n")
  }

  private mutating func write(_ text: String) { bytes.append(copying: text.utf8.span) }

  consuming func finished() -> [UInt8] {
    write("\r\n")
    return bytes
  }
}

/// What an index line says of a record beside its URI, date and digest.
public struct Indexing: Sendable, Hashable {
  /// The payload's media type without parameters; `warc/revisit` for a revisit.
  public let mediaType: String
  /// The status of the HTTP answer, where there is one.
  public let status: Int?
}
