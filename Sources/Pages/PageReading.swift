public import Bytes
public import Model

/// What one saved page says: whose page it is, what kind, and the posts on it.
public struct PageReading: Sendable {
  /// Where the page's bytes come from.
  public var source: PageSource
  /// The page's own address, the most trustworthy of ``addressEvidence``.
  public var address: String?
  /// Everything that tells the page's own address, most trustworthy first.
  public var addressEvidence: [Evidence] = []
  /// When the page was saved, where a saving tool noted it.
  public var captured: UTCTime?
  /// What kind of page it is.
  public var kind: PageKind
  /// What the kind was told by.
  public var kindEvidence: [Evidence] = []
  /// Whether a WordPress made it.
  public var isWordPress = true
  /// The posts on the page, in order: the excerpts of a listing, or the one post of a single page.
  public var entries: [PageEntry] = []
  /// What the page says about its site: name, tagline, language, logo, generator.
  public var site = Site()
  /// The site's menus, as far as the page shows them.
  public var menus: [PageMenu] = []
  /// The address of the listing's next page, where there is one.
  public var nextPage: String?
  /// The address of the listing's previous page, where there is one.
  public var previousPage: String?
  /// What had to be said about reading it.
  public var findings: [Finding] = []
  /// Why each entry was taken and what was left, in the order it was decided.
  public var explanation: [Evidence] = []

  /// Begins the reading of a page of which nothing is known.
  public init(source: PageSource, kind: PageKind = .unknown) {
    self.source = source
    self.kind = kind
  }

  mutating func explain(_ source: String, _ value: String, at offset: Int? = nil) {
    explanation.append(Evidence(source: source, value: value, offset: offset))
  }
}

/// Where a page's bytes come from, and what is known of it before they are read.
public struct PageSource: Sendable, Hashable {
  /// The input's name in the package, such as `mirror.zip`.
  public var input: String
  /// Which of the run's inputs, counted from 0.
  public var inputIndex: Int
  /// The page's path within a folder or zip of saved pages.
  public var path: String?
  /// The page's address, where it is known for certain: a web archive's record, a mail part's location.
  public var address: String?
  /// The site's address that the user gives (`--base-url`), for pages that do not tell their own.
  public var baseURL: String?
  /// When the page was saved, where it is known for certain.
  public var captured: UTCTime?
  /// Where the page's bytes begin in the input.
  public var offset = 0

  /// Names a source.
  public init(input: String, inputIndex: Int = 0, path: String? = nil) {
    self.input = input
    self.inputIndex = inputIndex
    self.path = path
  }
}

/// One thing that a page tells, and what in the page tells it.
public struct Evidence: Sendable, Hashable {
  /// What tells it: `canonical`, `body-class`, `saved-from`, a rule of a theme profile.
  public var source: String
  /// What it says.
  public var value: String
  /// Where in the page, in bytes.
  public var offset: Int?

  /// Makes evidence.
  public init(source: String, value: String, offset: Int? = nil) {
    self.source = source
    self.value = value
    self.offset = offset
  }
}

/// A menu of the site.
public struct PageMenu: Sendable, Hashable {
  /// What it is called: its label, id or place.
  public var name: String
  /// Its entries, in order.
  public var entries: [Entry]

  /// One entry of a menu.
  public struct Entry: Sendable, Hashable {
    /// Its words.
    public var title: String
    /// Where it leads.
    public var address: String
    /// How deep it stands under other entries, 0 at the top.
    public var depth: Int
  }
}
