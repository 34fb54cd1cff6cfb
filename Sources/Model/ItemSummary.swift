/// What a first pass keeps of an item: enough to resolve links, parents, galleries and pictures, and to count.
public struct ItemSummary: Sendable, Hashable {
  /// `wp:post_id`, as written.
  public var id = ""
  /// `wp:post_type`, `post` where the source names none.
  public var type = "post"
  /// `wp:status`, `publish` where the source names none.
  public var status = "publish"
  /// `wp:post_name`.
  public var slug = ""
  /// The title, entities decoded where the export's version calls for it.
  public var title = ""
  /// `dc:creator`.
  public var creator = ""
  /// The permalink.
  public var link = ""
  /// The globally unique identifier.
  public var guid = ""
  /// `wp:post_date`.
  public var date = ""
  /// `wp:post_parent`; empty or `0` for none.
  public var parent = ""
  /// `wp:menu_order`.
  public var menuOrder = ""
  /// `wp:attachment_url`; empty for all but attachments.
  public var attachmentURL = ""
  /// `_wp_attached_file`: the file's path below the uploads folder.
  public var attachedFile = ""
  /// `_wp_attachment_image_alt`: the text that stands for the picture.
  public var alternativeText = ""
  /// The excerpt of an attachment: its caption.
  public var caption = ""
  /// `_thumbnail_id`: the id of the featured image.
  public var featuredMediaID = ""
  /// `_wp_old_slug`: slugs it had before.
  public var oldSlugs: [String] = []
  /// The language by Polylang or WPML, such as `de`; empty for sites in one language.
  public var language = ""
  /// What its translations have in common: Polylang's or WPML's name of the group.
  public var translationGroup = ""
  /// Whether a password is needed to read it.
  public var isPasswordProtected = false
  /// The number of its comments.
  public var commentCount = 0
  /// The number of its custom fields.
  public var metaCount = 0
  /// The number of terms it is filed under.
  public var termCount = 0
  /// The length of its content in bytes.
  public var contentLength = 0
  /// What had to be said about reading it.
  public var findings: [Finding] = []
  /// Whether its bytes are sound UTF-8 and XML, of which nothing had to be said or repaired.
  public var isSound = false

  /// Makes a summary of which nothing is known.
  public init() {}
}
