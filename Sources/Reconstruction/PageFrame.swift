/// What all rebuilt pages of a site have around their content: head, stylesheet, the site's name and navigation, and
/// the word that they are rebuilt.
///
/// It is made once a site; a page then only adds its title, address and content.
public struct PageFrame: Sendable {
  /// Where a reader can go from every page.
  public struct Navigation: Sendable {
    /// The site's menu, or its pages; the home page is put before it.
    public var menu: [PageLink] = []
    /// The categories.
    public var categories: [PageLink] = []
    /// The years, the latest first.
    public var years: [PageLink] = []

    /// Begins with nowhere to go.
    public init() {}
  }

  /// The words of the site's language.
  let words: PageWording
  private let siteName: String
  private let head: [UInt8]
  private let middle: [UInt8]
  private let top: [UInt8]
  private let bottom: [UInt8]

  /// Makes the frame of a site.
  ///
  /// - Parameters:
  ///   - language: a BCP 47 tag such as `de-DE`; empty where it is not known.
  ///   - siteName: the site's name, plain.
  ///   - siteURL: the address of the home page.
  ///   - navigation: where a reader can go.
  public init(language: String, siteName: String, siteURL: String, navigation: Navigation = Navigation()) {
    let words = PageWording(language: language)
    self.words = words
    self.siteName = siteName
    var html = HTMLText(capacity: 256)
    html.raw("<!DOCTYPE html>\n<html lang=\"")
    html.text(language.isEmpty ? "und" : language)
    html.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    head = html.bytes
    html = HTMLText(capacity: 256)
    html.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"generator\" content=\"Nachlass\">\n<link rel=\"canonical\" href=\"")
    middle = html.bytes
    html = HTMLText(capacity: 8192)
    html.raw("\">\n<style>\n")
    html.raw(Stylesheet.text)
    html.raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">")
    html.text(words.skip)
    html.raw("</a>\n<header class=\"site\">\n<p class=\"name\">")
    html.link(PageLink(siteName.isEmpty ? siteURL : siteName, url: siteURL), attributes: " rel=\"home\"")
    html.raw("</p>\n")
    if !navigation.menu.isEmpty {
      html.raw("<nav aria-label=\"")
      html.text(words.menu)
      html.raw("\">\n")
      html.list([PageLink(words.home, url: siteURL)] + navigation.menu)
      html.raw("</nav>\n")
    }
    html.raw("</header>\n<main id=\"content\">\n")
    top = html.bytes
    html = HTMLText(capacity: 4096)
    html.raw("</main>\n<footer class=\"site\">\n")
    for (label, links) in [(words.categories, navigation.categories), (words.years, navigation.years)]
    where !links.isEmpty {
      html.raw("<nav aria-label=\"")
      html.text(label)
      html.raw("\">\n<h2>")
      html.text(label)
      html.raw("</h2>\n")
      html.list(links)
      html.raw("</nav>\n")
    }
    html.raw("<p class=\"note\">")
    html.text(words.note)
    html.raw("</p>\n</footer>\n</body>\n</html>\n")
    bottom = html.bytes
  }

  /// A whole page: the frame around what `content` writes.
  func page(
    title: String, permalink: String, capacity: Int, content: (inout HTMLText) -> Void
  ) -> [UInt8] {
    var html = HTMLText(
      capacity: head.count + middle.count + top.count + bottom.count + capacity + title.utf8.count + 256)
    html.raw(head)
    html.text(title)
    if !siteName.isEmpty, title != siteName {
      html.raw(" – ")
      html.text(siteName)
    }
    html.raw(middle)
    html.text(permalink)
    html.raw(top)
    content(&html)
    html.raw(bottom)
    return html.bytes
  }
}
