/// One thing of the site: a post, page, attachment, menu entry or any other post type, as one WXR item holds it.
///
/// An optional is nil where the source has no such element; an empty string where it has an empty one.
public struct Item: Sendable, Hashable {
  /// The title to show: entities decoded where the export's version calls for it.
  public var title: String?
  /// The title as written.
  public var rawTitle: String?
  /// The permalink.
  public var link: String?
  /// The feed's date, RFC 822 as written, often empty.
  public var publicationDate: String?
  /// `dc:creator`: the author's login, in WXR 1.0 the display name.
  public var creator: String?
  /// The globally unique identifier, as written.
  public var guid: String?
  /// The guid's `isPermaLink` attribute, as written.
  public var guidIsPermalink: String?
  /// The feed's description, almost always empty.
  public var description: String?
  /// `content:encoded`, raw.
  public var content: String?
  /// `excerpt:encoded`, raw.
  public var excerpt: String?
  /// `wp:post_id`, as written.
  public var id: String?
  /// `wp:post_date`, in the site's own zone.
  public var date: SourceDate?
  /// `wp:post_date_gmt`.
  public var dateGMT: SourceDate?
  /// `wp:post_modified`, in the site's own zone.
  public var modified: SourceDate?
  /// `wp:post_modified_gmt`.
  public var modifiedGMT: SourceDate?
  /// `wp:comment_status`: `open` or `closed`.
  public var commentStatus: String?
  /// `wp:ping_status`: `open` or `closed`.
  public var pingStatus: String?
  /// `wp:post_name`: the slug, percent-encoded as WordPress keeps it.
  public var slug: String?
  /// `wp:status`: `publish`, `draft`, `private`, `future`, `pending`, `trash`, `inherit` or a plugin's own.
  public var status: String?
  /// `wp:post_parent`, `0` for none, as written.
  public var parent: String?
  /// `wp:menu_order`, as written.
  public var menuOrder: String?
  /// `wp:post_type`: `post`, `page`, `attachment`, `nav_menu_item` or a custom one.
  public var type: String?
  /// `wp:post_password`; empty for none.
  public var password: String?
  /// `wp:is_sticky`, as written.
  public var sticky: String?
  /// `wp:attachment_url`, for attachments.
  public var attachmentURL: String?
  /// The terms the item is filed under, in order.
  public var terms: [TermReference] = []
  /// Custom fields, in order, with duplicates.
  public var meta: [MetaEntry] = []
  /// Comments, in order.
  public var comments: [Comment] = []
  /// Elements inside the item that the format does not know.
  public var unknown: [RawElement] = []
  /// Whether only an excerpt of it is known.
  public var isPartial = false
  /// The line above the title that some themes print ("Dachzeile"), where a saved page shows one.
  public var kicker: String?
  /// Where it stands in the source.
  public var provenance: Provenance
  /// What had to be said about reading it.
  public var findings: [Finding] = []

  /// Makes an empty item that stands at the given place.
  public init(provenance: Provenance) { self.provenance = provenance }

  /// The first value of the custom field `key`, or nil.
  public func firstMeta(_ key: String) -> String? {
    meta.first { $0.key == key }?.value
  }

  /// The post type, `post` where the source names none.
  public var effectiveType: String {
    guard let type, !type.isEmpty else { return "post" }
    return type
  }

  /// The status, `publish` where the source names none.
  public var effectiveStatus: String {
    guard let status, !status.isEmpty else { return "publish" }
    return status
  }

  /// Whether a password is needed to read it.
  public var isPasswordProtected: Bool { !(password ?? "").isEmpty }

  /// The id of the featured image, from `_thumbnail_id`.
  public var featuredMediaID: String? { firstMeta("_thumbnail_id") }
}
