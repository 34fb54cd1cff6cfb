public import Model
import Bytes
import XML

/// Reads items one after the other, each for itself; keep one for each worker, for it reuses its parser.
///
/// Nothing is thrown: what cannot be read is said in the item's findings.
public final class ItemReader {
  /// The most names a parser may have met: an ordinary export has fewer than a hundred.
  private static let mostNames = 10_000

  private let dialect: Dialect
  private let rules: Dialect.Rules
  private var parser: EventParser
  private var vocabulary = Vocabulary()

  /// Makes a reader for the items below a header that told `dialect`.
  public init(dialect: Dialect) {
    self.dialect = dialect
    rules = dialect.rules
    parser = EventParser(prologue: dialect.prologue)
  }

  /// Reads the item whose bytes, from `<item>` to `</item>`, stand at `provenance` in the input.
  ///
  /// An item that the survey found sound is not looked through for damage again.
  public func read(_ bytes: [UInt8], provenance: Provenance, isSound: Bool = false) -> Item {
    let offset = provenance.range.offset
    let text = parse(
      (isSound ? Repair.prepareSound(bytes, at: offset) : nil)
        ?? Repair.prepare(bytes, at: offset, dialect.encoding))
    return ItemBuilder(rules, EventCursor(text, parser.events, vocabulary), provenance: provenance).build()
  }

  /// Reads of the same bytes only what a first pass needs.
  public func survey(_ bytes: [UInt8], provenance: Provenance) -> ItemSummary {
    let text = parse(
      Repair.prepare(bytes, at: provenance.range.offset, dialect.encoding, passingOverComments: true))
    var summary = SummaryBuilder(rules, EventCursor(text, parser.events, vocabulary)).build()
    summary.isSound = !text.isRepaired && text.findings.isEmpty
    return summary
  }

  private func parse(_ prepared: PreparedText) -> PreparedText {
    if parser.nameCount > Self.mostNames {
      parser = EventParser(prologue: dialect.prologue)
      vocabulary = Vocabulary()
    }
    var text = prepared
    parser.read(text.markup().span)
    if !text.isRepaired, !isWhole(text) {
      text = Repair.mend(text)
      parser.read(text.markup().span)
    }
    vocabulary.learn(from: parser)
    if !isWhole(text) { text.findings.append(unreadable(text)) }
    return text
  }

  /// Whether the parser met all there is.
  private func isWhole(_ text: PreparedText) -> Bool {
    parser.events.isWhole && parser.events.sectionCount == text.sections.count
  }

  private func unreadable(_ text: PreparedText) -> Finding {
    let fault = parser.events.faults.first
    let offset = text.map.offset(of: text.offset(ofMarkup: max(0, fault?.offset ?? 0)))
    return Finding(
      .unreadableMarkup, .loss, at: offset,
      "the XML parser stopped here: \(fault?.message ?? "elements left open")")
  }
}
