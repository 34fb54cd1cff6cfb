public import Bytes

/// A thing that is preserved: a file, or a representation made of many files (PREMIS 3.0, object entity).
public struct PremisObject: Sendable, Hashable {
  /// What the object is made of.
  public enum Category: Sendable, Hashable {
    /// One file, with its size in bytes, its digests and its format.
    case file(size: Int, digests: [Digest], format: PremisFormat)
    /// A set of files that together make the site readable, such as all Markdown files.
    case representation
  }

  /// The object's name; others refer to it by this.
  public var identifier: PremisIdentifier
  /// What it is made of.
  public var category: Category
  /// The name it had before it came here.
  public var originalName: String?
  /// The objects it was made from.
  public var sources: [PremisIdentifier] = []
  /// The events that made or checked it.
  public var events: [PremisIdentifier] = []

  /// Makes an object of which nothing further is known.
  public init(identifier: PremisIdentifier, category: Category, originalName: String? = nil) {
    self.identifier = identifier
    self.category = category
    self.originalName = originalName
  }
}

/// The format of a file, and how one came to think so.
public struct PremisFormat: Sendable, Hashable {
  /// The format's name, such as `Extensible Markup Language`.
  public var name: String
  /// The format's version.
  public var version: String?
  /// The key in the PRONOM registry, such as `fmt/101`.
  public var pronomKey: String?
  /// What the statement rests on: a signature, the extension, the writer itself.
  public var note: String

  /// Makes a format.
  public init(name: String, version: String? = nil, pronomKey: String? = nil, note: String) {
    self.name = name
    self.version = version
    self.pronomKey = pronomKey
    self.note = note
  }

  /// A WordPress export: PRONOM has no key of its own for it, only XML's.
  public static func wordPressExport(version: String?) -> PremisFormat {
    PremisFormat(
      name: "WordPress eXtended RSS (WXR)", version: version, pronomKey: "fmt/101",
      note: "identified by its content; PRONOM registers no format for WXR, the key is that of XML 1.0")
  }
}
