import HTML

/// Finds the elements that hold an entry each, by the names that themes give them.
struct EntryFinder {
  let page: PageContext

  /// The entries' elements in order, and the selector that found them; nil where no selector fits.
  func entries() -> (elements: [Int], selector: Selector)? {
    for selector in page.profile[.entry] {
      let found = outermost(page.tree.all(selector, in: page.tree.all).filter { isEntry($0) })
      if !found.isEmpty { return (found, selector) }
    }
    return nil
  }

  private func isEntry(_ element: Int) -> Bool {
    let tree = page.tree
    guard !page.isAside(element), !tree.isOne(element, of: Self.neverEntries) else { return false }
    if let id = tree.bytes(.id, of: element) {
      // `comment-7` and `post-ratings-7` are no entries, though a theme may give them an entry's classes.
      if id.starts(with: "comment-".utf8) { return false }
      if id.starts(with: "post-".utf8), PostMarks.number(id, after: "post-") == nil { return false }
    }
    // What a theme says when there is no post.
    if Self.emptyMarks.contains(where: { tree.has(element, class: $0) }) { return false }
    // A list of posts in a side bar without a name: nothing but one link.
    return hasTitle(element) || hasText(element)
  }

  private func hasTitle(_ element: Int) -> Bool {
    page.tree.inside(element).contains { page.tree.isOne($0, of: .titles) }
      || page.tree.first(Self.titleLinks, in: page.tree.inside(element)) != nil
  }

  private func hasText(_ element: Int) -> Bool {
    page.tree.first(page.profile[.text], in: page.tree.inside(element)) != nil
  }

  /// Drops what lies inside another entry, and wrappers around several of them.
  private func outermost(_ elements: [Int]) -> [Int] {
    let ids = elements.map { PostMarks.id(of: $0, in: page.tree) }
    var kept: [Int] = []
    for (index, element) in elements.enumerated() {
      let inside = page.tree.inside(element)
      let innerIDs = zip(elements, ids).filter { inside.contains($0.0) }.compactMap(\.1)
      let isWrapper = ids[index] == nil && Set(innerIDs).count > 1
      if isWrapper { continue }
      if let last = kept.last, page.tree.inside(last).contains(element) { continue }
      kept.append(element)
    }
    return kept
  }

  /// Kubrick gives the post's id to its heading.
  private static let emptyMarks = ["not-found", "no-results", "error404"].map { ClassName($0) }
  private static let neverEntries: TagSet = [.html, .body, .a, .img, .span, .form, .h1, .h2, .h3, .h4]
  private static let titleLinks = ["a[rel~=bookmark]", ".entry-title", ".wp-block-post-title"].compactMap(
    Selector.init)
}
