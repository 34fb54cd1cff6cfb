/// One thing that is wrong, and where: in a WARC file, an index or a WACZ file.
public struct WARCFault: Sendable, Hashable, CustomStringConvertible {
  /// The kind of fault.
  public struct Code: Sendable, Hashable, RawRepresentable {
    /// The kind as a short name, stable over versions.
    public let rawValue: String

    /// Takes a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// The standard is broken, or content is damaged.
    case error
    /// Allowed, or usual, but likely to trouble a reader.
    case warning
  }

  /// The kind.
  public let code: Code
  /// How much it matters.
  public let severity: Severity
  /// The file, as the caller named it.
  public let file: String
  /// The record's or line's number in the file, from 1; nil where it concerns the file.
  public let record: Int?
  /// The record's identifier as written, where there is one.
  public let recordID: String?
  /// The byte in the file where the record, member or line begins.
  public let offset: Int
  /// What should be there.
  public let expected: String
  /// What is there.
  public let found: String

  /// One line for the user.
  public var description: String {
    let place = record.map { ": record \($0)" } ?? ""
    return "\(file)\(place) at byte \(offset): \(code.rawValue): expected \(expected), found \(found)"
  }
}

extension WARCFault.Code {
  static let emptyFile = Self("empty-file")
  static let gzipDamaged = Self("gzip-damaged")
  static let gzipCut = Self("gzip-cut")
  static let manyRecordsInMember = Self("many-records-in-member")
  static let notARecord = Self("not-a-record")
  static let version = Self("version")
  static let headerCut = Self("header-cut")
  static let headerSyntax = Self("header-syntax")
  static let lineEnd = Self("line-end")
  static let foldedLine = Self("folded-line")
  static let blockCut = Self("block-cut")
  static let recordEnd = Self("record-end")
  static let blockDigest = Self("block-digest")
  static let payloadDigest = Self("payload-digest")
  static let unknownDigest = Self("unknown-digest")
  static let httpMessage = Self("http-message")
  static let httpLength = Self("http-length")
  static let warcFields = Self("warc-fields")
  static let missingField = Self("missing-field")
  static let forbiddenField = Self("forbidden-field")
  static let repeatedField = Self("repeated-field")
  static let fieldValue = Self("field-value")
  static let extensionField = Self("extension-field")
  static let unknownType = Self("unknown-type")
  static let reducedDate = Self("reduced-date")
  static let firstRecord = Self("first-record")
  static let duplicateID = Self("duplicate-id")
  static let duplicateCapture = Self("duplicate-capture")
  static let unresolvedReference = Self("unresolved-reference")
  static let indexLine = Self("index-line")
  static let indexOrder = Self("index-order")
  static let indexKey = Self("index-key")
  static let indexRecord = Self("index-record")
  static let indexDiffers = Self("index-differs")
  static let indexMissing = Self("index-missing")
  static let indexBlock = Self("index-block")
  static let zipDamaged = Self("zip-damaged")
  static let zipEntry = Self("zip-entry")
  static let missingEntry = Self("missing-entry")
  static let foreignEntry = Self("foreign-entry")
  static let entryDiffers = Self("entry-differs")
  static let dataPackage = Self("data-package")
  static let page = Self("page")
}
