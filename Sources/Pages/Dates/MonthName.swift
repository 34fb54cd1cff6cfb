/// The names of the months in German (with Austria's) and English, in full and as themes shorten them.
enum MonthName {
  /// The month, 1 to 12, that a lower-case word names, without any full stop; nil for other words.
  static func month(_ word: some Collection<UInt8>) -> Int? {
    guard let first = word.first, (3...9).contains(word.count) else { return nil }
    for phrase in names.phrases(beginningWith: first) where word.elementsEqual(phrase) {
      return numbers[phrase]
    }
    return nil
  }

  /// The same for text.
  static func month(_ word: String) -> Int? { month(word.utf8) }

  private static let spellings: [[String]] = [
    ["januar", "jänner", "january", "jan", "jän"],
    ["februar", "feber", "february", "feb", "febr"],
    ["märz", "maerz", "march", "mär", "mrz", "mar"],
    ["april", "apr"],
    ["mai", "may"],
    ["juni", "june", "jun"],
    ["juli", "july", "jul"],
    ["august", "aug"],
    ["september", "sep", "sept"],
    ["oktober", "october", "okt", "oct"],
    ["november", "nov"],
    ["dezember", "december", "dez", "dec"],
  ]
  private static let names = PhraseTable(spellings.flatMap(\.self))
  private static let numbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for (index, spelling) in spellings.enumerated() {
      for name in spelling { numbers[Array(name.utf8)] = index + 1 }
    }
    return numbers
  }()
}
