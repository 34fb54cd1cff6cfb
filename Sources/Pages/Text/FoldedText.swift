/// Text without what WordPress's typography (`wptexturize`) changes, for telling whether two texts say the same.
///
/// Quotes of every kind become straight ones, dashes a hyphen, the ellipsis three dots, the multiplication sign an
/// `x`; white space runs to one space, soft hyphens and zero-width spaces vanish. Case and letters stay.
public struct FoldedText: Sendable, Hashable, CustomStringConvertible {
  /// The folded text.
  public let description: String

  /// Folds `text`.
  public init(_ text: some StringProtocol) {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      if Self.isWhiteSpace(scalar) {
        isSpaceDue = !folded.isEmpty
        continue
      }
      if scalar.isASCII, scalar != "-", scalar != "'", scalar != "`" {
        if isSpaceDue { folded.append(" ") }
        isSpaceDue = false
        folded.unicodeScalars.append(scalar)
        continue
      }
      guard let replacement = Self.replacement(of: scalar) else { continue }
      if isSpaceDue {
        folded.append(" ")
        isSpaceDue = false
      }
      // A run of hyphens is one dash, two single quotes or backticks are one double quote.
      if replacement == "-", folded.hasSuffix("-") { continue }
      if replacement == "'", folded.hasSuffix("'") {
        folded.removeLast()
        folded.append("\"")
      } else {
        folded.append(replacement)
      }
    }
    description = folded
  }

  /// The words of the text, in lower case, without the marks around them.
  public var words: [String] {
    description.split(separator: " ").compactMap { piece in
      let word = piece.lowercased().drop { !$0.isLetter && !$0.isNumber }
      guard let last = word.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
      return String(word[...last])
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { description.isEmpty }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "“", "”", "„", "‟", "«", "»", "″", "〝", "〞": "\""
    case "‘", "’", "‚", "‛", "‹", "›", "′", "`", "´": "'"
    case "‐", "‑", "‒", "–", "—", "―", "−": "-"
    case "…": "..."
    case "×": "x"
    case "™": "(tm)"
    case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}", "\u{200F}": nil
    default: String(scalar)
    }
  }
}
