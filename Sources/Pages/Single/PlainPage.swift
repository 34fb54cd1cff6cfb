import Bytes
import HTML
import Model

extension SingleReader {
  /// Reads a page whose markup says nothing: its title is found by the words of `<title>`, its text follows it.
  func readPlain(into reading: inout PageReading) {
    guard let body = page.body else { return }
    let asides = page.asideNodes
    let lines = page.lines(body, without: asides)
    let title = titleLine(lines)
    let byline = title == nil ? lines.first { Byline($0.text) != nil } : nil
    guard let first = title.map({ lines[$0] }) ?? byline ?? lines.first, let firstNode = first.node else {
      reading.findings.append(Finding(.damagedPage, .loss, "the page has no text"))
      return
    }
    var item = Item(
      provenance: Provenance(
        input: page.source.input, inputIndex: page.source.inputIndex,
        range: ByteRange(offset: page.source.offset, length: page.bytes.count)))
    let named = PageTitle.parts(of: IdentityReader.titleText(of: page)).first
    item.title = title.map { lines[$0].text } ?? (byline == nil ? named : "")
    item.rawTitle = item.title
    // Where nothing on the page is its title, all of it is the text.
    let holder =
      title == nil && byline == nil ? page.node(body) : self.holder(of: firstNode, in: page.node(body))
    let inside = lines.enumerated().filter { _, line in line.node.map { isInside($0, holder) } ?? false }.map(
      \.offset)
    if let title, let above = inside.last(where: { $0 < title }), !lines[above].isProminent,
      !MetaLine.isMeta(lines[above].text), lines[above].text.isAtMost(MetaLine.longestHeadline),
      lines[above].links.isEmpty
    {
      item.kicker = lines[above].text
    }
    var entry = PageEntry(item: item)
    var text = inside.filter { index in title.map { index > $0 } ?? true }
    if title == nil, let byline { text = text.filter { lines[$0].range.offset >= byline.range.offset } }
    while let index = text.first, let byline = Byline(lines[index].text) {
      entry.item.date = entry.item.date ?? byline.date.sourceDate
      entry.author = entry.author ?? byline.author
      text.removeFirst()
    }
    let remarks = text.firstIndex { Remark.begins(at: $0, in: lines) }
    entry.item.creator = entry.author
    if let start = text.first.flatMap({ lines[$0].node }) {
      var excluded = asides
      excluded.formUnion(page.document.nodes(before: start, in: holder))
      if let remarks, let node = lines[text[remarks]].node {
        excluded.formUnion(page.document.nodes(from: node, in: holder))
      }
      excluded.formUnion(silent(in: holder))
      let parts = PartLinks(in: page, address: reading.address.flatMap { WebAddress($0) })
      excluded.formUnion((parts?.elements ?? []).map(page.node))
      entry =
        TextCutter(page: page).cut([EntryReader.Reading(entry: entry, text: (holder, excluded))]).first
        ?? entry
    }
    complete(&entry, reading: reading)
    if let remarks { entry.item.comments = Remark.comments(in: text[remarks...].map { lines[$0] }) }
    finish(entry, title: title, into: &reading)
  }

  private func finish(_ entry: PageEntry, title: Int?, into reading: inout PageReading) {
    var entry = entry
    if reading.kind == .unknown {
      reading.kind = .page
      entry.item.type = "page"
      reading.kindEvidence.append(
        Evidence(source: "structure", value: "neither a list of posts nor marks of one"))
    }
    if !reading.isWordPress {
      reading.findings.append(
        Finding(.foreignPage, .note, "no WordPress made this page; it is kept as a plain page"))
    }
    reading.explain("entry", "the page's text, “\(entry.item.title ?? "")”, told by the words of its <title>")
    reading.entries = [entry]
  }

  private func silent(in holder: NodeID) -> [NodeID] {
    let range = page.tree.position(of: holder).map(page.tree.inside) ?? page.tree.all
    return [Tag.script, .style, .noscript].flatMap { page.tree.elements($0, in: range) }.map(page.node)
  }

  /// The line that says what `<title>`, or a part of it, says; a heading before others, one above a byline before all.
  private func titleLine(_ lines: [FlowLine]) -> Int? {
    let whole = FoldedText(IdentityReader.titleText(of: page)).description
    let parts = PageTitle.parts(of: IdentityReader.titleText(of: page)).map { FoldedText($0).description }
    let matching = lines.indices.filter { index in
      let text = FoldedText(lines[index].text).description
      guard text.count > 1, lines[index].links.isEmpty else { return false }
      // WordPress says "Geschützt: " before the title, and not in `<title>`.
      return whole.hasSuffix(text) || whole.hasPrefix(text)
        || parts.contains { $0.count > 8 && text.hasSuffix($0) }
    }
    let byline = lines.firstIndex { Byline($0.text) != nil }
    if let byline {
      if let title = matching.last(where: { (byline - 3..<byline).contains($0) }) { return title }
      // The site's name alone in `<title>`: the post has none.
      if parts.count == 1 { return nil }
    }
    return matching.last { lines[$0].isProminent } ?? matching.last
  }

  /// What holds the title and the text under it: the nearest element around the title with much more text than it.
  private func holder(of title: NodeID, in body: NodeID) -> NodeID {
    let length = page.document.textBytes(of: title).count
    for outer in page.document.ancestors(of: title) {
      if outer == body { break }
      let text = FlowBuilder.text(of: outer, in: page.document)
      if text.utf8.count > length * 2 + 200 { return outer }
    }
    return body
  }

  private func isInside(_ node: NodeID, _ holder: NodeID) -> Bool {
    page.document.ancestors(of: node).contains(holder)
  }
}

/// A line of date and author under a title: `13.02.2018, Jana Muster`.
struct Byline {
  var date: PrintedDate
  var author: String?

  init?(_ line: String) {
    guard line.isAtMost(150), let (date, place) = DateScanner(line).first() else { return nil }
    let range = line.index(atByte: place.lowerBound)..<line.index(atByte: place.upperBound)
    let rest = (line[..<range.lowerBound] + " " + line[range.upperBound...]).trimmingMarks
    if MetaLine.date(of: line) == nil {
      // What is left over must be a name: few words, no sentence.
      guard rest.split(whereSeparator: \.isWhitespace).count <= 6, line.last != "." else { return nil }
    }
    self.date = date
    author = EntryReader.nameAfterPreposition(
      Substring(line[..<range.lowerBound] + " " + line[range.upperBound...]))
    if author == nil, line[range.upperBound...].trimmed.first.map({ ",|–-/".contains($0) }) == true,
      !rest.isEmpty
    {
      author = rest
    }
  }
}

/// A comment on a page without marks: `Jana schrieb am 14.02.2018:` and what follows.
enum Remark {
  private static let verbs = [
    "schrieb", "schreibt", "sagt", "sagte", "meint", "says", "said", "wrote", "kommentierte",
  ]

  static func begins(at index: Int, in lines: [FlowLine]) -> Bool { opening(lines[index].text) != nil }

  /// The name and date in a line that opens a comment.
  private static func opening(_ line: String) -> (name: String, date: PrintedDate?)? {
    guard line.hasSuffix(":"), line.isAtMost(150) else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(where: { verbs.contains($0.trimmingMarks.lowercased()) }), place > 0,
      place <= 6,
      PrintedDate(in: line) != nil || place == words.count - 1
    else { return nil }
    return (words[..<place].joined(separator: " "), PrintedDate(in: line))
  }

  static func comments(in lines: [FlowLine]) -> [Comment] {
    var comments: [Comment] = []
    var paragraphs: [String] = []
    func close() {
      if !comments.isEmpty { comments[comments.count - 1].content = HTMLText.paragraphs(paragraphs) }
      paragraphs = []
    }
    for line in lines {
      if let (name, date) = opening(line.text) {
        close()
        var comment = Comment()
        comment.author = name
        comment.date = date?.sourceDate
        comment.approved = "1"
        comment.type = "comment"
        comment.parent = "0"
        comments.append(comment)
      } else if line.beginsParagraph || paragraphs.isEmpty {
        paragraphs.append(line.text)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + line.text
      }
    }
    close()
    return comments
  }
}
