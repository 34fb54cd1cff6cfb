public import Bytes

/// A date as the source wrote it, and what could be read of it.
///
/// WordPress keeps a local and a GMT date as two facts; neither is derived from the other while both are there.
public struct SourceDate: Sendable, Hashable {
  /// The text as it stood in the source, such as `2016-05-24 10:15:00` or `0000-00-00 00:00:00`.
  public var raw: String
  /// The civil fields read as if they were UTC; nil for zero dates and text that is no date.
  public var civil: UTCTime?

  /// Makes a date of the source's text, reading `YYYY-MM-DD hh:mm:ss`.
  public init(_ raw: String) {
    self.raw = raw
    self.civil = UTCTime(raw)
  }

  /// Makes a date whose reading is known already.
  public init(raw: String, civil: UTCTime?) {
    self.raw = raw
    self.civil = civil
  }
}
