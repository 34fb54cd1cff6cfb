public import HTML
public import Model

/// Raw post content, understood.
public struct RenderedContent: Sendable {
  /// The content as an HTML fragment in UTF-8; addresses as in the source.
  public var html: [UInt8] = []
  /// The same fragment as a tree, with embedded addresses made links and code languages named alike.
  public var document = Document()
  /// The marks an author can set between paragraphs.
  public var marks = ContentMarks()
  /// How often each kind of notation was used.
  public var usage = NotationUsage()
  /// The versions of a text that is kept in several languages at once, the shown one included; else empty.
  public var languages: [Version] = []
  /// What had to be said about it; equal findings are counted together.
  public var findings: [Finding] = []

  /// The content in one language.
  public struct Version: Sendable {
    /// The language's code, such as `de`.
    public var language: String
    /// The content as an HTML fragment in UTF-8.
    public var html: [UInt8]
    /// The same fragment as a tree.
    public var document: Document
  }
}

/// The marks an author can set between paragraphs; the text around them is always kept whole and in order.
public struct ContentMarks: Sendable, Hashable {
  /// Whether a `<!--more-->` mark divides the text; it stands in the HTML where the author put it.
  public var hasMore = false
  /// The author's own text for the "more" link, or nil.
  public var moreText: String?
  /// Whether `<!--noteaser-->` hides what stands before the "more" mark on the post's own page.
  public var hidesTeaser = false
  /// How many `<!--nextpage-->` marks divide the text into pages.
  public var pageBreaks = 0

  /// Makes the marks of a text without any.
  public init() {}
}

/// How often each kind of notation was used.
public struct NotationUsage: Sendable, Hashable {
  /// Uses of each block, by its full name such as `core/paragraph`.
  public var blocks: [String: Int] = [:]
  /// Uses of each shortcode, by its name.
  public var shortcodes: [String: Int] = [:]

  /// Makes the usage of a text without any.
  public init() {}

  /// Adds another text's uses.
  public mutating func add(_ other: Self) {
    blocks.merge(other.blocks, uniquingKeysWith: +)
    shortcodes.merge(other.shortcodes, uniquingKeysWith: +)
  }
}
