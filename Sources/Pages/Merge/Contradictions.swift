import Bytes
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
    if let text = texts(one, other, sighting) { findings.append(text) }
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

  /// An excerpt must be a beginning of the other's text, as far as it goes.
  private static func texts(_ one: PageEntry, _ other: PageEntry, _ sighting: RescuedPost.Sighting)
    -> Finding?
  {
    guard one.item.isPartial, other.item.isPartial else { return nil }
    let (first, second) = (FoldedText(one.excerptText).words, FoldedText(other.excerptText).words)
    let count = min(first.count, second.count, 12)
    guard count > 3, first.prefix(count) != second.prefix(count) else { return nil }
    return Finding(
      .textContradiction, .note,
      "begins “\(first.prefix(6).joined(separator: " "))…”, but on \(name(of: sighting)) “\(second.prefix(6).joined(separator: " "))…”"
    )
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
