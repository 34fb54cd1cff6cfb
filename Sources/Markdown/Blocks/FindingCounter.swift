public import Model

/// Counts equal findings together, in the order of their first appearance.
struct FindingCounter {
  private(set) var findings: [Finding] = []
  private var places: [String: Int] = [:]

  mutating func add(_ code: Finding.Code, _ severity: Finding.Severity, at offset: Int?, _ detail: String) {
    let key = code.rawValue + " " + detail
    if let place = places[key] {
      findings[place].count += 1
    } else {
      places[key] = findings.count
      findings.append(Finding(code, severity, at: offset, detail))
    }
  }
}

extension Finding.Code {
  /// A block was written as HTML because Markdown, rendered again, did not say what the tree says.
  public static let markdownFallback = Self("markdown-fallback")
  /// Rendered again, the Markdown says something else than the tree, and no spelling was found that does not.
  public static let markdownDiffers = Self("markdown-differs")
  /// Something Markdown has no word for was kept as HTML.
  public static let keptAsHTML = Self("kept-as-html")
  /// A script, style or template was left out.
  public static let scriptLeftOut = Self("script-left-out")
  /// A comment was left out.
  public static let commentLeftOut = Self("comment-left-out")
  /// A paragraph with nothing but a no-break space was left out.
  public static let emptyParagraph = Self("empty-paragraph")
  /// A link whose target would run a script became plain text.
  public static let scriptTarget = Self("script-target")
}
