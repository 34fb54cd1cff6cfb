/// What a preset needs to know of a post to place it and to introduce it.
public struct PostFacts: Sendable, Hashable {
  /// `post`, `page` or a custom type.
  public var type = "post"
  /// The title.
  public var title = ""
  /// The line above the title, where there is one.
  public var kicker: String?
  /// When it was published, as RFC 3339 writes it.
  public var date: String?
  /// When it was last changed, as RFC 3339 writes it.
  public var modified: String?
  /// The slug, decoded.
  public var slug = ""
  /// The permalink.
  public var link: String?
  /// The permalink's path on the server, decoded, without slashes at its ends (`2016/05/sommerfest`); empty where there is none.
  public var path = ""
  /// The post's id.
  public var id: String?
  /// The status, such as `publish`.
  public var status = "publish"
  /// Whether the site did not show it.
  public var isDraft = false
  /// Whether it is the page at the site's own address.
  public var isFrontPage = false
  /// Whether it stays at the top of lists.
  public var isSticky = false
  /// The names of the authors.
  public var authors: [String] = []
  /// The names of the categories.
  public var categories: [String] = []
  /// The names of the tags.
  public var tags: [String] = []
  /// The names of the terms of other taxonomies: a list for each, by the taxonomy's name.
  public var terms = FrontMatter()
  /// The excerpt its author wrote.
  public var excerpt: String?
  /// The featured image's target.
  public var featuredImage: String?
  /// The language, such as `de`.
  public var language: String?
  /// What translations of the same post have in common.
  public var translationKey: String?
  /// Where its translations are, by language.
  public var translations = FrontMatter()
  /// The place among pages, 0 for none.
  public var menuOrder = 0
  /// The paths of older addresses, that should lead here.
  public var formerPaths: [String] = []
  /// Whether the text holds what templates would take for theirs (`{{`, `{%`).
  public var hasTemplateMarks = false
  /// Fields of plugins, under their own names.
  public var extras = FrontMatter()

  /// Whether an earlier post has the same permalink: two pages of a site cannot stand at one place.
  public var sharesAddress = false

  /// Makes facts of which nothing is known yet.
  public init() {}

  /// Whether it is a page rather than one of a series.
  var isPage: Bool { type == "page" }

  /// `YYYY-MM-DD` of the date, or nil.
  var day: String? {
    guard let date, DateText.isPlain(date) else { return nil }
    return String(date.prefix(10))
  }

  /// The slug, or what else names it: its id, or its type.
  ///
  /// Generators pass over files whose names begin with a dot or underscore.
  var name: String {
    let name = String(slug.map { $0 == "/" ? "-" : $0 }).drop { $0 == "." || $0 == "-" || $0 == "_" }
    if !name.isEmpty { return sharesAddress ? "\(name)-\(id ?? "2")" : String(name) }
    return id.map { "\(type)-\($0)" } ?? type
  }

  /// The path of a page among the pages above it, the name where none is known.
  var pagePath: String { path.isEmpty ? name : path }

  /// The permalink's path with a slash at both ends, or nil.
  var sitePath: String? {
    guard !path.isEmpty, !sharesAddress else { return nil }
    return path.split(separator: "/").last?.contains(".") ?? false ? "/\(path)" : "/\(path)/"
  }
}
