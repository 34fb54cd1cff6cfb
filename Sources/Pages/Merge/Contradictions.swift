import Bytes
import HTML
import Model

/// Compares what two sources say of the same post; typography makes no difference.
enum Contradictions {
  /// Between two pages.
  static func between(_ one: PageEntry, _ other: PageEntry, on sighting: RescuedPost.Sighting) -> [Finding] {
    var findings = [title(one.item.title, other.item.title, sighting)].compactMap { $0 }
    if let first = one.item.date?.civil?.dateText, let second = other.item.date?.civil?.dateText,
      first != second
    {
      findings.append(dates(first, second, sighting))
    }
    findings += [texts(one, other, sighting)].compactMap(\.self)
    return findings
  }

  /// Between an export and a page.
  static func between(_ item: KnownItem, _ entry: PageEntry, on sighting: RescuedPost.Sighting) -> [Finding] {
    var findings = [title(item.title, entry.item.title, sighting)].compactMap { $0 }
    let day = String(item.date.prefix(10))
    if !day.isEmpty, !day.hasPrefix("0000"), let date = entry.item.date?.civil?.dateText, date != day {
      findings.append(dates(day, date, sighting))
    }
    return findings
  }

  private static func title(_ one: String?, _ other: String?, _ sighting: RescuedPost.Sighting) -> Finding? {
    guard let one, let other, !one.isEmpty, !other.isEmpty, bare(one) != bare(other) else { return nil }
    return Finding(
      .titleContradiction, .note,
      "titled “\(one)”, but “\(other)” on \(name(of: sighting)); the first is kept")
  }

  private static func dates(_ one: String, _ other: String, _ sighting: RescuedPost.Sighting) -> Finding {
    Finding(
      .dateContradiction, .note, "dated \(one), but \(other) on \(name(of: sighting)); the first is kept")
  }

  /// Between the texts of two pages: an excerpt must be a part of the other's text, as far as it goes.
  private static func texts(
    _ one: PageEntry, _ other: PageEntry, _ sighting: RescuedPost.Sighting
  ) -> Finding? {
    // The parts of a post in parts say different things.
    guard one.part == nil, other.part == nil, let first = text(of: one), let second = text(of: other) else {
      return nil
    }
    return contradiction(second, to: [first], sighting)
  }

  /// Between the texts that an export has of an item (the whole, a manual excerpt) and what a page shows of it.
  static func between(
    _ known: [ComparableText], _ shown: ComparableText, on sighting: RescuedPost.Sighting
  ) -> Finding? {
    known.isEmpty ? nil : contradiction(shown, to: known, sighting)
  }

  /// A few words prove nothing; a text that is a part of the other says no more than it, and contradicts nothing.
  private static func contradiction(
    _ shown: ComparableText, to known: [ComparableText], _ sighting: RescuedPost.Sighting
  ) -> Finding? {
    guard shown.count > 3,
      !known.contains(where: { $0.count < 4 || shown.isPart(of: $0) || $0.isPart(of: shown) })
    else { return nil }
    let (text, place) = known.map { ($0, shown.countFound(in: $0)) }.max { $0.1 < $1.1 } ?? (shown, 0)
    return Finding(
      .textContradiction, .note,
      "begins “\(text.beginning())…”, but on \(name(of: sighting)) word \(place + 1) and those after it are "
        + "“\(shown.beginning(from: place))…”; the first is kept")
  }

  /// The words that a page shows of a post; nil where it shows none.
  static func text(of entry: PageEntry) -> ComparableText? {
    if entry.item.isPartial { return entry.excerptText.isEmpty ? nil : ComparableText(entry.excerptText) }
    guard let content = entry.item.content, !content.isEmpty else { return nil }
    let document = Document(archivalFragment: Array(content.utf8))
    return ComparableText(FlowWalk.oneLine(of: document.root, in: document))
  }

  private static func name(of sighting: RescuedPost.Sighting) -> String { sighting.page ?? sighting.input }

  /// A title without WordPress's "Geschützt: " and without typography.
  private static func bare(_ title: String) -> FoldedText {
    for prefix in ["Geschützt: ", "Privat: ", "Protected: ", "Private: "] where title.hasPrefix(prefix) {
      return FoldedText(title.dropFirst(prefix.count))
    }
    return FoldedText(title)
  }
}
