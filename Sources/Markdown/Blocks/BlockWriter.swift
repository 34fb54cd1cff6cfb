internal import HTML
internal import Model

/// Walks a tree and writes it block by block; inline content is gathered until its block is complete.
struct BlockWriter {
  /// A block at the top of the output: what the self-check compares one by one.
  struct Segment {
    /// Where it begins in the output.
    var start: Int
    /// The node it begins with.
    var node: NodeID
    /// Whether it is a paragraph, and not spelt as HTML.
    var isParagraph: Bool
  }

  /// How a block at the top is to be spelt; nicest unless the self-check found that it says something else.
  enum Spelling {
    case nicest, careful, html
  }

  /// What was written last, as far as the next block must know.
  enum BlockKind: Equatable {
    case paragraph
    case bullets(marker: UInt8)
    case numbers(marker: UInt8, first: Int)
    case fence, quote, other
  }

  /// What blocks are written into: the document, a quote or a list item.
  struct Container {
    var last: BlockKind?
    /// Whether blocks follow each other without a blank line where Markdown allows it.
    var isTight = false
    /// Whether a task's box may stand here.
    var isItem = false
  }

  let document: Document
  let options: MarkdownOptions
  /// Footnotes that are written as such.
  let footnotes: Footnotes
  /// Ids that links of the document lead to.
  let targets: Set<String>
  /// The spelling of blocks that must not be spelt the nicest way, by their number.
  var spellings: [Int: Spelling] = [:]
  /// Whether a comment is put between all blocks at the top.
  var separatesAll = false

  var output: [UInt8] = []
  var segments: [Segment] = []
  var findings = FindingCounter()
  var content = InlineContent()
  var nesting = InlineNesting()
  /// What each line of the current container begins with.
  var prefix: [UInt8] = []
  var container = Container()
  /// How many containers are open.
  var depth = 0
  /// Whether the last item of a list was begun only to hold a list, and nothing stands in it yet.
  var emptyItemIsOpen = false
  /// Whether blocks become mere line breaks, inside a heading or cell.
  var isPhrase = false
  /// Whether notes are being written, at the document's end.
  var isInNotes = false
  /// Footnotes of which something ended up in HTML, where `[^1]` means nothing.
  var footnotesInHTML: Set<Int> = []

  /// Makes a writer; `targets` spares the search for them.
  init(
    _ document: Document, _ options: MarkdownOptions, footnotes: Footnotes = .none,
    targets: Set<String>? = nil
  ) {
    self.document = document
    self.options = options
    self.footnotes = footnotes
    self.targets =
      targets ?? FragmentLinks(below: document.root, in: document, except: footnotes).targets
    // Room for most documents, so that what is written is not moved again and again while it grows.
    output.reserveCapacity(64 * document.nodeCount)
    segments.reserveCapacity(document.nodeCount / 4)
  }

  /// The spelling of the block at the top that is being written.
  var spelling: Spelling { spellings[segments.count - 1] ?? .nicest }

  /// Begins a block: separates it from the one before.
  mutating func beginBlock(_ kind: BlockKind, at node: NodeID) {
    if let last = container.last {
      if separatesAll && depth == 0 || mustSeparate(last, kind) {
        endLine(blank: true)
        output.append(contentsOf: "<!-- -->".utf8)
        endLine(blank: true)
      } else {
        endLine(blank: !(container.isTight && Self.mayTouch(last, kind)))
      }
    }
    container.last = kind
    if depth == 0 {
      segments.append(Segment(start: output.count, node: node, isParagraph: kind == .paragraph))
    }
  }

  /// Ends the line, leaves a blank one where wanted, and begins the next.
  mutating func endLine(blank: Bool = false) {
    output.append(0x0A)
    guard !prefix.isEmpty else {
      if blank { output.append(0x0A) }
      return
    }
    if blank {
      var end = prefix.count
      while end > 0, prefix[end - 1] == 0x20 { end -= 1 }
      output.append(contentsOf: prefix[..<end])
      output.append(0x0A)
    }
    output.append(contentsOf: prefix)
  }

  /// Appends lines, each with the container's prefix.
  mutating func appendLines(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == 0x0A { endLine() } else { output.append(byte) }
    }
  }

  /// Writes what `body` writes into a container of its own; whether there was anything.
  mutating func inContainer(
    _ inner: Container, prefix more: some Sequence<UInt8>, _ body: (inout BlockWriter) -> Void
  ) -> Bool {
    let (outer, width) = (container, prefix.count)
    container = inner
    prefix.append(contentsOf: more)
    depth += 1
    body(&self)
    flush()
    let isEmpty = container.last == nil
    depth -= 1
    prefix.removeSubrange(width...)
    container = outer
    return !isEmpty
  }

  /// Lists of a kind, and quotes, that follow each other would become one for some readers.
  private func mustSeparate(_ last: BlockKind, _ next: BlockKind) -> Bool {
    guard !options.dialect.separatesByMarkers else { return false }
    switch (last, next) {
    case (.quote, .quote), (.bullets, .bullets), (.numbers, .numbers), (.bullets, .numbers),
      (.numbers, .bullets):
      return true
    default: return false
    }
  }

  /// Whether a block may follow another without a blank line.
  private static func mayTouch(_ last: BlockKind, _ next: BlockKind) -> Bool {
    guard last == .paragraph else { return false }
    switch next {
    case .bullets, .fence, .numbers(_, first: 1): return true
    default: return false
    }
  }
}
