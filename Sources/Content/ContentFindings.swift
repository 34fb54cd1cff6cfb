public import Model

extension Finding.Code {
  /// Text outside of blocks got paragraphs, which WordPress itself does not give it in a post with blocks.
  public static let freeformParagraphs = Self("freeform-paragraphs")
  /// Blocks were still open at the end of the text.
  public static let unclosedBlock = Self("unclosed-block")
  /// A block's closing delimiter stood where no block was open.
  public static let strayBlockCloser = Self("stray-block-closer")
  /// A block whose content the site computed whenever it was shown.
  public static let dynamicBlock = Self("dynamic-block")
  /// A block that is no block of WordPress itself; its HTML was kept.
  public static let unknownBlock = Self("unknown-block")
  /// Text that stood only in a block's or shortcode's attributes was put into the text.
  public static let attributeText = Self("attribute-text")
  /// A reusable block refers to an item that the export does not have, or to itself.
  public static let missingReusableBlock = Self("missing-reusable-block")
  /// A post has a place for its footnotes, but none.
  public static let missingFootnotes = Self("missing-footnotes")
  /// A post refers to the block editor's footnotes, but has no place for them.
  public static let hiddenFootnotes = Self("hidden-footnotes")
  /// What stood in double parentheses was taken for a footnote.
  public static let parenthesisNotes = Self("parenthesis-notes")
  /// A page builder's shortcodes or data were unwrapped to their text.
  public static let pageBuilder = Self("page-builder")
  /// A shortcode that no reader can run: kept as written.
  public static let unknownShortcode = Self("unknown-shortcode")
  /// A shortcode in a tag's attribute: kept as written.
  public static let attributeShortcode = Self("attribute-shortcode")
  /// A picture without an address: the words that stand for it were kept.
  public static let imageWithoutAddress = Self("image-without-address")
  /// The text is kept in several languages at once.
  public static let severalLanguages = Self("several-languages")
  /// A shortcode refers to media the export does not have.
  public static let missingShortcodeMedia = Self("missing-shortcode-media")
}

/// Findings in the making: equal ones are counted together, in the order of their first occurrence.
struct FindingTally {
  private(set) var findings: [Finding] = []
  private var places: [Finding: Int] = [:]

  /// Adds a finding of the rendered HTML: its place there is none in the source.
  mutating func add(_ finding: Finding) {
    add(finding.code, finding.severity, finding.detail, count: finding.count)
  }

  mutating func add(_ code: Finding.Code, _ severity: Finding.Severity, _ detail: String, count: Int = 1) {
    let finding = Finding(code, severity, detail)
    if let place = places[finding] {
      findings[place].count += count
    } else {
      places[finding] = findings.count
      findings.append(Finding(code, severity, detail, count: count))
    }
  }
}
