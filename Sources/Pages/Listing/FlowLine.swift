import Bytes
import HTML

/// A line of a page as a reader sees it: one block of text, with what its place in the page tells about it.
struct FlowLine: Sendable, Hashable {
  /// The text, white space collapsed.
  var text: String
  /// Where it stands in the source, in bytes.
  var range: ByteRange
  /// Whether a gap (an empty line, another block) is before it.
  var beginsParagraph = true
  /// Whether it is a heading, or all in bold type.
  var isProminent = false
  /// The links in it, in order.
  var links: [FlowLink] = []
  /// Its first piece of text in the page's tree.
  var node: NodeID?
}

/// A link within a line.
struct FlowLink: Sendable, Hashable {
  /// Its text, white space collapsed.
  var text: String
  /// Where it leads, absolute where the page's address is known.
  var address: String
  /// What its `rel` and `class` say.
  var marks: LinkMarks = []
}

/// What `rel` and `class` of a link say about it.
struct LinkMarks: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let bookmark = LinkMarks(rawValue: 1)
  static let category = LinkMarks(rawValue: 2)
  static let tag = LinkMarks(rawValue: 4)
  static let author = LinkMarks(rawValue: 8)
  static let moreLink = LinkMarks(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of link: NodeID, in document: Document) {
    self = []
    for name in [AttributeName.rel, .classNames] {
      guard let words = document.attributeBytes(name, of: link) else { continue }
      for (word, mark) in Self.words where words.hasWord(word) { insert(mark) }
    }
  }

  private static let words: [([UInt8], LinkMarks)] = [
    ("bookmark", LinkMarks.bookmark), ("category", .category), ("tag", .tag), ("author", .author),
    ("more-link", .moreLink),
  ].map { (Array($0.0.utf8), $0.1) }
}
