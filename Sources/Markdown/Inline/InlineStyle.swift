/// How a stretch of inline content is marked: a set of emphases, and the elements around it that must stay whole.
struct InlineStyle: Equatable {
  /// The emphases Markdown can write with delimiters, and code; they nest in any order, so a set says it all.
  struct Emphasis: OptionSet {
    let rawValue: UInt8
    static let strong = Emphasis(rawValue: 1)
    static let emphasis = Emphasis(rawValue: 2)
    static let deletion = Emphasis(rawValue: 4)
    static let code = Emphasis(rawValue: 8)
  }

  var emphasis: Emphasis = []
  /// The innermost wrapper, as an index into the wrappers of the content, or nil.
  var wrapper: Int?

  static let plain = InlineStyle()

  func adding(_ more: Emphasis) -> InlineStyle {
    InlineStyle(emphasis: emphasis.union(more), wrapper: wrapper)
  }
}

/// An element around inline content that must not be split: a link, or tags kept as they are.
struct InlineWrapper {
  enum Kind {
    /// A link with its destination, already rewritten, and its title.
    case link(destination: [UInt8], title: [UInt8])
    /// An element kept as HTML: its name, and its tag as it is written.
    case tags(name: [UInt8], opening: [UInt8])
  }

  var kind: Kind
  /// The wrapper around this one, or nil.
  var parent: Int?

  var isLink: Bool {
    if case .link = kind { true } else { false }
  }
}
