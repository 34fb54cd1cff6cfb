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
  /// The page's own address.
  public var permalink: String
  /// The publication date as text to show, such as `2016-05-24 12:15`.
  public var date: String?
  /// The author, leading to what else the author wrote.
  public var author: PageLink?
  /// Categories and other terms, tags apart, leading to their archives.
  public var categories: [PageLink] = []
  /// Tags, leading to their archives.
  public var tags: [PageLink] = []
  /// The post before this one.
  public var previous: PageLink?
  /// The post after this one.
  public var next: PageLink?
  /// The content, as an HTML fragment.
  public var bodyHTML: [UInt8]
  /// The comments, in thread order.
  public var comments: [Comment] = []
  /// Pingbacks and trackbacks: the name and address of each page that linked here.
  public var pings: [(name: String, url: String)] = []

  /// Makes a page with a title and a body.
  public init(title: String, permalink: String, bodyHTML: [UInt8]) {
    self.title = title
    self.permalink = permalink
    self.bodyHTML = bodyHTML
  }
}
