/// Writes a plain, readable page that needs nothing but itself: one file, one inlined stylesheet, no script.
public enum PageWriter {
  /// The page as an HTML document in UTF-8.
  public static func html(_ page: PostPage) -> [UInt8] {
    let words = PageWording(language: page.language)
    var html = HTMLText(capacity: page.bodyHTML.count + 4096)
    let title = page.title.isEmpty ? words.untitled : page.title
    html.raw("<!DOCTYPE html>\n<html lang=\"")
    html.text(page.language.isEmpty ? "und" : page.language)
    html.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    html.text(page.siteName.isEmpty ? title : "\(title) – \(page.siteName)")
    html.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"generator\" content=\"Nachlass\">\n<link rel=\"canonical\" href=\"")
    html.text(page.permalink)
    html.raw("\">\n<style>\n")
    html.raw(Stylesheet.text)
    html.raw("</style>\n</head>\n<body>\n<header class=\"site\"><a href=\"")
    html.text(page.siteURL)
    html.raw("\">")
    html.text(page.siteName.isEmpty ? page.siteURL : page.siteName)
    html.raw("</a></header>\n<main>\n<article>\n")
    writeHead(page, title: title, words: words, to: &html)
    html.raw("<div class=\"content\">\n")
    html.raw(page.bodyHTML)
    html.raw("\n</div>\n")
    writeTerms(page, words: words, to: &html)
    html.raw("</article>\n")
    writeComments(page, words: words, to: &html)
    html.raw("</main>\n<footer class=\"note\"><p>")
    html.text(words.note)
    html.raw("</p></footer>\n</body>\n</html>\n")
    return html.bytes
  }

  private static func writeHead(
    _ page: PostPage, title: String, words: PageWording, to html: inout HTMLText
  ) {
    html.raw("<header>\n")
    if let kicker = page.kicker, !kicker.isEmpty {
      html.raw("<p class=\"kicker\">")
      html.text(kicker)
      html.raw("</p>\n")
    }
    html.raw("<h1>")
    html.text(title)
    html.raw("</h1>\n")
    if page.date != nil || page.author != nil {
      html.raw("<p class=\"meta\">")
      if let date = page.date {
        html.raw("<time>")
        html.text(date)
        html.raw("</time>")
      }
      if let author = page.author, !author.isEmpty {
        html.text(" \(words.by) \(author)")
      }
      html.raw("</p>\n")
    }
    html.raw("</header>\n")
  }

  private static func writeTerms(_ page: PostPage, words: PageWording, to html: inout HTMLText) {
    for (label, names) in [(words.categories, page.categories), (words.tags, page.tags)] where !names.isEmpty
    {
      html.raw("<p class=\"meta\">")
      html.text("\(label): \(names.joined(separator: ", "))")
      html.raw("</p>\n")
    }
  }

  private static func writeComments(_ page: PostPage, words: PageWording, to html: inout HTMLText) {
    if !page.comments.isEmpty {
      html.raw("<section class=\"comments\">\n<h2>")
      html.text("\(words.comments) (\(page.comments.count))")
      html.raw("</h2>\n")
      for comment in page.comments {
        html.raw(
          "<article class=\"comment\" style=\"margin-left:\(min(comment.depth, 6) * 2)rem\">\n<p class=\"meta\">"
        )
        html.text(comment.author)
        html.raw(" · <time>")
        html.text(comment.date)
        html.raw("</time></p>\n")
        html.raw(comment.bodyHTML)
        html.raw("\n</article>\n")
      }
      html.raw("</section>\n")
    }
    guard !page.pings.isEmpty else { return }
    html.raw("<section class=\"pings\">\n<h2>")
    html.text(words.pings)
    html.raw("</h2>\n<ul>\n")
    for ping in page.pings {
      html.raw("<li><a href=\"")
      html.text(ping.url)
      html.raw("\">")
      html.text(ping.name.isEmpty ? ping.url : ping.name)
      html.raw("</a></li>\n")
    }
    html.raw("</ul>\n</section>\n")
  }
}
