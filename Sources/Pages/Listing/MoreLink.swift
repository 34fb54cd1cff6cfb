/// The invitation to read on under an excerpt, as printed.
public struct MoreLink: Sendable, Hashable {
  /// All of it, from its first word or quoted title to its end.
  public var label: String
  /// The post's title, where it names it, without the quotes.
  public var title: String?
  /// A tag that was cut off or escaped and is visible now, such as `</span`.
  public var cutTag: String?
  /// Where it leads, where that is known.
  public var address: String?

  init(label: String, title: String? = nil, cutTag: String? = nil, address: String? = nil) {
    self.label = label
    self.title = title
    self.cutTag = cutTag
    self.address = address
  }

  /// Finds a more-link at the end of `text`: with the title before or after it, in quotes of any kind or none, with
  /// arrows and cut tags.
  ///
  /// - Parameters:
  ///   - text: The text to look at the end of.
  ///   - titles: Titles the post may have; a title without quotes is recognised only when it is among them.
  ///   - words: The words to look for.
  /// - Returns: Where the more-link begins, and what it says; nil where the text does not end in one.
  static func trailing(
    in text: String, titles: [String] = [], words: MoreWords = .common
  ) -> (start: String.Index, link: MoreLink)? {
    MoreLinkScanner(text, titles: titles, words: words).trailing().map {
      (text.index(atByte: $0.start), $0.link)
    }
  }

  private static let lead = "([{…<«‹→.".unicodeScalars

  /// Whether the text of a link is a more-link and nothing else.
  static func isWhole(_ text: String, titles: [String] = [], words: MoreWords = .common) -> Bool {
    guard let (start, _) = MoreLinkScanner(text, titles: titles, words: words).trailing() else {
      return false
    }
    return text[..<text.index(atByte: start)].unicodeScalars.allSatisfy {
      Letters.isSpace($0.value) || lead.contains($0)
    }
  }
}
