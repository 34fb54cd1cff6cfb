/// A menu of the site as its pages show it.
public struct SiteMenu: Sendable, Hashable {
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

    /// Makes an entry.
    public init(title: String, address: String, depth: Int) {
      self.title = title
      self.address = address
      self.depth = depth
    }
  }

  /// Makes a menu.
  public init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
  }
}
