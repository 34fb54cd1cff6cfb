import HTML

/// A set of tags that every document knows: one flag each.
struct TagSet: Sendable, ExpressibleByArrayLiteral {
  private var flags: [Bool]

  init(arrayLiteral tags: Tag...) {
    flags = Array(repeating: false, count: Tag.standardCount)
    for tag in tags { flags[tag.number] = true }
  }

  func contains(_ tag: Tag) -> Bool { tag.number < flags.count && flags[tag.number] }

  /// The headings of a page or a part of it.
  static let headings: TagSet = [.h1, .h2, .h3]
  /// Headings that may be a post's title.
  static let titles: TagSet = [.h1, .h2, .h3, .h4]
}
