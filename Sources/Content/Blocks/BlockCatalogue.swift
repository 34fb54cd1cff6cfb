/// What is known of the blocks of WordPress itself.
enum BlockCatalogue {
  /// What a block is to a reader of its stored form.
  enum Nature {
    /// Its HTML is stored.
    case stored
    /// The site computed it whenever it was shown: nothing of it is stored but its settings.
    case dynamic
    /// No block of WordPress itself.
    case unknown
  }

  /// The nature of the block of that full name.
  static func nature(of name: String) -> Nature {
    if stored.contains(name) || name.hasPrefix("core-embed/") { return .stored }
    if dynamic.contains(name) || dynamicPrefixes.contains(where: { name.hasPrefix($0) }) { return .dynamic }
    return .unknown
  }

  /// Whether a block is an embedded page of another site.
  static func isEmbed(_ name: String) -> Bool { name == "core/embed" || name.hasPrefix("core-embed/") }

  private static let stored = coreNames([
    "audio", "block", "button", "buttons", "classic", "code", "column", "columns", "cover", "cover-image",
    "details",
    "embed", "file", "footnotes", "freeform", "gallery", "group", "heading", "html", "image", "list",
    "list-item",
    "media-text", "missing", "more", "nextpage", "paragraph", "preformatted", "pullquote", "quote",
    "separator",
    "shortcode", "social-links", "spacer", "subhead", "table", "text-columns", "verse", "video",
    "widget-group",
    "accordion", "accordion-item", "accordion-heading", "accordion-panel", "math",
  ])
  private static let dynamic = coreNames([
    "archives", "avatar", "breadcrumbs", "calendar", "categories", "home-link", "latest-comments",
    "latest-posts",
    "legacy-widget", "loginout", "page-list", "page-list-item", "pattern", "post-template", "query",
    "read-more",
    "rss", "search", "site-logo", "site-tagline", "site-title", "social-link", "tag-cloud", "template-part",
    "term-description", "terms-query",
  ])
  private static let dynamicPrefixes = [
    "core/comment", "core/navigation", "core/post-", "core/query-", "core/term-", "core/terms-",
  ]

  private static func coreNames(_ names: [String]) -> Set<String> { Set(names.map { "core/" + $0 }) }
}
