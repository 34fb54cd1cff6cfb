import Bytes
import HTML
import Model

/// Reads the entries of a listing out of its lines alone: each ends in a more-link, whose title or address is the anchor.
///
/// Used for pages that reach us as text, and for themes whose markup says nothing.
struct FlowReader {
  let lines: [FlowLine]
  let source: PageSource
  var words = MoreWords.common
  /// The page's tree, where the lines come from one.
  var document: Document?
  /// A form that is equal for addresses of the same page.
  var key: (String) -> String = { $0 }

  /// The entries found, and the lines that belong to none.
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
      // Most lines hold nothing that a more-link could be made of.
      guard !lines[index].links.isEmpty || words.mayStand(in: lines[index].text),
        let found = moreLink(at: index, titles: lines[start..<index].map(\.text))
      else {
        index += 1
        continue
      }
      let block = Block(
        head: Array(lines[start..<index]), last: lines[index], end: lines[found.lastLine], more: found)
      let (entry, left) = entry(block, isFirst: outcome.entries.isEmpty)
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
    /// The lines before the more-link's.
    var head: [FlowLine]
    /// The line that the more-link begins in, and the one it ends in.
    var last: FlowLine
    var end: FlowLine
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
    let line = lines[index]
    if let found = linkedMore(line, titles: titles) {
      return FoundMore(before: found.before, link: found.link, lastLine: index)
    }
    guard let (start, link) = MoreLink.trailing(in: line.text, titles: titles, words: words) else {
      return nil
    }
    let before = line.text[..<start].trimmed
    if link.title == nil, link.cutTag == nil, index + 1 < lines.count, !lines[index + 1].beginsParagraph {
      let joined = line.text + " " + lines[index + 1].text
      if let (_, longer) = MoreLink.trailing(in: joined, titles: titles, words: words), longer.title != nil {
        return FoundMore(before: before, link: longer, lastLine: index + 1)
      }
    }
    return FoundMore(before: before, link: link, lastLine: index)
  }

  private static let moreMark = PhraseTable(["#more-"])

  /// The link in the line that says to read on, or leads to `#more-9`; what follows it in the line is left out.
  private func linkedMore(_ line: FlowLine, titles: [String]) -> (before: String, link: MoreLink)? {
    for link in line.links {
      let isMarked = Self.moreMark.stands(in: link.address.utf8) || link.marks.contains(.moreLink)
      guard isMarked || MoreLink.isWhole(link.text, titles: titles, words: words) else { continue }
      let found = MoreLink.trailing(in: link.text, titles: titles, words: words)?.link
      var more = found ?? MoreLink(label: link.text)
      more.label = link.text
      more.address = link.address
      return (line.text.before(last: link.text)?.trimmed ?? "", more)
    }
    return nil
  }

  private func entry(_ block: Block, isFirst: Bool) -> (PageEntry, [FlowLine]) {
    let head = block.head
    let title = titleLine(head, more: block.more.link)
    let (kicker, left) = kickerLine(head, title: title, last: block.last, isFirst: isFirst)
    let bodyStart = title.map { $0 + 1 } ?? kicker.map { $0 + 1 } ?? left.count
    let begin = (kicker ?? title).map { head[$0] } ?? head.dropFirst(bodyStart).first ?? block.last
    var item = Item(
      provenance: Provenance(
        input: source.input, inputIndex: source.inputIndex,
        range: ByteRange(from: source.offset + begin.range.offset, to: source.offset + block.end.range.end)))
    item.isPartial = true
    item.title = title.map { head[$0].text } ?? block.more.link.title
    item.rawTitle = item.title
    item.kicker = kicker.map { head[$0].text }
    item.link = title.flatMap { head[$0].links.first?.address } ?? block.more.link.address
    if let link = item.link.flatMap({ WebAddress($0) }) {
      item.id = link.parameter("p") ?? Self.id(in: block.more.link.address)
      item.link = link.withoutFragment.description
    }
    var paragraphs: [String] = []
    var meta = left.suffix(1).filter { MetaLine.isMeta($0.text) }
    for line in head.dropFirst(bodyStart) {
      if paragraphs.isEmpty, MetaLine.isMeta(line.text) { meta.append(line) }
      if paragraphs.isEmpty, item.date == nil, let date = MetaLine.date(of: line.text) {
        setDate(date, of: &item, at: line)
      } else if !MetaLine.isMeta(line.text) {
        Self.add(line, to: &paragraphs)
      }
    }
    if item.date == nil, let date = left.last.flatMap({ MetaLine.date(of: $0.text) }) {
      setDate(date, of: &item, at: begin)
    }
    if !block.more.before.isEmpty {
      var last = block.last
      last.text = block.more.before
      Self.add(last, to: &paragraphs)
    }
    item.excerpt = HTMLText.paragraphs(paragraphs)
    if let cut = block.more.link.cutTag { item.findings.append(cutTagFinding(cut, in: block.end)) }
    item.terms = meta.flatMap(Self.terms)
    var entry = PageEntry(item: item)
    entry.author = meta.lazy.compactMap { EntryReader.nameBesideDate($0.text) }.first
    entry.item.creator = entry.author
    entry.excerptText = paragraphs.joined(separator: "\n\n")
    entry.moreLink = block.more.link
    entry.addresses = [item.link].compactMap { $0 }
    return (entry, left)
  }

  /// The categories and tags that a line's links name, told by where they lead.
  private static func terms(of line: FlowLine) -> [TermReference] {
    line.links.compactMap { link in
      guard let address = WebAddress(link.address) else { return nil }
      let isCategory = address.hasSegment(of: EntryReader.categoryBases) || address.parameter("cat") != nil
      let isTag = address.hasSegment(of: EntryReader.tagBases) || address.parameter("tag") != nil
      guard isCategory || isTag else { return nil }
      return TermReference(
        taxonomy: isCategory ? "category" : "post_tag", slug: EntryReader.slug(of: address), name: link.text)
    }
  }

  private func setDate(_ printed: PrintedDate, of item: inout Item, at line: FlowLine) {
    var date = printed
    if date.confirm(by: item.link.flatMap { PermalinkDate(address: $0) }) == false {
      item.findings.append(
        Finding(
          .dateContradiction, .note, at: source.offset + line.range.offset,
          "the page prints the date “\(date.text)”, the permalink says otherwise: \(item.link ?? "")"))
    }
    item.date = date.sourceDate
  }

  private static func id(in address: String?) -> String? {
    guard let fragment = address.flatMap({ WebAddress($0) })?.fragment, fragment.hasPrefix("more-") else {
      return nil
    }
    return String(fragment.dropFirst(5))
  }

  private static func add(_ line: FlowLine, to paragraphs: inout [String]) {
    if line.beginsParagraph || paragraphs.isEmpty {
      paragraphs.append(line.text)
    } else {
      paragraphs[paragraphs.count - 1] += "\n" + line.text
    }
  }

  private func cutTagFinding(_ tag: String, in line: FlowLine) -> Finding {
    let lead = line.text.before(last: tag)?.utf8.count
    return Finding(
      .cutTag, .repair, at: source.offset + line.range.offset + (lead ?? 0),
      "the more-link ends in the cut-off tag “\(tag)”, which is left out")
  }

  /// The line that is the title: the one that leads where the more-link does, or says what it says, or else the last of
  /// the short lines at the top.
  private func titleLine(_ head: [FlowLine], more: MoreLink) -> Int? {
    if let address = more.address {
      let wanted = key(address)
      let found = head.lastIndex { line in
        !MetaLine.isMeta(line.text) && line.links.contains { key($0.address) == wanted && !$0.text.isEmpty }
      }
      if let found { return found }
    }
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
  private func kickerLine(
    _ head: [FlowLine], title: Int?, last: FlowLine, isFirst: Bool
  ) -> (kicker: Int?, left: [FlowLine]) {
    guard let title else { return (nil, []) }
    let above = head[..<title]
    guard let line = above.indices.last, !MetaLine.isMeta(above[line].text),
      !KindReader.isHeading(above[line].text),
      !MetaLine.isTemplateName(above[line].text), above[line].text.isAtMost(MetaLine.longestHeadline),
      isNear(above[line], title: head[title], last: last),
      !(isFirst && document != nil && above[line].isProminent)
    else { return (nil, Array(above)) }
    return (line, Array(above[..<line]))
  }

  /// Whether a line stands within what holds the title and the more-link; true where there is no tree to tell.
  private func isNear(_ line: FlowLine, title: FlowLine, last: FlowLine) -> Bool {
    guard let document, let own = line.node, let title = title.node, let last = last.node else { return true }
    let aroundLast = Set(document.ancestors(of: last))
    guard let holder = document.ancestors(of: title).first(where: aroundLast.contains) else { return true }
    return document.ancestors(of: own).contains(holder)
  }
}
