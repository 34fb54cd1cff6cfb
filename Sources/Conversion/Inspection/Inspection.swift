public import Model

/// What is in the inputs and what is wrong with it; nothing was written to find out.
public struct Inspection: Sendable {
  /// One input or unpacked document.
  public struct Document: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What it is.
    public var kind: InputKind
    /// Its size in bytes, unpacked.
    public var size: Int
    /// Its SHA-256 in hexadecimal, unpacked.
    public var sha256: String
  }

  /// The inputs, unpacked.
  public var documents: [Document] = []
  /// The site as the headers describe it, parts joined.
  public var site = Site()
  /// How many items there are.
  public var itemCount = 0
  /// Items by post type, then by status.
  public var itemsByType: [String: [String: Int]] = [:]
  /// Items by year of their date; an empty year for items without one.
  public var itemsByYear: [String: Int] = [:]
  /// Items by creator.
  public var itemsByCreator: [String: Int] = [:]
  /// How many comments there are.
  public var commentCount = 0
  /// How many custom fields items have.
  public var metaCount = 0
  /// How many attachments name a file.
  public var mediaCount = 0
  /// Attachments by the extension of their file, in lower case.
  public var mediaByExtension: [String: Int] = [:]
  /// How many items are behind a password.
  public var protectedCount = 0
  /// Bytes of content.
  public var contentLength = 0
  /// The saved pages, in order.
  public var pages: [InspectedPage] = []
  /// How often each finding was made, with the first place it was made at.
  public var findings: [String: Found] = [:]

  /// How often one finding was made.
  public struct Found: Sendable, Hashable {
    /// The gravest severity it was made with.
    public var severity: Finding.Severity
    /// How many times.
    public var count: Int
    /// The first one's document and byte, where it has a place.
    public var firstPlace: String?
    /// The first one's words.
    public var example: String
  }

  /// Whether anything in the inputs is lost.
  public var hasLoss: Bool { findings.values.contains { $0.severity == .loss } }

  /// Begins with nothing seen.
  public init() {}

  mutating func note(_ found: [Finding], in document: String) {
    for finding in found {
      let code = finding.code.rawValue
      if var known = findings[code] {
        known.count += finding.count
        known.severity = max(known.severity, finding.severity)
        findings[code] = known
      } else {
        findings[code] = Found(
          severity: finding.severity, count: finding.count,
          firstPlace: finding.offset.map { "\(document), byte \($0)" }, example: finding.detail)
      }
    }
  }
}
