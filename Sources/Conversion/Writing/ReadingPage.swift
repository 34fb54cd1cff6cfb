private import Bytes
private import Content
internal import Model
internal import Reconstruction

/// Makes the page that a reader of the web archive sees of an item.
enum ReadingPage {
  /// The page as HTML; `commentBody` turns a comment's raw text into an HTML fragment.
  static func html(
    of item: Item, link: String, bodyHTML: [UInt8], site: SiteFacts, commentBody: (String) -> [UInt8]
  ) -> [UInt8] {
    var page = PostPage(
      title: LanguageSplit.line(item.title ?? ""), language: site.language, siteName: site.name,
      siteURL: site.address,
      permalink: link, bodyHTML: bodyHTML)
    page.kicker = item.kicker
    page.date = shownDate(item.date ?? item.dateGMT)
    page.author = site.authorName(item.creator)
    page.categories = item.terms.filter { $0.taxonomy != "post_tag" }.map(\.name)
    page.tags = item.terms.filter { $0.taxonomy == "post_tag" }.map(\.name)
    let thread = CommentThread(item.comments)
    page.comments = thread.entries.map { entry in
      PostPage.Comment(
        author: entry.comment.author, date: shownDate(entry.comment.date ?? entry.comment.dateGMT) ?? "",
        depth: entry.depth, bodyHTML: commentBody(entry.comment.content))
    }
    page.pings = thread.pings.map { ($0.author, $0.authorURL) }
    return PageWriter.html(page)
  }

  /// The date as every language reads it, without the seconds that nobody reads.
  private static func shownDate(_ date: SourceDate?) -> String? {
    date?.civil.map { "\($0.dateText) \($0.clockText.prefix(5))" }
  }
}
