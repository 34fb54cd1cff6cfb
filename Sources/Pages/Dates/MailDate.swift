import Bytes

/// The dates of mail headers and of JavaScript, in which saving tools note when they saved a page.
enum MailDate {
  /// The moment in `text`: `Tue, 24 May 2016 10:15:00 GMT` (RFC 5322) or `Tue May 24 2016 12:15:00 GMT+0200 (...)`.
  static func time(in text: some StringProtocol) -> UTCTime? {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) }
    for (index, word) in words.enumerated() {
      guard let month = MonthName.month(word.lowercased()), index > 0, index + 2 < words.count else {
        continue
      }
      // The day stands before the month in mail, after it in JavaScript; the year and the time follow.
      let isDayFirst = Int(words[index - 1]) != nil
      guard let day = Int(words[isDayFirst ? index - 1 : index + 1]) else { continue }
      let rest = words[(isDayFirst ? index + 1 : index + 2)...]
      guard let year = rest.first.flatMap({ Int($0) }), let clock = rest.dropFirst().first else { continue }
      let fields = clock.split(separator: ":").compactMap { Int($0) }
      guard fields.count >= 2,
        let civil = UTCTime(
          year: year, month: month, day: day, hour: fields[0], minute: fields[1],
          second: fields.count > 2 ? fields[2] : 0)
      else { continue }
      let zone = rest.dropFirst(2).first.map(zoneMinutes) ?? 0
      return UTCTime(secondsSince1970: civil.secondsSince1970 - zone * 60)
    }
    return nil
  }

  /// Minutes east of UTC of `+0200`, `GMT+0200`; 0 for names.
  private static func zoneMinutes(_ text: String) -> Int {
    guard let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }),
      let value = Int(text[text.index(after: sign)...].prefix { $0.isNumber })
    else { return 0 }
    return (text[sign] == "-" ? -1 : 1) * (value / 100 * 60 + value % 100)
  }
}
