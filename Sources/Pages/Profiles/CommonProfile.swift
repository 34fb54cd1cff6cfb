extension ThemeProfile {
  /// What WordPress's own themes and most others call the parts, the more telling names first.
  public static let common = ThemeProfile(
    name: "common",
    selectors: [
      .entry: list(
        ".wp-block-post", ".hentry", "[id^=post-]", ".type-post", ".h-entry", ".post", ".blog-post",
        ".post-item",
        ".story", "article", ".entry"),
      .title: list(
        ".entry-title", ".wp-block-post-title", ".p-name", ".post-title", ".posttitle", ".storytitle",
        ".post-headline",
        ".title"),
      .kicker: list(".kicker", ".dachzeile", ".overline", ".entry-kicker", ".entry-overline", ".topline"),
      .text: list(
        ".entry-summary", ".wp-block-post-excerpt", ".entry-content", ".wp-block-post-content", ".e-content",
        ".p-summary", ".post-content", ".post-excerpt", ".excerpt", ".entry-excerpt", ".entry", ".post-entry",
        ".postentry", ".storycontent", ".post-body", ".entry-body", ".post_content", ".entrytext",
        ".the-content",
        ".post-text", ".content"),
      .date: list(
        "time.published[datetime]", "time.entry-date[datetime]", ".wp-block-post-date time[datetime]",
        ".dt-published[datetime]", "time[datetime]", "abbr.published", ".entry-date", ".published",
        ".wp-block-post-date",
        ".post-date", ".postdate", ".posted-on", ".date", ".timestamp", ".entry-time", ".time"),
      .author: list(
        ".vcard .fn", ".byline .fn", ".wp-block-post-author__name", ".wp-block-post-author-name",
        "a[rel~=author]",
        ".author .fn", ".author a", ".p-author", ".byline a", ".post-author a", ".entry-author a", ".author",
        ".post-author", "a[href*=\"/author/\"]"),
      .categories: list(
        "a[rel~=category]", ".taxonomy-category a", ".cat-links a", ".category-links a",
        ".entry-categories a",
        ".post-categories a", ".entry-category a"),
      .tags: list(
        ".taxonomy-post_tag a", ".tag-links a", ".tags-links a", ".post-tags a", ".entry-tags a",
        "a[rel~=tag]"),
      .comments: list(
        ".comments-link", ".wp-block-post-comments-count", ".comment-count", ".post-comments",
        ".comments-number",
        ".commentslink", ".feedback", "a[href$=\"#comments\"]", "a[href$=\"#respond\"]"),
      .thumbnail: list(
        "img.wp-post-image", ".wp-block-post-featured-image img", ".post-thumbnail img",
        ".entry-thumbnail img",
        ".featured-media img", ".featured-image img"),
      .sticky: list(".sticky", ".sticky-post", ".featured-post"),
      .more: list(
        "a.more-link", "a.wp-block-post-excerpt__more-link", "a[href*=\"#more-\"]", "a.read-more",
        "a.readmore",
        ".read-more a", ".readmore a", ".more-link a", ".more a"),
      .leave: list(
        "script", "style", "noscript", "template", ".wp-block-post-excerpt__more-text", ".page-links",
        ".page-link",
        ".post-nav-links", ".post-page-numbers", ".edit-link", ".post-edit-link", ".sharedaddy",
        ".jp-relatedposts", ".wpcnt", ".shariff",
        ".addtoany_share_save_container", ".heateor_sss_sharing_container", ".ssba", ".sociable",
        ".social-share",
        ".share-buttons", ".yarpp-related", ".related-posts", ".wpra-reactions-wrap", ".post-ratings",
        ".post-navigation", ".nav-links", ".entry-meta", ".entry-utility", ".entry-footer", ".postmetadata",
        ".post-meta", ".postmeta", ".sticky-post", ".author-bio", ".author-info", ".entry-header",
        ".post-header"),
      .aside: list(
        "aside", "nav", "#sidebar", ".sidebar", "#secondary", "#tertiary", "#primary-sidebar",
        "#supplementary",
        ".widget", ".widget-area", ".widget_text", "#comments", "#respond", ".comment-respond",
        ".comments-area", ".wp-block-comments",
        ".wp-block-latest-posts", ".related-posts", ".jp-relatedposts", ".yarpp-related", ".post-navigation",
        ".featured-content", "#featured-content", "#colophon", "#footer", ".site-footer"),
      .comment: list(
        "li.comment", "li.pingback", "li.trackback", "div.comment[id^=comment-]",
        ".wp-block-comment-template > li", "ol.commentlist > li",
        "#commentlist > li", ".commentlist > div"),
      .commentAuthor: list(
        ".comment-author .fn", ".wp-block-comment-author-name", "cite.fn", ".fn", "cite", ".comment-author"),
      .commentDate: list(
        ".comment-metadata time", "time", ".wp-block-comment-date", ".comment-meta", ".commentmetadata",
        ".comment-date", "small"),
      .commentText: list(
        ".comment-content", ".wp-block-comment-content", ".comment-text", ".commenttext", ".comment-body",
        ".comment-entry"),
      .siteTitle: list(
        ".site-title", "#site-title", ".wp-block-site-title", "#blog-title", ".blog-title", "#header h1",
        "#title",
        "#masthead h1"),
      .tagline: list(
        ".site-description", "#site-description", ".wp-block-site-tagline", "#blog-description",
        ".blog-description",
        "#header .description", "#tagline", ".tagline"),
      .logo: list("img.custom-logo", ".site-logo img", ".wp-block-site-logo img", "#logo img", ".logo img"),
      .menu: list(
        "ul.menu", "ul.nav-menu", "ul.wp-block-navigation__container", ".menu > ul", ".primary-menu",
        "ul.wp-block-page-list", ".nav-menu > ul", "#access ul", "#nav", "#menu", "ul.nav"),
    ])

  private static func list(_ texts: String...) -> [Selector] { texts.compactMap(Selector.init) }
}
