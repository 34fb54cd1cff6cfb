extension UTCTime {
  /// Reads a date as mail and feeds write it, `Tue, 24 May 2016 12:15:00 +0200` (RFC 5322, section 3.3).
  ///
  /// The day of the week may be missing; a zone that is a name counts as UTC.
  public init?(mailDate text: String) {
    var words = text.split { $0 == " " || $0 == "," }
    if let first = words.first, Int(first) == nil { words.removeFirst() }
    guard words.count >= 4, let day = Int(words[0]), let year = Int(words[2]),
      let month = Self.monthNames.firstIndex(of: words[1].prefix(3).lowercased())
    else { return nil }
    let clock = words[3].split(separator: ":").map { Int($0) }
    guard clock.count == 2 || clock.count == 3, !clock.contains(nil),
      let local = UTCTime(
        year: year, month: month + 1, day: day, hour: clock[0] ?? 0, minute: clock[1] ?? 0,
        second: clock.count == 3 ? clock[2] ?? 0 : 0)
    else { return nil }
    let offset = words.count > 4 ? Self.secondsEast(words[4]) : 0
    self.init(secondsSince1970: local.secondsSince1970 - offset)
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func secondsEast(_ zone: Substring) -> Int {
    guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
      let digits = Int(zone.dropFirst())
    else { return 0 }
    return (sign == "-" ? -1 : 1) * (digits / 100 * 3600 + digits % 100 * 60)
  }
}
