/// A post or page as a reader sees it: what a page rebuilt from the export shows.
///
/// Texts are plain; only the fields named `HTML` hold HTML.
public struct PostPage: Sendable {
  /// A comment, already in thread order.
  public struct Comment: Sendable {
    /// The name the commenter gave.
    public var author: String
    /// The date as text to show.
    public var date: String
    /// How many comments it is an answer to: 0 for none.
    public var depth: Int
    /// The words, as an HTML fragment.
    public var bodyHTML: [UInt8]

    /// Makes a comment.
    public init(author: String, date: String, depth: Int, bodyHTML: [UInt8]) {
      self.author = author
      self.date = date
      self.depth = depth
      self.bodyHTML = bodyHTML
    }
  }

  /// The title.
  public var title: String
  /// The line above the title, where there is one.
  public var kicker: String?
  /// The language of the site, a BCP 47 tag such as `de-DE`.
  public var language: String
  /// The site's name.
  public var siteName: String
  /// The site's address.
  public var siteURL: String
  /// The page's own address.
  public var permalink: String
  /// The publication date as text to show, and in machine form for `datetime`.
  public var date: String?
  /// The author's name.
  public var author: String?
  /// Names of categories and other terms, tags apart.
  public var categories: [String] = []
  /// Names of tags.
  public var tags: [String] = []
  /// The content, as an HTML fragment.
  public var bodyHTML: [UInt8]
  /// The comments, in thread order.
  public var comments: [Comment] = []
  /// Pingbacks and trackbacks: the name and address of each page that linked here.
  public var pings: [(name: String, url: String)] = []

  /// Makes a page with a title and a body.
  public init(
    title: String, language: String, siteName: String, siteURL: String, permalink: String, bodyHTML: [UInt8]
  ) {
    self.title = title
    self.language = language
    self.siteName = siteName
    self.siteURL = siteURL
    self.permalink = permalink
    self.bodyHTML = bodyHTML
  }
}
