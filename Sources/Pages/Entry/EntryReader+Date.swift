import Bytes
import HTML
import Model

extension EntryReader {
  /// The date: machine-readable where there is such a form, else as printed, settled by the permalink.
  mutating func readDate(into entry: inout PageEntry) {
    guard var date = machineDate() ?? printedDate() else { return readRelativeDate(into: &entry) }
    let permalink = entry.item.link.flatMap { PermalinkDate(address: $0) }
    var confirmed = date.confirm(by: permalink)
    if confirmed == false, let other = otherDate(agreeingWith: permalink) {
      (date, confirmed) = (other, true)
    }
    switch confirmed {
    case true: evidence.append(Evidence(source: "date", value: "confirmed by the permalink"))
    case false:
      entry.item.findings.append(
        Finding(
          .dateContradiction, .note, at: page.offset(element),
          "the page prints the date “\(date.text)”, the permalink says otherwise: \(entry.item.link ?? "")"))
    default: break
    }
    entry.item.date = date.sourceDate
    if let moment = date.moment { entry.item.dateGMT = SourceDate(raw: date.text, civil: moment) }
  }

  private mutating func machineDate() -> PrintedDate? {
    let found = find(.date) { !$0.isInText($1) && !$0.isInComments($1) && !$0.isChangeDate($1) }
    guard let found else { return nil }
    if let stamp = page.tree.attribute(.datetime, of: found), let date = PrintedDate(in: stamp) {
      return date
    }
    if page.tree.isOne(found, .abbr), let title = page.tree.attribute(.title, of: found),
      let date = PrintedDate(in: title)
    {
      return date
    }
    guard var date = PrintedDate(in: page.text(found)) else { return nil }
    // Twenty Ten writes the time of day into the link's title.
    guard date.clock == nil else { return date }
    let link = page.tree.chain(from: found).prefix { $0 >= element }.first { page.tree.isOne($0, .a) }
    if let link, let title = page.tree.attribute(.title, of: link),
      let timed = PrintedDate(in: "\(date.text) \(title)"), timed.clock != nil
    {
      date = timed
    }
    return date
  }

  /// The date of a line that is little else, or of a theme's own line, outside the text.
  private mutating func printedDate() -> PrintedDate? {
    for line in linesOutsideText() {
      if let date = MetaLine.date(of: line.text) {
        evidence.append(Evidence(source: "date", value: "a line of its own", offset: line.range.offset))
        return date
      }
    }
    for inner in inside where page.metaLines.contains(inner) && !isInText(inner) {
      if let date = PrintedDate(in: page.text(inner)) {
        note("date", "printed among other things", inner)
        return date
      }
    }
    return nil
  }

  /// Another date of the entry's own lines that the permalink bears out.
  private func otherDate(agreeingWith permalink: PermalinkDate?) -> PrintedDate? {
    guard let permalink else { return nil }
    for line in linesOutsideText() where line.text.isAtMost(400) {
      if let date = DateScanner(line.text).all().first(where: { permalink.agrees(with: $0) }) { return date }
    }
    return nil
  }

  /// `vor 3 Tagen`: counted back from when the page was saved, where that is known.
  private mutating func readRelativeDate(into entry: inout PageEntry) {
    // Without an element for the text, a line of many words may be the text's.
    let limit = textElement == nil ? 40 : 120
    let own = [entry.item.title, entry.item.kicker]
    for line in linesOutsideText() where line.text.isAtMost(limit) && !own.contains(line.text) {
      guard let relative = RelativeDate(in: line.text) else { continue }
      let moment = page.source.captured.flatMap { relative.moment(before: $0) }
      entry.item.date = moment.map { SourceDate(raw: relative.text, civil: $0) }
      let reading =
        moment.map {
          "taken for \($0.dateText), counted back from when the page was saved, which may be a little off"
        }
        ?? "when that was, nothing tells"
      entry.item.findings.append(
        Finding(
          .relativeDate, .note, at: page.source.offset + line.range.offset,
          "the page prints the date as “\(relative.text)”: \(reading)"))
      return
    }
  }

  /// Whether an element says when the post was last changed, which is not its date.
  private func isChangeDate(_ element: Int) -> Bool {
    page.tree.has(element, class: Self.updated)
      && !Self.published.contains { page.tree.has(element, class: $0) }
  }

  private static let updated = ClassName("updated")
  private static let published = ["published", "entry-date", "dt-published", "date"].map { ClassName($0) }

  /// The entry's lines without its text, and without when it was last changed.
  func linesOutsideText() -> [FlowLine] {
    var left = NodeSet(textElement.map { [page.node($0)] } ?? [])
    left.formUnion(
      page.tree.elements(withClass: Self.updated, in: inside).filter(isChangeDate).map(page.node))
    return page.lines(element, without: left)
  }
}
