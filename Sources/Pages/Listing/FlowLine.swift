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
  /// Its `rel` and `class` words.
  var marks: Set<String> = []
}
