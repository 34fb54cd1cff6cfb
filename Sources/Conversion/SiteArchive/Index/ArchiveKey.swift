/// A list of posts that the old site had at an address of its own.
enum ArchiveKey: Hashable, Sendable {
  /// All posts, or all items of another type.
  case type(String)
  /// A year.
  case year(Int)
  /// A month, from 1.
  case month(Int, Int)
  /// What an author wrote, by the name that items know the author by.
  case author(String)
  /// What is filed under a term.
  case term(taxonomy: String, slug: String)
}

/// A post as the lists want it, and the lists it stands in.
struct ListedPost: Sendable {
  /// Its local time in seconds since 1970; nil where it is not known.
  var time: Int?
  /// The entry, as all lists show it.
  var entryHTML: [UInt8]
  /// The lists, with the names that the post gives them.
  var lists: [(key: ArchiveKey, name: String)]
}
