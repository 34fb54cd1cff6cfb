/// A comment, pingback or trackback on a post.
public struct Comment: Sendable, Hashable {
  /// `wp:comment_id`, as written.
  public var id: String = ""
  /// The name the commenter gave.
  public var author: String = ""
  /// The commenter's e-mail address: personal data, kept in the full record only.
  public var authorEmail: String = ""
  /// The commenter's web address.
  public var authorURL: String = ""
  /// The commenter's IP address: personal data, kept in the full record only.
  public var authorIP: String = ""
  /// The date in the site's own zone.
  public var date: SourceDate?
  /// The date in GMT.
  public var dateGMT: SourceDate?
  /// The text, raw.
  public var content: String = ""
  /// `1` for approved, `0` for held, `spam`, `trash`, as written.
  public var approved: String = ""
  /// Empty or `comment` for a comment, `pingback`, `trackback`, or a plugin's own type.
  public var type: String = ""
  /// The comment it answers, `0` or empty for none, as written.
  public var parent: String = ""
  /// The registered user who wrote it, `0` for none, as written.
  public var userID: String = ""
  /// Custom fields.
  public var meta: [MetaEntry] = []
  /// Elements inside the comment that the format does not know.
  public var unknown: [RawElement] = []
  /// Where it stands in the source.
  public var provenance: Provenance?

  /// Makes an empty comment.
  public init() {}

  /// Whether the site showed it: approved and not spam.
  public var isApproved: Bool { approved == "1" || approved == "approve" || approved == "approved" }

  /// Whether it is a pingback or trackback rather than somebody's words.
  public var isPing: Bool { type == "pingback" || type == "trackback" }
}
