/// Writes a plain, readable page that needs nothing but itself: one file, one inlined stylesheet, no script.
public enum PageWriter {
  /// The page as an HTML document in UTF-8.
  public static func html(_ page: PostPage, in frame: PageFrame) -> [UInt8] {
    let words = frame.words
    let title = page.title.isEmpty ? words.untitled : page.title
    return frame.page(title: title, permalink: page.permalink, capacity: page.bodyHTML.count + 2048) { html in
      html.raw("<article>\n")
      writeHead(page, title: title, words: words, to: &html)
      html.raw("<div class=\"content\">\n")
      html.raw(page.bodyHTML)
      html.raw("\n</div>\n")
      writeTerms(page, words: words, to: &html)
      html.raw("</article>\n")
      writeComments(page, words: words, to: &html)
      html.turn(
        label: words.posts, back: page.previous.map { ("← \(words.previousPost):", $0) },
        on: page.next.map { ("\(words.nextPost) →", $0) })
    }
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
    html.byline(date: page.date, author: page.author, words: words)
    html.raw("</header>\n")
  }

  private static func writeTerms(_ page: PostPage, words: PageWording, to html: inout HTMLText) {
    for (label, links) in [(words.categories, page.categories), (words.tags, page.tags)] where !links.isEmpty
    {
      html.raw("<p class=\"meta\">")
      html.text(label)
      html.raw(": ")
      html.links(links)
      html.raw("</p>\n")
    }
  }

  private static func writeComments(_ page: PostPage, words: PageWording, to html: inout HTMLText) {
    if !page.comments.isEmpty {
      html.raw("<section class=\"comments\">\n<h2>")
      html.text("\(words.comments) (\(page.comments.count))")
      html.raw("</h2>\n")
      for comment in page.comments {
        html.raw("<article class=\"comment\" style=\"margin-left:")
        html.raw(String(min(comment.depth, 6) * 2))
        html.raw("rem\">\n<p class=\"meta\">")
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
    html.raw("</h2>\n")
    html.list(page.pings.map { PageLink($0.name.isEmpty ? $0.url : $0.name, url: $0.url) })
    html.raw("</section>\n")
  }
}
