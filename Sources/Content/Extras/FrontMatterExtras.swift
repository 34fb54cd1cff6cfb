internal import Bytes
public import Model

/// What plugins say of a post in terms and custom fields, drawn out under its own names.
public struct FrontMatterExtras: Sendable, Hashable {
  /// The post's language by Polylang or WPML, such as `de`.
  public var language: String?
  /// What the post's translations have in common: Polylang's or WPML's name of the group.
  public var translationGroup: String?
  /// The logins of all authors, by Co-Authors Plus; empty where it was not used.
  public var coAuthors: [CoAuthor] = []
  /// Yoast's values, by their names without the prefix `_yoast_wpseo_`, in order.
  public var yoast: [Field] = []
  /// The values of Advanced Custom Fields, by their names, in order.
  public var acf: [Field] = []

  /// One author of several.
  public struct CoAuthor: Sendable, Hashable {
    /// The author's slug.
    public var slug: String
    /// The author's login, or the name where the term has that.
    public var name: String
  }

  /// A field of a plugin.
  public struct Field: Sendable, Hashable {
    /// The field's name.
    public var name: String
    /// The field's value, raw.
    public var value: String
    /// The values of a list that the plugin keeps serialized; nil for other values.
    public var list: [String]?

    init(name: String, value: String, list: [String]? = nil) {
      self.name = name
      self.value = value
      self.list = list
    }
  }

  /// Draws out what `item` says.
  public init(of item: borrowing Item) {
    for term in item.terms {
      switch term.taxonomy {
      case "language": language = Self.languageCode(term.slug)
      case "post_translations": translationGroup = term.slug
      case "author":
        coAuthors.append(CoAuthor(slug: Self.removing("cap-", from: term.slug), name: term.name))
      default: break
      }
    }
    for meta in item.meta where !meta.value.isEmpty {
      switch meta.key {
      case "_wpml_import_language_code", "_wpml_language", "wpml_language": language = language ?? meta.value
      case "_wpml_import_translation_group", "_icl_translation_group":
        translationGroup = translationGroup ?? meta.value
      case let key where key.hasPrefix("_yoast_wpseo_"):
        yoast.append(Field(name: String(key.dropFirst(13)), value: meta.value))
      default: break
      }
    }
    acf = Self.acfFields(of: item.meta)
    if language == nil { language = Self.wpmlLanguage(ofLink: item.link ?? "") }
  }

  /// The posts that translate this one, language by language, out of the description of Polylang's group term.
  public static func translations(inDescription description: String) -> [(language: String, id: String)] {
    guard let members = (try? PHPSerialized(description))?.value.members else { return [] }
    return members.compactMap { member in member.value.number.map { (member.name, String($0)) } }
  }

  /// Polylang's slugs carry `pll_` in terms of terms.
  private static func languageCode(_ slug: String) -> String { removing("pll_", from: slug) }

  private static func removing(_ prefix: String, from text: String) -> String {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  /// A field `x` of ACF has a second field `_x` beside it that names its definition, `field_…`.
  private static func acfFields(of meta: [MetaEntry]) -> [Field] {
    var defined: Set<String> = []
    for entry in meta where entry.key.hasPrefix("_") && entry.value.hasPrefix("field_") {
      defined.insert(String(entry.key.dropFirst()))
    }
    return meta.filter { defined.contains($0.key) && !$0.value.isEmpty }
      .map { Field(name: $0.key, value: $0.value, list: list(of: $0.decoded)) }
  }

  /// The members of a list of plain values; nil for anything else.
  private static func list(of value: PHPValue?) -> [String]? {
    guard case .array(let members)? = value else { return nil }
    let texts = members.compactMap { member in
      switch member.value {
      case .string: member.value.text
      case .integer(let number): String(number)
      case .double(let text): text
      case .boolean(let flag): flag ? "true" : "false"
      default: nil
      }
    }
    return texts.count == members.count ? texts : nil
  }

  /// WPML's language as an address may name it, `?lang=en`.
  private static func wpmlLanguage(ofLink link: String) -> String? {
    guard let mark = link.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    for pair in link[mark...].dropFirst().split(separator: "&") where pair.hasPrefix("lang=") {
      return String(pair.dropFirst(5))
    }
    return nil
  }
}
