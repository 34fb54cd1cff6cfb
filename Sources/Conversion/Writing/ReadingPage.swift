private import Bytes
private import Content
internal import Model
internal import Reconstruction

/// Makes the page that a reader of the web archive sees of an item.
struct ReadingPage {
  let plan: RunPlan
  private let neighbours: PostTimeline.Reader
  private let links = RecentLinks()

  init(plan: RunPlan) {
    self.plan = plan
    neighbours = PostTimeline.Reader(plan.reads)
  }

  /// The page as HTML; `commentBody` gives a comment's text as an HTML fragment.
  func html(
    of item: Item, number: Int, thread: CommentThread, bodyHTML: [UInt8], commentBody: (Comment) -> [UInt8]
  ) -> [UInt8] {
    var page = PostPage(
      title: LanguageSplit.line(item.title ?? ""), permalink: item.link ?? "", bodyHTML: bodyHTML)
    page.kicker = item.kicker
    page.date = Self.shownDate(item.date ?? item.dateGMT)
    page.author = plan.authorLink(of: item)
    for term in item.terms {
      if term.taxonomy == "post_tag" {
        page.tags.append(plan.termLink(term, of: item))
      } else {
        page.categories.append(plan.termLink(term, of: item))
      }
    }
    if item.effectiveType == "post", let time = item.date?.civil?.secondsSince1970 {
      let (previous, next) = plan.timeline.neighbours(of: number, time: time, reader: neighbours)
      if let previous { page.previous = link(to: previous) }
      if let next { page.next = link(to: next) }
    }
    page.comments = thread.entries.map { entry in
      PostPage.Comment(
        author: entry.comment.author, date: Self.shownDate(entry.comment.date ?? entry.comment.dateGMT) ?? "",
        depth: entry.depth, bodyHTML: commentBody(entry.comment))
    }
    page.pings = thread.pings.map { ($0.author, $0.authorURL) }
    return PageWriter.html(page, in: plan.frame)
  }

  private func link(to post: PostTimeline.Neighbour) -> PageLink {
    if let known = links.link(to: post.item) { return known }
    let link = plan.link(to: post)
    links.keep(link, to: post.item)
    return link
  }

  /// The date as every language reads it, without the seconds that nobody reads.
  static func shownDate(_ date: SourceDate?) -> String? { date?.civil?.minuteText }
}

extension RunPlan {
  /// A neighbour in time, leading to its page.
  fileprivate func link(to post: PostTimeline.Neighbour) -> PageLink {
    let id = catalogue.entries[post.item].id
    let address = address(link: post.link, id: id == 0 ? nil : String(id), number: post.item)
    let words = post.title.isEmpty ? PageWording(language: site.language).untitled : post.title
    return PageLink(words, url: address.map { short($0) })
  }
}

/// The links to neighbours that were made last: a post is the neighbour of two others, which mostly come close together.
private final class RecentLinks {
  private var links: [(item: Int, link: PageLink)] = []

  private static let count = 4

  func link(to item: Int) -> PageLink? { links.first { $0.item == item }?.link }

  func keep(_ link: PageLink, to item: Int) {
    if links.count == Self.count { links.removeFirst() }
    links.append((item, link))
  }
}
