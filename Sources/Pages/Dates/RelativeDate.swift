import Bytes

/// A date printed as so much time ago: `vor 3 Tagen`, `vor einer Woche`, `2 months ago`, `gestern`.
struct RelativeDate {
  /// As printed.
  let text: String
  private let count: Int
  private let unit: Unit

  private enum Unit {
    case second, minute, hour, day, week, month, year
  }

  /// Finds the first one in a line; nil where there is none.
  init?(in line: String) {
    let words = line.split(whereSeparator: \.isWhitespace)
    let folded = words.map { $0.trimmingMarks.lowercased() }
    for index in folded.indices {
      // "Heute" may begin any sentence.
      if words.count <= 3, let days = Self.days[folded[index]] {
        (text, count, unit) = (String(words[index].trimmingMarks), days, .day)
        return
      }
      guard index + 2 < folded.count else { continue }
      let isGerman = folded[index] == "vor"
      let number = isGerman ? index + 1 : index
      guard let count = Int(folded[number]) ?? Self.numbers[folded[number]], count < 1000,
        let unit = Self.unit(folded[number + 1]), isGerman || folded[index + 2] == "ago"
      else { continue }
      (self.count, self.unit) = (count, unit)
      text = words[index...index + 2].joined(separator: " ").trimmingMarks
      return
    }
    return nil
  }

  /// The day that is meant, seen from `moment`; nil where months and years leave it open.
  func moment(before moment: UTCTime) -> UTCTime? {
    let seconds: Int
    switch unit {
    case .second: seconds = 1
    case .minute: seconds = 60
    case .hour: seconds = 3_600
    case .day: seconds = 86_400
    case .week: seconds = 7 * 86_400
    case .month, .year: return nil
    }
    let time = moment.secondsSince1970 - count * seconds
    return UTCTime(secondsSince1970: time - (time % 86_400 + 86_400) % 86_400)
  }

  private static func unit(_ word: String) -> Unit? {
    switch word {
    case "sekunde", "sekunden", "second", "seconds", "sec", "secs": .second
    case "minute", "minuten", "minutes", "min", "mins": .minute
    case "stunde", "stunden", "std", "hour", "hours": .hour
    case "tag", "tage", "tagen", "day", "days": .day
    case "woche", "wochen", "week", "weeks": .week
    case "monat", "monate", "monaten", "month", "months": .month
    case "jahr", "jahre", "jahren", "year", "years": .year
    default: nil
    }
  }

  private static let days = ["heute": 0, "today": 0, "gestern": 1, "yesterday": 1, "vorgestern": 2]
  private static let numbers = [
    "einem": 1, "einer": 1, "ein": 1, "a": 1, "an": 1, "one": 1, "zwei": 2, "two": 2, "drei": 3, "three": 3,
  ]
}
