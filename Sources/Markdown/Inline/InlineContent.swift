internal import Bytes
internal import HTML

/// The inline content of one paragraph, heading or cell while it is gathered: text in one buffer, and runs over it.
///
/// White space is collapsed as a browser does it, and a blank between two styles belongs to neither, so it ends up outside of
/// all delimiters.
struct InlineContent {
  struct Run {
    enum Kind {
      case text
      case lineBreak
      case image(NodeID)
      /// An element kept as HTML with all that is in it.
      case object(NodeID)
      /// Markup that is written as it stands: bytes in `markup`.
      case markup(Int)
      /// The reference to a footnote, by its number.
      case footnote(Int)
      /// The box of a task, `[ ]` or `[x]`, with the blank that must follow.
      case taskBox(isChecked: Bool)
      /// A link or element with nothing in it.
      case empty
    }

    var kind: Kind
    /// The run's bytes in `text`.
    var start: Int
    var end: Int
    var style: InlineStyle
    /// Whether white space stood beside a line break.
    var hasBlank = false
  }

  private(set) var text: [UInt8] = []
  private(set) var runs: [Run] = []
  /// Markup that is written as it stands, in order.
  private(set) var markup: [[UInt8]] = []
  /// All wrappers of the document so far: one may go on in the next paragraph.
  private(set) var wrappers: [InlineWrapper] = []
  /// The node the content began with.
  private(set) var firstNode: NodeID?
  /// How many runs were ever gathered, in all contents of the document.
  private(set) var runsGathered = 0
  /// Whether anything but U+00A0 was gathered.
  private(set) var isVisible = false
  /// The style of white space that was met and not yet written.
  private var blank: InlineStyle?

  init() {
    // Room for most paragraphs.
    text.reserveCapacity(512)
    runs.reserveCapacity(8)
  }

  var isEmpty: Bool { runs.isEmpty }

  /// The emphases that any run has.
  var emphases: InlineStyle.Emphasis { runs.reduce(into: []) { $0.formUnion($1.style.emphasis) } }

  /// Whether it is one plain text and nothing else.
  var isPlainText: Bool {
    guard runs.count == 1, case .text = runs[0].kind else { return false }
    return runs[0].style == .plain && runs[0].start == 0 && runs[0].end == text.count
  }

  mutating func clear() {
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    if !markup.isEmpty { markup.removeAll(keepingCapacity: true) }
    firstNode = nil
    isVisible = false
    blank = nil
  }

  mutating func addWrapper(_ kind: InlineWrapper.Kind, in style: InlineStyle) -> InlineStyle {
    wrappers.append(InlineWrapper(kind: kind, parent: style.wrapper))
    return InlineStyle(emphasis: style.emphasis, wrapper: wrappers.count - 1)
  }

  /// Adds text, collapsing its white space.
  mutating func append(_ bytes: Span<UInt8>, node: NodeID, style: InlineStyle) {
    var position = 0
    while position < bytes.count {
      if isSpace(bytes[position]) {
        position += 1
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        // A blank at the beginning of a line is not shown.
        guard blank == nil, let last = runs.last, !last.endsWithSpace else {
          if blank == nil, !runs.isEmpty { runs[runs.count - 1].hasBlank = true }
          continue
        }
        blank = style
        continue
      }
      // Words of one style are taken together with the single blanks between them.
      let start = position
      position = bytes.endOfWords(from: start)
      appendVisible(bytes.extracting(start..<position), node: node, style: style)
    }
  }

  private mutating func appendVisible(_ bytes: Span<UInt8>, node: NodeID, style: InlineStyle) {
    settleBlank(before: style)
    if firstNode == nil { firstNode = node }
    if !isVisible { isVisible = !bytes.isNoBreakSpace }
    appendRun(.text, bytes, style: style)
  }

  mutating func appendLineBreak(node: NodeID, style: InlineStyle) {
    let hasBlank = blank != nil
    blank = nil
    guard !runs.isEmpty else { return }
    appendRun(.lineBreak, style: style)
    runs[runs.count - 1].hasBlank = hasBlank
  }

  /// Ends the line, unless it has only just begun.
  mutating func appendBoundary(node: NodeID, style: InlineStyle) {
    guard let last = runs.last, !last.isLineBreak else { return }
    appendLineBreak(node: node, style: style)
  }

  /// Adds something that is not text.
  mutating func append(_ kind: Run.Kind, node: NodeID, style: InlineStyle) {
    settleBlank(before: style)
    if firstNode == nil { firstNode = node }
    isVisible = true
    appendRun(kind, style: style)
  }

  /// Adds markup that is written as it stands.
  mutating func appendMarkup(_ bytes: [UInt8], node: NodeID, style: InlineStyle) {
    markup.append(bytes)
    append(.markup(markup.count - 1), node: node, style: style)
  }

  private mutating func appendRun(_ kind: Run.Kind, _ bytes: Span<UInt8> = Span(), style: InlineStyle) {
    runsGathered += 1
    let start = text.count
    text.append(copying: bytes)
    if case .text = kind, let last = runs.last, case .text = last.kind, last.style == style {
      runs[runs.count - 1].end = text.count
    } else {
      runs.append(Run(kind: kind, start: start, end: text.count, style: style))
    }
  }

  /// Writes the blank that was met, in what the styles around it have in common.
  private mutating func settleBlank(before style: InlineStyle) {
    guard let met = blank, let last = runs.last else { return }
    blank = nil
    var common = InlineStyle()
    common.emphasis = last.style.emphasis.intersection(met.emphasis).intersection(style.emphasis)
    common.wrapper = commonWrapper(commonWrapper(last.style.wrapper, met.wrapper), style.wrapper)
    let space: InlineArray<1, UInt8> = [0x20]
    appendRun(.text, space.span, style: common)
  }

  /// The innermost wrapper around both; a wrapper's number is greater than its parent's.
  private func commonWrapper(_ first: Int?, _ second: Int?) -> Int? {
    var (first, second) = (first, second)
    while first != second {
      guard let one = first, let other = second else { return nil }
      if one > other { first = wrappers[one].parent } else { second = wrappers[other].parent }
    }
    return first
  }

  /// Drops line breaks at the end and moves white space a style begins or ends with out of it.
  mutating func settle() {
    while let last = runs.last, last.isLineBreak { runs.removeLast() }
    guard runs.contains(where: { !$0.style.emphasis.isDisjoint(with: [.strong, .emphasis, .deletion]) })
    else { return }
    for index in runs.indices where runs[index].isLineBreak {
      let before = index > 0 ? runs[index - 1].style.emphasis : []
      let after = index + 1 < runs.count ? runs[index + 1].style.emphasis : []
      runs[index].style.emphasis.formIntersection(before.intersection(after))
    }
    var index = 0
    while index < runs.count {
      splitEdge(of: index, leading: true)
      splitEdge(of: index, leading: false)
      index += 1
    }
  }

  /// Gives blanks and no-break spaces at an edge of a text run the style its neighbour shares, as a run of its own.
  private mutating func splitEdge(of index: Int, leading: Bool) {
    let run = runs[index]
    guard case .text = run.kind, !run.style.emphasis.isEmpty, !run.style.emphasis.contains(.code) else {
      return
    }
    let neighbour = leading ? index - 1 : index + 1
    let outside =
      runs.indices.contains(neighbour) ? runs[neighbour].style.emphasis : []
    guard !run.style.emphasis.isSubset(of: outside) else { return }
    var edge = leading ? run.start : run.end
    while edge != (leading ? run.end : run.start) {
      let width =
        leading
        ? text.spaceWidth(at: edge, before: run.end) : text.spaceWidth(endingAt: edge, after: run.start)
      guard width > 0 else { break }
      edge += leading ? width : -width
    }
    guard edge != (leading ? run.start : run.end) else { return }
    var white = run
    white.style.emphasis.formIntersection(outside)
    if edge == (leading ? run.end : run.start) {
      runs[index] = white
    } else if leading {
      white.end = edge
      runs[index].start = edge
      runs.insert(white, at: index)
    } else {
      white.start = edge
      runs[index].end = edge
      runs.insert(white, at: index + 1)
    }
  }
}

extension InlineContent.Run {
  var isLineBreak: Bool {
    if case .lineBreak = kind { true } else { false }
  }

  /// Whether white space after it would not be shown.
  fileprivate var endsWithSpace: Bool {
    if case .taskBox = kind { true } else { isLineBreak }
  }
}

/// Tab, line feed, form feed, carriage return or blank.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte <= 0x20 && (byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B))
}

extension Span<UInt8> {
  /// Whether there is nothing but U+00A0 and blanks.
  fileprivate var isNoBreakSpace: Bool {
    for index in indices where self[index] != 0xC2 && self[index] != 0xA0 && self[index] != 0x20 {
      return false
    }
    return true
  }
}
