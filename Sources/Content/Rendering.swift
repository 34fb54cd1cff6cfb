internal import Bytes
internal import Model

/// The rendering of one post: the settings it goes by, and what it finds on its way.
struct Rendering {
  let lookup: any ContentLookup
  let options: ContentRenderer.Options
  /// The post's id, for galleries of its own images.
  let id: String?
  /// The post's custom fields.
  let meta: [MetaEntry]
  var marks = ContentMarks()
  var usage = NotationUsage()
  var tally = FindingTally()
  /// The reusable blocks that are being rendered: none may contain itself.
  var openReferences: [String] = []

  init(lookup: any ContentLookup, options: ContentRenderer.Options, id: String?, meta: [MetaEntry]) {
    self.lookup = lookup
    self.options = options
    self.id = id
    self.meta = meta
  }

  /// The whole way from raw content to HTML.
  mutating func html(of content: [UInt8]) -> [UInt8] {
    marks = ContentMarks(of: content.span)
    let paragraphed = paragraphs(of: content)
    return runShortcodes(in: paragraphed)
  }

  /// Raw content with its blocks resolved and its classic text given paragraphs, shortcodes still as written.
  mutating func paragraphs(of content: [UInt8]) -> [UInt8] {
    // WordPress's own test for blocks is for this text, with just one blank.
    guard content.span.firstIndex(of: "<!-- wp:") != nil else { return classicParagraphs(of: content[...]) }
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    renderBlocks(content, into: &output)
    return output
  }

  /// Paragraphs of classic text; each page, and what stands before and behind a "more" mark on a line of its own,
  /// is a text by itself.
  func classicParagraphs(of text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8)
    for part in ContentMarks.split(Array(text)) {
      switch part {
      case .mark(let mark):
        output.append(contentsOf: mark)
        output.append(UInt8(ascii: "\n"))
      case .text(let text):
        let paragraphs = AutomaticParagraphs.apply(to: text)
        output.append(
          contentsOf: ShortcodeParagraphs.unwrap(paragraphs, names: Self.shortcodeNames))
      }
    }
    return output
  }
}
