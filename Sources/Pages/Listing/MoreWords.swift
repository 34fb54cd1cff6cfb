/// The words by which themes invite to read on, folded to lower case.
struct MoreWords: Sendable, Hashable {
  /// Phrases that mean a more-link wherever they end a text.
  let phrases: PhraseTable
  /// Phrases that are everyday words too: they count only alone, in brackets, or with an arrow or the title.
  let everydayPhrases: PhraseTable
  private let texts: [String]
  private let everydayTexts: [String]

  init(phrases: [String], everydayPhrases: [String]) {
    texts = phrases
    everydayTexts = everydayPhrases
    self.phrases = PhraseTable(phrases)
    self.everydayPhrases = PhraseTable(everydayPhrases)
  }

  /// What WordPress, its default themes and their translations print.
  static let common = MoreWords(
    phrases: [
      "weiterlesen", "weiter lesen", "lesen sie weiter", "hier weiterlesen", "beitrag weiterlesen",
      "diesen beitrag weiterlesen", "artikel weiterlesen", "mehr lesen", "mehr erfahren", "beitrag lesen",
      "artikel lesen", "ganzen beitrag lesen", "den ganzen beitrag lesen", "ganzen artikel lesen",
      "den ganzen artikel lesen", "den rest des beitrags lesen", "den rest des eintrags lesen",
      "den rest dieses beitrags lesen", "lies den rest dieses beitrags", "lies den rest des beitrags",
      "den vollständigen beitrag lesen", "zum beitrag", "zum artikel", "continue reading", "read more",
      "read the rest of this entry", "read the rest of this page", "read the full article",
      "read full article", "read full post", "read the full post", "keep reading", "lire la suite",
      "lire plus", "leer más", "seguir leyendo", "continua a leggere", "leggi tutto", "lees verder",
      "czytaj dalej", "devamını oku", "читать далее",
    ],
    everydayPhrases: ["weiter", "mehr", "more", "suite", "plus", "lesen", "details"])

  /// Whether any phrase may stand in the text, as far as letters tell.
  func mayStand(in text: String) -> Bool {
    let folded = FoldedCase.bytes(of: text)
    return phrases.stands(in: folded, upTo: 3) || everydayPhrases.stands(in: folded, upTo: 3)
  }

  /// Adds phrases of a theme's own.
  func adding(_ own: [String]) -> MoreWords {
    guard !own.isEmpty else { return self }
    return MoreWords(
      phrases: texts + own.map { FoldedText($0).description.lowercased() }, everydayPhrases: everydayTexts)
  }
}
