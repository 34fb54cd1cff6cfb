import HTML

/// What the classes of `body` tell of a page: `archive category category-kultur`, `single postid-12`.
struct BodyMarks {
  private var classes: [String] = []

  init() {}

  init(_ tree: PageTree) {
    guard let body = tree.first(.body, in: tree.all) else { return }
    classes = tree.classes(of: body).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether `body` has the class.
  func has(_ name: String) -> Bool { classes.contains(name) }

  /// The id of the post or page shown, from `postid-12`, `page-id-12` or `attachmentid-12`.
  var postID: String? {
    for name in classes {
      for prefix in ["postid-", "page-id-", "attachmentid-"] {
        if let number = PostMarks.number(Array(name.utf8)[...], after: prefix) { return number }
      }
    }
    return nil
  }

  /// The post type of a single page, from `single-projekt`.
  var type: String? {
    let formats = classes.filter { $0.hasPrefix("single-format-") }
    return classes.first { $0.hasPrefix("single-") && !formats.contains($0) }.map { String($0.dropFirst(7)) }
  }

  /// The kind of page, and the class that says so.
  var kind: (kind: PageKind, mark: String)? {
    for (name, kind) in Self.kinds where classes.contains(name) { return (kind, name) }
    if let name = classes.first(where: { $0.hasPrefix("post-type-archive") }) { return (.postType, name) }
    if let name = classes.first(where: { $0.hasPrefix("tax-") }) { return (.taxonomy, name) }
    if classes.contains("archive") { return (.listing, "archive") }
    return nil
  }

  /// Most telling first: an attachment's page is `single` too, a blog on the front page is `home blog`.
  private static let kinds: [(String, PageKind)] = [
    ("error404", .notFound), ("attachment", .attachment), ("single", .single), ("search", .search),
    ("category", .category), ("tag", .tag), ("author", .author), ("date", .date), ("blog", .home),
    ("page", .page),
    ("home", .home),
  ]
}
