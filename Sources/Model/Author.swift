/// An author of the site, as `wp:author` lists it.
public struct Author: Sendable, Hashable {
  /// `wp:author_id`, as written.
  public var id: String?
  /// `wp:author_login`; the name that `dc:creator` refers to.
  public var login: String
  /// `wp:author_email`: personal data, kept in the full record only.
  public var email: String?
  /// `wp:author_display_name`.
  public var displayName: String?
  /// `wp:author_first_name`.
  public var firstName: String?
  /// `wp:author_last_name`.
  public var lastName: String?
  /// Elements inside the author that the format does not know.
  public var unknown: [RawElement] = []
  /// Where it stands in the source.
  public var provenance: Provenance?

  /// Makes an author known by a login name alone.
  public init(login: String) { self.login = login }

  /// The name to show: the display name, or the login where there is none.
  public var name: String {
    guard let displayName, !displayName.isEmpty else { return login }
    return displayName
  }
}
