import Bytes
import Model

/// Reads the entries of a listing out of its lines alone: each ends in a more-link, whose title is the anchor to trust.
///
/// Used for pages that reach us as text, and for themes whose markup says nothing.
struct FlowReader {
  let lines: [FlowLine]
  let source: PageSource
  var words = MoreWords.common

  /// An entry, the lines it was made of, and what was left in front of it.
  struct Outcome {
    var entries: [PageEntry] = []
    var leftOver: [FlowLine] = []
  }

  /// The entries in order, and every line that belongs to none.
  func read() -> Outcome {
    var outcome = Outcome()
    var start = 0
    var index = 0
    while index < lines.count {
      let earlier = lines[start..<index].map(\.text)
      guard let found = moreLink(at: index, titles: earlier) else {
        index += 1
        continue
      }
      let block = Block(lines: Array(lines[start...found.lastLine]), moreLine: index - start, more: found)
      let (entry, left) = self.entry(block)
      outcome.entries.append(entry)
      outcome.leftOver += left
      index = found.lastLine + 1
      start = index
    }
    outcome.leftOver += lines[start...]
    return outcome
  }

  /// The lines from the end of one entry to the end of the next.
  private struct Block {
    var lines: [FlowLine]
    var moreLine: Int
    var more: FoundMore
  }

  private struct FoundMore {
    /// The line's text before the more-link.
    var before: String
    var link: MoreLink
    var lastLine: Int
  }

  /// The more-link that line `index` ends in, perhaps going on in the next line.
  private func moreLink(at index: Int, titles: [String]) -> FoundMore? {
    let text = lines[index].text
    guard let (start, link) = MoreLink.trailing(in: text, titles: titles, words: words) else { return nil }
    let before = text[..<start].trimmed
    if link.title == nil, link.cutTag == nil, index + 1 < lines.count, !lines[index + 1].beginsParagraph {
      let joined = text + " " + lines[index + 1].text
      if let (_, longer) = MoreLink.trailing(in: joined, titles: titles, words: words), longer.title != nil {
        return FoundMore(before: before, link: longer, lastLine: index + 1)
      }
    }
    return FoundMore(before: before, link: link, lastLine: index)
  }

  private func entry(_ block: Block) -> (PageEntry, [FlowLine]) {
    let lines = block.lines
    let head = Array(lines[..<block.moreLine])
    let title = titleLine(head, more: block.more.link)
    let (kicker, left) = kickerLine(head, title: title)
    let bodyStart = title.map { $0 + 1 } ?? kicker.map { $0 + 1 } ?? left.count
    let first = kicker ?? title ?? bodyStart
    let range = ByteRange(
      from: lines[min(first, lines.count - 1)].range.offset, to: lines[lines.count - 1].range.end)
    var item = Item(
      provenance: Provenance(input: source.input, inputIndex: source.inputIndex, range: range))
    item.isPartial = true
    item.title = title.map { head[$0].text } ?? block.more.link.title
    item.kicker = kicker.map { head[$0].text }
    var paragraphs: [String] = []
    for line in head.dropFirst(bodyStart) {
      if paragraphs.isEmpty, let date = MetaLine.date(of: line.text) {
        item.date = date.sourceDate
      } else if !MetaLine.isMeta(line.text) {
        Self.add(line, to: &paragraphs)
      }
    }
    if !block.more.before.isEmpty {
      var last = lines[block.moreLine]
      last.text = block.more.before
      Self.add(last, to: &paragraphs)
    }
    item.excerpt = HTMLText.paragraphs(paragraphs)
    if let cut = block.more.link.cutTag {
      item.findings.append(cutTagFinding(cut, in: lines[lines.count - 1]))
    }
    var entry = PageEntry(item: item)
    entry.excerptText = paragraphs.joined(separator: "\n\n")
    entry.moreLink = block.more.link
    return (entry, left)
  }

  private static func add(_ line: FlowLine, to paragraphs: inout [String]) {
    if line.beginsParagraph || paragraphs.isEmpty {
      paragraphs.append(line.text)
    } else {
      paragraphs[paragraphs.count - 1] += "\n" + line.text
    }
  }

  private func cutTagFinding(_ tag: String, in line: FlowLine) -> Finding {
    let lead = line.text.ranges(of: tag).last.map { line.text[..<$0.lowerBound].utf8.count }
    return Finding(
      .cutTag, .repair, at: source.offset + line.range.offset + (lead ?? 0),
      "the more-link ends in the cut-off tag “\(tag)”, which is left out")
  }

  /// The line that is the title: the one the more-link repeats, or else the last of the short lines at the top.
  private func titleLine(_ head: [FlowLine], more: MoreLink) -> Int? {
    if let title = more.title {
      let folded = FoldedText(title)
      return head.lastIndex { FoldedText($0.text) == folded }
    }
    let headline = head.prefix { MetaLine.isHeadline($0.text) || MetaLine.isMeta($0.text) }
    if let prominent = headline.lastIndex(where: { $0.isProminent && !MetaLine.isMeta($0.text) }) {
      return prominent
    }
    return headline.lastIndex { !MetaLine.isMeta($0.text) && !MetaLine.isTemplateName($0.text) }
  }

  /// The line above the title, where it is one of the entry's own; what stands before it is left over.
  private func kickerLine(_ head: [FlowLine], title: Int?) -> (kicker: Int?, left: [FlowLine]) {
    guard let title else { return (nil, []) }
    let above = head[..<title]
    guard let last = above.indices.last, !MetaLine.isMeta(above[last].text),
      !MetaLine.isTemplateName(above[last].text), above[last].text.count <= MetaLine.longestHeadline
    else { return (nil, Array(above)) }
    return (last, Array(above[..<last]))
  }
}
