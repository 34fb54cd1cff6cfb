import HTML
import Model

/// Reads the comments under a post, with their threads.
struct CommentReader {
  let page: PageContext

  /// The comments in the order of the page; an answer names the comment it stands in.
  func comments() -> [Comment] {
    for selector in page.profile[.comment] {
      let elements = page.tree.all(selector, in: page.tree.all)
      guard !elements.isEmpty else { continue }
      let found = Set(elements)
      let all = elements + page.tree.all.filter { !found.contains($0) && isPing($0) }
      return read(all.sorted())
    }
    return []
  }

  private func isPing(_ element: Int) -> Bool {
    page.tree.isOne(element, of: Self.pingTags)
      && (page.tree.has(element, class: Self.pingback) || page.tree.has(element, class: Self.trackback))
  }

  private func read(_ elements: [Int]) -> [Comment] {
    let all = Set(elements)
    var ids: [Int: String] = [:]
    return elements.enumerated().compactMap { index, element in
      let inner = elements.dropFirst(index + 1).prefix { page.tree.inside(element).contains($0) }
      let own = page.tree.with(element).filter { place in
        !inner.contains { page.tree.with($0).contains(place) }
      }
      var comment = Comment()
      comment.id = id(own) ?? ""
      ids[element] = comment.id
      let parent = page.tree.chain(from: element).dropFirst().first { all.contains($0) }
      comment.parent = parent.flatMap { ids[$0] } ?? "0"
      comment.approved = "1"
      comment.type =
        page.tree.has(element, class: Self.pingback)
        ? "pingback" : page.tree.has(element, class: Self.trackback) ? "trackback" : "comment"
      readAuthor(own, into: &comment)
      readDate(own, into: &comment)
      comment.content = text(of: element, own: own, inner: Array(inner), isPing: comment.isPing)
      return comment.content.isEmpty && comment.author.isEmpty ? nil : comment
    }
  }

  private func id(_ own: [Int]) -> String? {
    for element in own {
      guard let name = page.tree.attribute(.id, of: element) else { continue }
      for prefix in ["comment-", "li-comment-", "div-comment-"] where name.hasPrefix(prefix) {
        let number = name.dropFirst(prefix.count)
        if !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) { return String(number) }
      }
    }
    return nil
  }

  private func first(_ part: ThemeProfile.Part, _ own: [Int]) -> Int? {
    guard let start = own.first, let end = own.last else { return nil }
    let set = Set(own)
    return page.tree.first(page.profile[part], in: start..<end + 1) { set.contains($0) && $0 != start }?
      .element
  }

  private func readAuthor(_ own: [Int], into comment: inout Comment) {
    let links = own.filter { page.tree.isOne($0, .a) }
    guard let element = first(.commentAuthor, own) ?? (comment.isPing ? links.first : nil) else { return }
    let says = Self.says.flatMap { page.tree.all($0, in: page.tree.inside(element)) }.map(page.node)
    comment.author = page.text(element, without: NodeSet(says))
    let link =
      page.tree.with(element).first { page.tree.isOne($0, .a) }
      ?? page.tree.chain(from: element).prefix { $0 > own[0] }.first { page.tree.isOne($0, .a) }
    comment.authorURL = link.flatMap { page.address(.href, of: $0) } ?? ""
  }

  private func readDate(_ own: [Int], into comment: inout Comment) {
    guard let element = first(.commentDate, own) else { return }
    let stamp =
      page.tree.attribute(.datetime, of: element)
      ?? page.tree.inside(element).lazy.compactMap { page.tree.attribute(.datetime, of: $0) }.first
    guard let date = PrintedDate(in: stamp ?? page.text(element)) else { return }
    comment.date = date.sourceDate
    if let moment = date.moment { comment.dateGMT = SourceDate(raw: date.text, civil: moment) }
  }

  /// The comment's text as HTML.
  private func text(of element: Int, own: [Int], inner: [Int], isPing: Bool) -> String {
    let root = first(.commentText, own) ?? element
    var leave = NodeSet(inner.map(page.node))
    // The list around the answers is no text either.
    for selector in Self.furniture {
      leave.formUnion(page.tree.all(selector, in: page.tree.inside(root)).map(page.node))
    }
    if Self.contents.contains(where: { page.tree.has(root, class: $0) }) {
      leave = NodeSet(inner.map(page.node))
    }
    var document = page.document
    for node in leave.nodes { document.remove(node) }
    return String(decoding: document.html(of: page.node(root)), as: UTF8.self).trimmed
  }

  private static let pingTags: TagSet = [.li, .div]
  private static let pingback = ClassName("pingback")
  private static let trackback = ClassName("trackback")
  private static let contents = [ClassName("comment-content"), ClassName("wp-block-comment-content")]
  private static let says = [".says"].compactMap(Selector.init)
  private static let furniture = [
    ".comment-author", ".comment-meta", ".commentmetadata", ".comment-metadata", ".reply", ".says", "cite",
    "ul.children",
    "ol.children", ".edit-link", ".comment-edit-link", "small", "script", ".comment-awaiting-moderation",
    "img.avatar",
    ".fn", ".comment-reply-link", ".wp-block-comment-author-name", ".wp-block-comment-date",
    ".wp-block-comment-reply-link",
  ].compactMap(Selector.init)
}
