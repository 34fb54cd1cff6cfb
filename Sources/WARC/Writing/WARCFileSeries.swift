public import Bytes

/// How records are compressed: each into a gzip member of its own, or not at all (WARC 1.1, annex D).
public enum WARCCompression: Sendable, Hashable {
  /// One gzip member a record, at a level of 0 to 12.
  case gzip(level: Int)
  /// Records as they are.
  case none

  /// The end of a file's name.
  var suffix: String {
    switch self {
    case .gzip: ".warc.gz"
    case .none: ".warc"
    }
  }
}

/// The files of one archive: their names, what their warcinfo records say, and when one is full.
///
/// A name is `PREFIX-TIMESTAMP-SERIAL.warc.gz`, or `PREFIX-TIMESTAMP-SERIAL-LABEL.warc.gz` (annex C).
public struct WARCFileSeries: Sendable {
  /// What the names begin with.
  public let prefix: String
  /// The time in the names and in the warcinfo records.
  public let date: UTCTime
  /// What tells series with the same prefix apart, such as `derived`.
  public let label: String?
  /// How records are compressed.
  public let compression: WARCCompression
  /// The codes of the kind of records that will be written, for gzip's level 1; whoever encodes records for the series must use
  /// the same.
  public let codes: GzipCodes?
  /// What the warcinfo records say.
  public let fields: WARCFields
  /// The digest of the warcinfo records.
  public let digest: DigestAlgorithm
  /// The digest of what the archive is made of; identifiers derive from it.
  public let source: Digest
  /// A file takes no further record that would make it longer, in bytes.
  public let limit: Int

  /// Describes a series; nil where `prefix` or `label` hold anything but letters, digits and `-._`.
  ///
  /// Level 1 makes pages some 4 % larger than zlib's level 9 does, in a quarter of its time; level 4 makes them as small, in a
  /// third (`scripts/bench warc`).
  public init?(
    prefix: String, date: UTCTime, label: String? = nil, fields: WARCFields, source: Digest,
    digest: DigestAlgorithm = .sha256, compression: WARCCompression = .gzip(level: 1),
    codes: GzipCodes? = nil, limit: Int = 1_000_000_000
  ) {
    let parts = [prefix] + (label.map { [$0] } ?? [])
    guard parts.allSatisfy({ WARCFilename($0) != nil }) else { return nil }
    self.prefix = prefix
    self.date = date
    self.label = label
    self.fields = fields
    self.source = source
    self.digest = digest
    self.compression = compression
    self.codes = codes
    self.limit = limit
  }

  /// The warcinfo record of the file with the given serial number, from 0.
  public func warcinfo(serial: Int) -> WarcinfoRecord {
    WarcinfoRecord(
      filename: filename(serial: serial), date: date, fields: fields, digest: digest,
      identity: .derived(source: source, ordinal: serial))
  }

  /// The name of the file with the given serial number, from 0.
  public func filename(serial: Int) -> WARCFilename {
    let digits = String(serial)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    let stem = [prefix, date.timestamp14, padded] + (label.map { [$0] } ?? [])
    return WARCFilename(checked: stem.joined(separator: "-") + compression.suffix)
  }
}
