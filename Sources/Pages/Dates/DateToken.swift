/// A piece of printed text as the date reader sees it.
enum DateToken: Equatable {
  /// A run of ASCII digits: its value and how many digits it has.
  case number(Int, digits: Int)
  /// A run of letters, in lower case.
  case word(String)
  /// Any other character that is not white space.
  case mark(Character)

  /// Cuts `text` into tokens, each with where it stands.
  static func tokens(of text: String) -> [(token: DateToken, range: Range<String.Index>)] {
    var tokens: [(token: DateToken, range: Range<String.Index>)] = []
    var position = text.startIndex
    while position < text.endIndex {
      let start = position
      let character = text[position]
      if character.isASCII, character.isNumber {
        position = text[start...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
        let digits = text[start..<position]
        tokens.append((.number(Int(digits) ?? .max, digits: digits.count), start..<position))
      } else if character.isLetter {
        position = text[start...].firstIndex { !$0.isLetter } ?? text.endIndex
        tokens.append((.word(text[start..<position].lowercased()), start..<position))
      } else {
        position = text.index(after: start)
        if !character.isWhitespace { tokens.append((.mark(character), start..<position)) }
      }
    }
    return tokens
  }
}
