/// A piece of printed text as the date reader sees it.
enum DateToken: Equatable {
  /// A run of ASCII digits: its value and how many digits it has.
  case number(Int, digits: Int)
  /// A word that dates are made of.
  case word(Word)
  /// A run of letters that says nothing about dates.
  case otherWord
  /// Any other character that is not white space.
  case mark(UInt32)

  /// A word that dates are made of.
  enum Word: Equatable {
    /// The name of a month, 1 to 12.
    case month(Int)
    /// `st`, `nd`, `rd`, `th` after a day.
    case ordinal
    /// `um`, `at`, `à` before a time of day.
    case at
    /// The `T` of a machine's form.
    case t
    /// `Z` for no offset from UTC.
    case z
    /// `Uhr` or `h` after a time of day.
    case clock
    case am
    case pm
  }

  /// A token, and where it stands, in bytes.
  typealias Place = (token: DateToken, range: Range<Int>)

  /// Cuts text into tokens; `folded` is the same text in small letters.
  static func tokens(of text: [UInt8], folded: [UInt8]) -> [Place] {
    var tokens: [Place] = []
    var position = 0
    while position < text.count {
      let start = position
      let (value, next) = text.character(at: start)
      position = next
      if value >= 0x30, value <= 0x39 {
        var number = Int(value - 0x30)
        while position < text.count, text[position] >= 0x30, text[position] <= 0x39 {
          // Longer runs of digits are no part of any date.
          number = position - start < 15 ? number * 10 + Int(text[position] - 0x30) : .max
          position += 1
        }
        tokens.append((.number(number, digits: position - start), start..<position))
      } else if Letters.isLetter(value) {
        while position < text.count {
          let (value, next) = text.character(at: position)
          guard Letters.isLetter(value) else { break }
          position = next
        }
        tokens.append((word(folded[start..<position]), start..<position))
      } else if !Letters.isSpace(value) {
        tokens.append((.mark(value), start..<position))
      }
    }
    return tokens
  }

  private static func word(_ folded: ArraySlice<UInt8>) -> DateToken {
    if let month = MonthName.month(folded) { return .word(.month(month)) }
    guard folded.count <= 3 else { return .otherWord }
    for (text, word) in words where folded.elementsEqual(text.utf8) { return .word(word) }
    return .otherWord
  }

  private static let words: [(String, Word)] = [
    ("um", .at), ("at", .at), ("à", .at), ("t", .t), ("z", .z), ("uhr", .clock), ("h", .clock), ("am", .am),
    ("pm", .pm), ("st", .ordinal), ("nd", .ordinal), ("rd", .ordinal), ("th", .ordinal),
  ]
}
