/// The few words a rebuilt page says of itself, in the site's language where we speak it.
struct PageWording: Sendable {
  var note: String
  var by: String
  var categories: String
  var tags: String
  var comments: String
  var pings: String
  var untitled: String

  init(language: String) {
    self = language.lowercased().hasPrefix("de") ? .german : .english
  }

  private init(
    note: String, by: String, categories: String, tags: String, comments: String, pings: String,
    untitled: String
  ) {
    self.note = note
    self.by = by
    self.categories = categories
    self.tags = tags
    self.comments = comments
    self.pings = pings
    self.untitled = untitled
  }

  private static let german = PageWording(
    note: "Diese Seite wurde aus dem WordPress-Export der Website wiederhergestellt. "
      + "Text und Angaben stammen aus dem Export, die Gestaltung nicht.",
    by: "von", categories: "Kategorien", tags: "Schlagwörter", comments: "Kommentare",
    pings: "Verweise von anderen Seiten", untitled: "Ohne Titel")

  private static let english = PageWording(
    note: "This page was reconstructed from the site’s WordPress export. "
      + "Its text and data are those of the export, its design is not.",
    by: "by", categories: "Categories", tags: "Tags", comments: "Comments",
    pings: "Links from other sites", untitled: "Untitled")
}
