public import Model

/// One post with everything that all pages say of it.
public struct RescuedPost: Sendable {
  /// The item: of a single page where there is one, else of the fullest excerpt.
  public var item: Item
  /// The best entry's other facts.
  public var entry: PageEntry
  /// All addresses that any page knows it by, its permalink first.
  public var addresses: [String]
  /// The pages it stands on, in the order they were read: its evidence.
  public var sightings: [Sighting]

  /// One page that shows the post.
  public struct Sighting: Sendable, Hashable {
    /// The page's file.
    public var input: String
    /// Which of the run's inputs it is.
    public var inputIndex: Int
    /// The page's own address.
    public var page: String?
    /// What kind of page it is.
    public var kind: PageKind
    /// Which entry of the page it is, from 1.
    public var place: Int
  }

  /// Whether only an excerpt of it is known.
  public var isPartial: Bool { item.isPartial }
}

/// An item of an export, as far as pages are compared with it.
public struct KnownItem: Sendable, Hashable {
  /// Its number among the export's items.
  public var number: Int
  /// `wp:post_id`.
  public var id: String
  /// The permalink.
  public var link: String
  /// The title.
  public var title: String
  /// `wp:post_date`.
  public var date: String
  /// Whether pages show a form for a password instead of its text.
  public var isProtected = false

  /// Makes an item of an export known.
  public init(number: Int, id: String, link: String, title: String, date: String, isProtected: Bool = false) {
    self.number = number
    self.id = id
    self.link = link
    self.title = title
    self.date = date
    self.isProtected = isProtected
  }
}
