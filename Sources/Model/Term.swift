/// A term of a taxonomy, as `wp:category`, `wp:tag` or `wp:term` lists it.
public struct Term: Sendable, Hashable {
  /// `wp:term_id`, as written.
  public var id: String?
  /// The taxonomy: `category`, `post_tag`, `nav_menu` or a custom one.
  public var taxonomy: String
  /// The slug, WordPress's "nicename".
  public var slug: String
  /// The parent as written: a slug, in WXR 1.0 a name; empty where there is none.
  public var parent: String
  /// The name, entities decoded once.
  public var name: String
  /// The name as written.
  public var rawName: String
  /// The description, entities decoded once.
  public var description: String
  /// The term's custom fields.
  public var meta: [MetaEntry] = []
  /// Elements inside the term that the format does not know.
  public var unknown: [RawElement] = []
  /// Where it stands in the source.
  public var provenance: Provenance?

  /// Makes a term.
  public init(
    taxonomy: String, slug: String, name: String, rawName: String? = nil, id: String? = nil,
    parent: String = "", description: String = ""
  ) {
    self.taxonomy = taxonomy
    self.slug = slug
    self.name = name
    self.rawName = rawName ?? name
    self.id = id
    self.parent = parent
    self.description = description
  }
}

/// A post's mention of a term, as the `category` elements of an item write it.
public struct TermReference: Sendable, Hashable {
  /// The taxonomy, from `domain`; `category` where it is missing, `post_tag` for WXR 1.0's `tag`.
  public var taxonomy: String
  /// The slug, from `nicename`; empty where it is missing.
  public var slug: String
  /// The name, entities decoded once.
  public var name: String

  /// Makes a mention of a term.
  public init(taxonomy: String, slug: String, name: String) {
    self.taxonomy = taxonomy
    self.slug = slug
    self.name = name
  }
}
