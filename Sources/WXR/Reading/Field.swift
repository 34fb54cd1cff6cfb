import Bytes
import XML

/// An element of the format, whatever its prefix and the version of its namespace.
enum Field: UInt8, Sendable {
  case unknown
  // Structure
  case rss, channel, item, author, category, tag, term, postMeta, comment, commentMeta, termMeta, image, url
  // Of the channel and of items
  case title, link, publicationDate, description, creator, guid, content, excerpt
  case language, generator, wxrVersion, baseSiteURL, baseBlogURL
  // Of items
  case postID, postDate, postDateGMT, postModified, postModifiedGMT, commentStatus, pingStatus, postName,
    status
  case postParent, menuOrder, postType, postPassword, isSticky, attachmentURL
  // Of custom fields
  case metaKey, metaValue
  // Of comments
  case commentID, commentAuthor, commentAuthorEmail, commentAuthorURL, commentAuthorIP, commentDate,
    commentDateGMT
  case commentContent, commentApproved, commentType, commentParent, commentUserID
  // Of authors
  case authorID, authorLogin, authorEmail, authorDisplayName, authorFirstName, authorLastName
  // Of terms
  case termID, categoryNicename, categoryParent, categoryName, categoryDescription
  case tagSlug, tagName, tagDescription
  case termTaxonomy, termSlug, termParent, termName, termDescription

  /// The field that a name stands for; the same local name may mean different things in different places, which
  /// the reader of each place knows.
  init(_ name: ElementName) {
    let names: [String: Field] =
      switch Family(name) {
      case .rss: Self.plain
      case .wp: Self.wordPress
      case .dublinCore: ["creator": .creator]
      case .content: ["encoded": .content]
      case .excerpt: ["encoded": .excerpt]
      case .other: [:]
      }
    self = names[name.local] ?? .unknown
  }

  private static let plain: [String: Field] = [
    "rss": .rss, "channel": .channel, "item": .item, "title": .title, "link": .link,
    "pubDate": .publicationDate,
    "description": .description, "guid": .guid, "category": .category, "language": .language,
    "generator": .generator, "image": .image, "url": .url,
  ]

  private static let wordPress: [String: Field] = [
    "wxr_version": .wxrVersion, "base_site_url": .baseSiteURL, "base_blog_url": .baseBlogURL,
    "author": .author, "category": .category, "tag": .tag, "term": .term, "postmeta": .postMeta,
    "comment": .comment, "commentmeta": .commentMeta, "termmeta": .termMeta,
    "post_id": .postID, "post_date": .postDate, "post_date_gmt": .postDateGMT, "post_modified": .postModified,
    "post_modified_gmt": .postModifiedGMT, "comment_status": .commentStatus, "ping_status": .pingStatus,
    "post_name": .postName, "status": .status, "post_parent": .postParent, "menu_order": .menuOrder,
    "post_type": .postType, "post_password": .postPassword, "is_sticky": .isSticky,
    "attachment_url": .attachmentURL, "meta_key": .metaKey, "meta_value": .metaValue,
    "comment_id": .commentID, "comment_author": .commentAuthor, "comment_author_email": .commentAuthorEmail,
    "comment_author_url": .commentAuthorURL, "comment_author_IP": .commentAuthorIP,
    "comment_date": .commentDate, "comment_date_gmt": .commentDateGMT, "comment_content": .commentContent,
    "comment_approved": .commentApproved, "comment_type": .commentType, "comment_parent": .commentParent,
    "comment_user_id": .commentUserID,
    "author_id": .authorID, "author_login": .authorLogin, "author_email": .authorEmail,
    "author_display_name": .authorDisplayName, "author_first_name": .authorFirstName,
    "author_last_name": .authorLastName,
    "term_id": .termID, "category_nicename": .categoryNicename, "category_parent": .categoryParent,
    "cat_name": .categoryName, "category_description": .categoryDescription,
    "tag_slug": .tagSlug, "tag_name": .tagName, "tag_description": .tagDescription,
    "term_taxonomy": .termTaxonomy, "term_slug": .termSlug, "term_parent": .termParent,
    "term_name": .termName, "term_description": .termDescription,
  ]
}

/// The namespaces of an export, each in all its versions and spellings.
enum Family: Sendable {
  /// No namespace: RSS itself.
  case rss
  /// `http://wordpress.org/export/1.2/`, with any version, `https` too.
  case wp
  /// The same with `excerpt/` at its end.
  case excerpt
  /// RSS's content module.
  case content
  /// Dublin Core.
  case dublinCore
  /// Any other.
  case other

  /// The family of a name: by its namespace, or by its prefix where that was never declared or leads elsewhere.
  init(_ name: ElementName) {
    if let namespace = name.namespace, let family = Self.of(namespace) {
      self = family
      return
    }
    switch name.prefix {
    case nil: self = .rss
    case "wp": self = .wp
    case "excerpt": self = .excerpt
    case "content": self = .content
    case "dc": self = .dublinCore
    default: self = .other
    }
  }

  private static func of(_ namespace: String) -> Family? {
    let address = namespace.utf8.span
    let start = address.hasBytes("https://", at: 0) ? 8 : address.hasBytes("http://", at: 0) ? 7 : 0
    if address.hasBytes("wordpress.org/export/", at: start) {
      let isExcerpt =
        address.hasBytes("/excerpt/", at: address.count - 9)
        || address.hasBytes("/excerpt", at: address.count - 8)
      return isExcerpt ? .excerpt : .wp
    }
    if address.hasBytes("purl.org/rss/1.0/modules/content", at: start) { return .content }
    return address.hasBytes("purl.org/dc/", at: start) ? .dublinCore : nil
  }
}
