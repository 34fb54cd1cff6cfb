/// The names of the months in German (with Austria's) and English, in full and as themes shorten them.
enum MonthName {
  /// The month, 1 to 12, that a lower-case word names, without any full stop; nil for other words.
  static func month(_ word: String) -> Int? { names[word] }

  private static let names: [String: Int] = {
    let spellings: [[String]] = [
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
    var names: [String: Int] = [:]
    for (index, spelling) in spellings.enumerated() {
      for name in spelling { names[name] = index + 1 }
    }
    return names
  }()
}
