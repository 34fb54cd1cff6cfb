/// What kind of page of a WordPress site it is.
public enum PageKind: String, Sendable, Hashable, CaseIterable {
  /// The site's front page or blog, listing the newest posts.
  case home
  case category
  case tag
  case author
  /// The posts of a year, month or day.
  case date
  case search
  /// The listing of a custom post type.
  case postType = "post-type"
  /// The listing of a custom taxonomy's term.
  case taxonomy
  /// A listing of which no more is known.
  case listing
  /// One post.
  case single
  /// One static page.
  case page
  case attachment
  /// The page that says there is none.
  case notFound = "not-found"
  case unknown

  /// Whether it lists posts.
  public var isListing: Bool {
    switch self {
    case .home, .category, .tag, .author, .date, .search, .postType, .taxonomy, .listing: true
    case .single, .page, .attachment, .notFound, .unknown: false
    }
  }

  /// Whether it shows one thing in full.
  public var isSingle: Bool { self == .single || self == .page || self == .attachment }
}
