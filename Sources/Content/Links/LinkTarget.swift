/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
  /// To an item of this site, perhaps to a place in it.
  case item(id: String, fragment: String?)
  /// To a file below this site's uploads.
  case medium(MediumPath)
  /// To a place in the same text.
  case samePage(fragment: String)
  /// To the front page of this site.
  case home(fragment: String?)
  /// To something else of this site, by its path: a category, a feed, a page that the export does not have.
  case site(path: String)
  /// To another site, or by another scheme such as `mailto:` or `data:`.
  case external
}
