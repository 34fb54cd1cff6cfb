internal import Bytes

/// The body of an `application/warc-fields` block: named fields in order, one a line (WARC 1.1, annex B.1).
///
/// ```swift
/// var fields = WARCFields()
/// fields.append(.title, "Sommerfest am Brunnen")
/// fields.append(.creator, "Redaktion")
/// ```
public struct WARCFields: Sendable, Hashable {
  /// A field's name: a token.
  public struct Name: Sendable, Hashable {
    /// The name as written.
    public let text: String

    /// Takes a name; nil where it is no token.
    public init?(_ text: String) {
      guard FieldSyntax.isToken(text) else { return nil }
      self.text = text
    }

    private init(known: String) { text = known }

    /// The program that wrote the file.
    public static let software = Name(known: "software")
    /// The file's format.
    public static let format = Name(known: "format")
    /// The specification that the file follows.
    public static let conformsTo = Name(known: "conformsTo")
    /// The collection that the file belongs to.
    public static let isPartOf = Name(known: "isPartOf")
    /// What the thing is, in words.
    public static let description = Name(known: "description")
    /// Who ran the program.
    public static let `operator` = Name(known: "operator")
    /// The name given to the thing.
    public static let title = Name(known: "title")
    /// Who made it.
    public static let creator = Name(known: "creator")
    /// Who made it available.
    public static let publisher = Name(known: "publisher")
    /// When it was made or published.
    public static let date = Name(known: "date")
    /// When it was last changed.
    public static let modified = Name(known: "modified")
    /// What it is about.
    public static let subject = Name(known: "subject")
    /// What identifies it elsewhere.
    public static let identifier = Name(known: "identifier")
    /// What it was made from.
    public static let source = Name(known: "source")
    /// The language it is in.
    public static let language = Name(known: "language")
    /// What may be done with it.
    public static let license = Name(known: "license")
    /// Who holds the rights.
    public static let rights = Name(known: "rights")
    /// Its kind.
    public static let type = Name(known: "type")
    /// How it came to be as it is.
    public static let provenance = Name(known: "provenance")
    /// The thing that this is a version of.
    public static let isVersionOf = Name(known: "isVersionOf")
    /// Something related.
    public static let relation = Name(known: "relation")
  }

  /// The fields' bytes: each `name: value` ended by CR LF.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty body.
  public init() {}

  /// Appends a field; line breaks within the value become blanks, for folded lines are deprecated.
  public mutating func append(_ name: Name, _ value: String) {
    if bytes.isEmpty { bytes.reserveCapacity(1024) }
    let line = FieldSyntax.inOneLine(value)
    bytes.appendLine(name.text.utf8.span, ": ".utf8.span, line.utf8.span, "\r\n".utf8.span)
  }

  /// The block that holds these fields.
  public func block(digest algorithm: DigestAlgorithm = .sha256) -> Block {
    Block(bytes, contentType: .warcFields, digest: algorithm)
  }
}
