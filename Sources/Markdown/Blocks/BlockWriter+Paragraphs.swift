internal import Bytes
internal import HTML
internal import Model

extension BlockWriter {
  /// Writes the gathered inline content as a paragraph, if there is any.
  mutating func flush() {
    guard !isPhrase else { return }
    content.settle()
    defer { content.clear() }
    guard let node = content.firstNode else { return }
    guard content.isVisible else {
      findings.add(
        .emptyParagraph, .note, at: document.sourceOffset(of: node),
        "a paragraph of nothing but no-break spaces was left out")
      return
    }
    if holdsOnlyMedia {
      for case .object(let object) in content.runs.map(\.kind) { writeHTMLBlock(object, .plain) }
      return
    }
    beginBlock(.paragraph, at: node)
    if depth == 0 && spelling == .html || holdsHTMLBlock {
      writeContentAsHTML()
    } else {
      writeContent(in: .paragraph)
    }
  }

  /// Writes the content and protects the beginnings of its lines.
  mutating func writeContent(in place: InlinePlace) {
    let start = output.count
    writeInline(in: place)
    if place == .paragraph { protectLines(from: start) }
  }

  private mutating func protectLines(from start: Int) {
    var start = start
    if container.isItem, content.startsWithText, LineStart.looksLikeTask(output[start...]) {
      output.insert(UInt8(ascii: "\\"), at: start)
      return
    }
    var continues = false
    while start < output.count {
      var end = output.count
      // Only a hard break makes a further line.
      if content.runs.count > 1 { end = output.span.firstIndex(of: 0x0A, from: start) ?? output.count }
      if let place = LineStart.escapePosition(in: output[start..<end], continues: continues),
        continues || content.startsWithText
      {
        output.insert(UInt8(ascii: "\\"), at: place)
        end += 1
      }
      start = end + 1 + prefix.count
      continues = true
    }
  }

  /// Writes the content as a paragraph of HTML, with emphasis and links as tags.
  private mutating func writeContentAsHTML() {
    for case .footnote(let number) in content.runs.map(\.kind) { footnotesInHTML.insert(number) }
    // A player may have paragraphs for those who have none, which a paragraph may not.
    let name = content.runs.contains(where: holdsBlocks) ? "div" : "p"
    output.append(contentsOf: "<\(name)>".utf8)
    output.append(contentsOf: InlineHTML.write(content, document, options))
    output.append(contentsOf: "</\(name)>".utf8)
  }

  private func holdsBlocks(_ run: InlineContent.Run) -> Bool {
    guard case .object(let node) = run.kind else { return false }
    return document.descendants(of: node).contains {
      document.isElement($0) && ElementRole.of(document.tag(of: $0)).isBlock
    }
  }

  // Loops, as a closure would take a copy of the whole writer along, and so would a call.

  @inline(__always)
  private var holdsOnlyMedia: Bool {
    for run in content.runs where !isMediaOrBlank(run) { return false }
    return true
  }

  private var holdsHTMLBlock: Bool {
    for run in content.runs where startsHTMLBlock(run) { return true }
    return false
  }

  /// Whether a run is a player, frame or drawing, which can stand on lines of its own, or a blank between two.
  private func isMediaOrBlank(_ run: InlineContent.Run) -> Bool {
    switch run.kind {
    case .text: return content.text[run.start..<run.end].allSatisfy(isSpace)
    case .object(let node):
      guard document.namespace(of: node) == .html else { return run.style.wrapper == nil }
      switch document.tag(of: node) {
      case .iframe, .video, .audio, .object, .embed, .applet: return run.style.wrapper == nil
      default: return false
      }
    default: return false
    }
  }

  /// Whether a line that begins with the run would be read as an HTML block.
  private func startsHTMLBlock(_ run: InlineContent.Run) -> Bool {
    guard case .object(let node) = run.kind else { return false }
    return document.isElement(node, .iframe) || document.isElement(node, .textarea)
  }

  mutating func writeHeading(_ node: NodeID, _ tag: Tag, _ style: InlineStyle) {
    let wasPhrase = isPhrase
    isPhrase = true
    writeChildren(of: node, style)
    isPhrase = wasPhrase
    content.settle()
    defer { content.clear() }
    guard content.firstNode != nil, content.isVisible else { return }
    guard depth > 0 || spellings[segments.count] != .html else {
      return writeHTMLBlock(node, style)
    }
    beginBlock(.other, at: node)
    output.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: tag.headingLevel))
    output.append(0x20)
    let start = output.count
    writeContent(in: .heading)
    protectHeadingEnd(from: start)
  }

  /// A run of `#` at the end would be taken for the heading's closing sequence.
  private mutating func protectHeadingEnd(from start: Int) {
    var first = output.count
    while first > start, output[first - 1] == UInt8(ascii: "#") { first -= 1 }
    guard first < output.count, first == start || output[first - 1] == 0x20 else { return }
    output.insert(UInt8(ascii: "\\"), at: first)
  }
}

extension Tag {
  /// 1 to 6 for `h1` to `h6`.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    default: 6
    }
  }
}

extension InlineContent {
  /// Whether the first thing is plain text, so that a backslash may stand before it.
  var startsWithText: Bool {
    guard let first = runs.first, case .text = first.kind else { return false }
    return !first.style.emphasis.contains(.code)
  }
}
