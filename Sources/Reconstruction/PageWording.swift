/// The few words a rebuilt page says of itself, in the site's language where we speak it.
public struct PageWording: Sendable {
  var skip: String
  var menu: String
  /// The home page, as navigation names it.
  public var home: String
  var note: String
  var by: String
  /// Categories, as a heading.
  public var categories: String
  var tags: String
  var years: String
  /// The site's pages, as a heading.
  public var pages: String
  /// The latest posts, as a heading.
  public var latest: String
  /// A category, before its name.
  public var category: String
  /// A tag, before its name.
  public var tag: String
  /// An author's posts, before the name.
  public var author: String
  /// A year or a month, before its name.
  public var archive: String
  /// The months in order.
  public var months: [String]
  var comments: String
  var pings: String
  /// What has no title.
  public var untitled: String
  var posts: String
  var pageNumber: String
  var of: String
  var newer: String
  var older: String
  var previousPost: String
  var nextPost: String
  var empty: String

  /// The words of a language, a BCP 47 tag; English for those that are not spoken here.
  public init(language: String) {
    self = language.lowercased().hasPrefix("de") ? .german : .english
  }

  private init(
    skip: String, menu: String, home: String, note: String, by: String, categories: String, tags: String,
    years: String, pages: String, latest: String, category: String, tag: String, author: String,
    archive: String, months: String, comments: String, pings: String, untitled: String, posts: String,
    pageNumber: String, of: String, newer: String, older: String, previousPost: String, nextPost: String,
    empty: String
  ) {
    self.skip = skip
    self.menu = menu
    self.home = home
    self.note = note
    self.by = by
    self.categories = categories
    self.tags = tags
    self.years = years
    self.pages = pages
    self.latest = latest
    self.category = category
    self.tag = tag
    self.author = author
    self.archive = archive
    self.months = months.split(separator: " ").map(String.init)
    self.comments = comments
    self.pings = pings
    self.untitled = untitled
    self.posts = posts
    self.pageNumber = pageNumber
    self.of = of
    self.newer = newer
    self.older = older
    self.previousPost = previousPost
    self.nextPost = nextPost
    self.empty = empty
  }

  private static let german = PageWording(
    skip: "Zum Inhalt", menu: "Menü", home: "Startseite",
    note: "Diese Seite wurde aus dem WordPress-Export der Website wiederhergestellt. "
      + "Text und Angaben stammen aus dem Export, die Gestaltung nicht.",
    by: "von", categories: "Kategorien", tags: "Schlagwörter", years: "Jahre", pages: "Seiten",
    latest: "Neueste Beiträge", category: "Kategorie", tag: "Schlagwort", author: "Beiträge von",
    archive: "Archiv",
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    comments: "Kommentare", pings: "Verweise von anderen Seiten", untitled: "Ohne Titel", posts: "Beiträge",
    pageNumber: "Seite", of: "von", newer: "Neuere", older: "Ältere", previousPost: "Vorheriger Beitrag",
    nextPost: "Nächster Beitrag", empty: "Hier steht kein Beitrag.")

  private static let english = PageWording(
    skip: "Skip to content", menu: "Menu", home: "Home",
    note: "This page was reconstructed from the site’s WordPress export. "
      + "Its text and data are those of the export, its design is not.",
    by: "by", categories: "Categories", tags: "Tags", years: "Years", pages: "Pages", latest: "Latest posts",
    category: "Category", tag: "Tag", author: "Posts by", archive: "Archive",
    months: "January February March April May June July August September October November December",
    comments: "Comments", pings: "Links from other sites", untitled: "Untitled", posts: "Posts",
    pageNumber: "Page", of: "of", newer: "Newer", older: "Older", previousPost: "Previous post",
    nextPost: "Next post", empty: "There is no post here.")
}
