/// What a finished run says of itself.
public struct ConversionSummary: Sendable {
  /// Where the package or the outputs stand.
  public var destination: String
  /// The account of everything in the source.
  public var balance: Balance
  /// Where the ledger stands.
  public var ledger: String
  /// How many files were written, originals and tag files not counted.
  public var filesWritten: Int
  /// The bytes of input, unpacked.
  public var bytesRead: Int
  /// How many files of a mirror's own `wp-content/uploads` were taken for the site's media without being asked.
  public var mirroredUploads: Int
}
