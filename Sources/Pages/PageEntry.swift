public import Model

/// One post as a page shows it: the item it becomes, and what the model has no place for.
public struct PageEntry: Sendable {
  /// The item: partial where the page is a listing.
  public var item: Item
  /// The excerpt as words alone, for comparing; the item has it as HTML.
  public var excerptText = ""
  /// The link to the whole post under the excerpt.
  public var moreLink: MoreLink?
  /// How many comments the page says there are.
  public var commentCount: Int?
  /// The address of the picture beside the excerpt.
  public var thumbnail: String?
  /// The author's name, as printed.
  public var author: String?
  /// The address of the author's page.
  public var authorAddress: String?
  /// Whether the listing shows it first, out of order.
  public var isSticky = false
  /// The title and address of the post before, on a single page.
  public var previous: PageMenu.Entry?
  /// The title and address of the post after, on a single page.
  public var next: PageMenu.Entry?
  /// Which part of a post in parts (`<!--nextpage-->`) this is, from 1, and how many there are.
  public var part: (number: Int, count: Int)?
  /// All addresses that the page knows the post by.
  public var addresses: [String] = []
  /// What each field was told by.
  public var evidence: [Evidence] = []

  init(item: Item) { self.item = item }
}
