/// One thing that is wrong with a bag, or doubtful.
public struct BagFault: Sendable, Hashable {
  /// How much it weighs.
  public enum Severity: String, Sendable {
    /// The bag is not valid.
    case fault
    /// The bag is valid, but other tools or systems may stumble.
    case warning
  }

  /// What is wrong, or doubtful.
  public let kind: Kind
  /// Whether it makes the bag invalid; for some kinds that depends on the version of BagIt.
  public let severity: Severity
  /// The file that is wrong, by its path from the bag: the manifest where a line is wrong, else the file listed.
  public let path: String
  /// Where in the file the wrong line begins, in bytes; nil where the whole file is meant.
  public let offset: Int?
  /// What should be there.
  public let expected: String?
  /// What is there.
  public let found: String?
  /// The file that was read when the fault showed, where that is another than the one that is wrong.
  public let read: String?

  /// Makes a fault, or with `.warning` a doubt.
  init(
    _ kind: Kind, _ severity: Severity = .fault, path: String, offset: Int? = nil, expected: String? = nil,
    found: String? = nil, read: String? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.path = path
    self.offset = offset
    self.expected = expected
    self.found = found
    self.read = read
  }
}

extension BagFault {
  /// What can be wrong with a bag (RFC 8493); the raw values are stable and for programs.
  public enum Kind: String, Sendable, CaseIterable {
    // The bag itself.
    case noDeclaration = "no-declaration"
    case malformedDeclaration = "malformed-declaration"
    case unknownVersion = "unknown-version"
    case unknownEncoding = "unknown-encoding"
    case noPayloadFolder = "no-payload-folder"
    case noPayloadManifest = "no-payload-manifest"
    case noTagManifest = "no-tag-manifest"
    case unknownAlgorithm = "unknown-algorithm"
    case weakAlgorithm = "weak-algorithm"
    case rareAlgorithm = "rare-algorithm"
    // Tag files.
    case byteOrderMark = "byte-order-mark"
    case notInEncoding = "not-in-encoding"
    case malformedLine = "malformed-line"
    case noFinalLineEnd = "no-final-line-end"
    case blankLine = "blank-line"
    case digestInUpperCase = "digest-in-upper-case"
    case starBeforePath = "star-before-path"
    case dotSlashBeforePath = "dot-slash-before-path"
    case percentNotEncoded = "percent-not-encoded"
    case unsafePath = "unsafe-path"
    case listedTwice = "listed-twice"
    case listedInWrongManifest = "listed-in-wrong-manifest"
    case notInEveryManifest = "not-in-every-manifest"
    case tagFileNotListed = "tag-file-not-listed"
    case wrongListedDigest = "wrong-listed-digest"
    case malformedOxum = "malformed-oxum"
    case wrongOxum = "wrong-oxum"
    case repeatedOxum = "repeated-oxum"
    case notFetched = "not-fetched"
    case fetchNotListed = "fetch-not-listed"
    // Files and folders.
    case missing = "missing"
    case notListed = "not-listed"
    case changed = "changed"
    case unreadable = "unreadable"
    case link = "link"
    case notAFile = "not-a-file"
    case nameNotUTF8 = "name-not-utf-8"
    case emptyFolder = "empty-folder"
    case otherNormalization = "other-normalization"
    case otherCaseOnly = "other-case-only"
    case nameNotPortable = "name-not-portable"

    /// Whether it came out by reading a file's content; all others show without.
    public var isFixity: Bool { self == .changed || self == .wrongListedDigest || self == .unreadable }
  }
}
