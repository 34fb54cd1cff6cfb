/// Quotation marks of the kinds that themes put around titles.
enum Quotes {
  private static let opening: Set<Character> = ["“", "„", "«", "»", "\"", "'", "‚", "‘", "‹", "›", "”", "’"]
  private static let closing: Set<Character> = ["”", "“", "»", "«", "\"", "'", "’", "‘", "›", "‹"]

  /// What stands between the quotes, where `text` begins and ends with one; nil otherwise.
  static func contents(of text: Substring) -> Substring? {
    let text = text.trimmedEnd
    guard text.count > 2, let first = text.first, opening.contains(first), let last = text.last,
      closing.contains(last)
    else { return nil }
    return text.dropFirst().dropLast()
  }
}

extension Substring {
  /// The text without the white space at its end.
  var trimmedEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  var trimmed: String { String(Substring(drop { $0.isWhitespace }).trimmedEnd) }

  /// The text with every run of white space as one blank, and none around it.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
