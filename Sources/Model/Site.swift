/// The site an export was made of: everything its header says.
public struct Site: Sendable, Hashable {
  /// The site's icon, from the channel's `image`.
  public struct Image: Sendable, Hashable {
    /// The picture's address.
    public var url: String?
    /// The picture's title.
    public var title: String?
    /// The address it leads to.
    public var link: String?

    /// Makes an image with nothing known.
    public init() {}
  }

  /// The site's name.
  public var title: String?
  /// The site's address.
  public var link: String?
  /// The tagline.
  public var description: String?
  /// The language, such as `de-DE`.
  public var language: String?
  /// When the export was made, RFC 822 as written.
  public var publicationDate: String?
  /// The generator's address, `https://wordpress.org/?v=6.1.9`.
  public var generator: String?
  /// When the export was made according to its leading comment, `YYYY-MM-DD hh:mm`, as written.
  public var createdComment: String?
  /// `wp:wxr_version`, as written; nil where the export names none.
  public var wxrVersion: String?
  /// `wp:base_site_url`.
  public var baseSiteURL: String?
  /// `wp:base_blog_url`.
  public var baseBlogURL: String?
  /// The site's icon.
  public var image: Image?
  /// The authors, in order.
  public var authors: [Author] = []
  /// The terms of all taxonomies, in order.
  public var terms: [Term] = []
  /// The menus that saved pages show, in the order in which they were met; an export has them as items.
  public var menus: [SiteMenu] = []
  /// Elements of the header that the format does not know.
  public var unknown: [RawElement] = []
  /// Where the header stands in the source.
  public var provenance: Provenance?
  /// What had to be said about reading the header.
  public var findings: [Finding] = []

  /// Makes a site of which nothing is known.
  public init() {}

  /// The version of WordPress that wrote the export, from the generator's address, or the pages, from their own words.
  public var wordPressVersion: String? {
    if let generator, generator.hasPrefix("WordPress ") { return String(generator.dropFirst(10)) }
    guard let generator, let equals = generator.lastIndex(of: "="),
      generator[..<equals].hasSuffix("?v")
    else { return nil }
    return String(generator[generator.index(after: equals)...])
  }
}
