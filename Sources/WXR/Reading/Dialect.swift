public import Bytes
public import XML

/// What an export's header tells about how its items are to be read.
public struct Dialect: Sendable, Hashable {
  /// `wp:wxr_version`, as written; nil where the export names none.
  public var wxrVersion: String?
  /// The version of WordPress that wrote the export, such as `6.1.9`; nil where it does not say.
  public var wordPressVersion: String?
  /// The namespace declarations of `<rss>`.
  public var namespaces: [NamespaceDeclaration]
  /// The encoding that the XML declaration names, as written; nil where it names none.
  public var declaredEncoding: String?
  /// How the items' bytes are read: UTF-8, or the declared encoding where it is another that keeps ASCII.
  public var encoding: TextEncoding

  /// Makes a dialect; by default that of the newest exports.
  public init(
    wxrVersion: String? = nil, wordPressVersion: String? = nil,
    namespaces: [NamespaceDeclaration] = Dialect.usualNamespaces, declaredEncoding: String? = nil,
    encoding: TextEncoding = .utf8
  ) {
    self.wxrVersion = wxrVersion
    self.wordPressVersion = wordPressVersion
    self.namespaces = namespaces
    self.declaredEncoding = declaredEncoding
    self.encoding = encoding
  }

  /// The declarations that WordPress writes.
  public static let usualNamespaces = [
    NamespaceDeclaration(prefix: "excerpt", address: "http://wordpress.org/export/1.2/excerpt/"),
    NamespaceDeclaration(prefix: "content", address: "http://purl.org/rss/1.0/modules/content/"),
    NamespaceDeclaration(prefix: "wfw", address: "http://wellformedweb.org/CommentAPI/"),
    NamespaceDeclaration(prefix: "dc", address: "http://purl.org/dc/elements/1.1/"),
    NamespaceDeclaration(prefix: "wp", address: "http://wordpress.org/export/1.2/"),
  ]

  /// Whether titles were written with their entities encoded: WordPress before 5.7, which also means WXR before 1.2.
  public var encodesTitles: Bool {
    if let version { return version < (5, 7) }
    return wxrVersion == "1.0" || wxrVersion == "1.1"
  }

  /// Whether it is the first version of the format, or the unnumbered one of WordPress before 2.5, with their own
  /// ways of writing terms.
  public var isWXR1_0: Bool {
    if wxrVersion == nil, let version { return version < (3, 0) }
    return wxrVersion == "1.0"
  }

  /// The first two numbers of WordPress's version.
  private var version: (major: Int, minor: Int)? {
    let numbers = (wordPressVersion ?? "").split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    guard let major = numbers.first else { return nil }
    return (major, numbers.count > 1 ? numbers[1] : 0)
  }

  /// What the dialect means for reading items.
  var rules: Rules { Rules(encodesTitles: encodesTitles, isWXR1_0: isWXR1_0) }

  /// What a dialect means for reading items, worked out once for all of them.
  struct Rules {
    let encodesTitles: Bool
    let isWXR1_0: Bool
  }

  /// The tags that open the elements around an item.
  var prologue: [UInt8] {
    var tags = Array("<rss".utf8)
    var seen: Set<String> = []
    for declaration in namespaces where seen.insert(declaration.prefix ?? "").inserted {
      tags += " xmlns".utf8
      if let prefix = declaration.prefix { tags += ":\(prefix)".utf8 }
      tags += "=\"".utf8
      for byte in declaration.address.utf8 {
        switch byte {
        case UInt8(ascii: "&"): tags += "&amp;".utf8
        case UInt8(ascii: "<"): tags += "&lt;".utf8
        case UInt8(ascii: "\""): tags += "&quot;".utf8
        default: tags.append(byte)
        }
      }
      tags.append(UInt8(ascii: "\""))
    }
    return tags + "><channel>".utf8
  }
}
