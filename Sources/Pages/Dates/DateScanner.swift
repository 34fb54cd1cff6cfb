/// Finds dates in printed text, in the forms of German and English themes.
///
/// - `2016-05-24`, `2016-05-24T10:15:00+02:00`, `2016/05/24`
/// - `5. Juli 2022`, `5. Jul. 22`, `5 July 2022`
/// - `Juli 5, 2022`, `July 5th, 2022`
/// - `24. 05. 2016`, `24.5.16`, `5/7/2022` (the month first, unless the permalink knows better)
///
/// A time of day may follow: `um 14:30 Uhr`, `at 2:30 pm`, `- 14.30 Uhr`.
struct DateScanner {
  private let text: [UInt8]
  private let tokens: [DateToken.Place]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var folded = bytes
    FoldedCase.fold(&folded)
    self.init(bytes, folded: folded)
  }

  /// Scans UTF-8; `folded` is the same in small letters.
  init(_ text: [UInt8], folded: [UInt8]) {
    self.text = text
    // Every date has a digit.
    let hasDigits = text.contains { $0 >= 0x30 && $0 <= 0x39 }
    tokens = hasDigits ? DateToken.tokens(of: text, folded: folded) : []
  }

  /// The first date, and where it stands, in bytes.
  func first() -> (date: PrintedDate, range: Range<Int>)? { next(from: 0) }

  /// All dates, in order.
  func all() -> [PrintedDate] {
    var dates: [PrintedDate] = []
    var position = 0
    while let (date, range) = next(from: position) {
      dates.append(date)
      position = range.upperBound
    }
    return dates
  }

  /// The first date that begins at byte `position` or after it.
  private func next(from position: Int) -> (date: PrintedDate, range: Range<Int>)? {
    for start in tokens.indices where tokens[start].range.lowerBound >= position {
      guard let (found, after) = date(at: start) else { continue }
      var (date, end) = (found, after)
      guard date.civil != nil else { continue }
      if let (clock, zone, next) = clock(at: end) {
        date.clock = clock
        date.zoneMinutes = zone
        end = next
      }
      let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
      date.text = String(decoding: text[range], as: UTF8.self)
      return (date, range)
    }
    return nil
  }

  private func token(_ index: Int) -> DateToken? {
    tokens.indices.contains(index) ? tokens[index].token : nil
  }

  private func isMark(_ index: Int, _ marks: [Unicode.Scalar]) -> Bool {
    guard case .mark(let mark) = token(index) else { return false }
    return marks.contains { $0.value == mark }
  }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count) = token(index), digits.contains(count) else { return nil }
    return value
  }

  private func month(_ index: Int) -> Int? {
    guard case .word(.month(let month)) = token(index) else { return nil }
    return month
  }

  /// A year of four digits, or of two, perhaps after an apostrophe.
  private func year(_ index: Int) -> (year: Int, next: Int)? {
    let place = isMark(index, ["'", "’"]) ? index + 1 : index
    if let year = number(place, digits: 4...4) { return ((1000...2099).contains(year) ? year : 0, place + 1) }
    guard let year = number(place, digits: 2...2) else { return nil }
    return (year < 70 ? 2000 + year : 1900 + year, place + 1)
  }

  /// The date that begins at `index`, and the token after it.
  private func date(at index: Int) -> (date: PrintedDate, next: Int)? {
    if case .number = token(index) {
      return yearFirst(index) ?? dayAndMonthName(index) ?? figures(index)
    }
    return monthNameFirst(index)
  }

  /// `2016-05-24` or `2016/05/24`.
  private func yearFirst(_ index: Int) -> (date: PrintedDate, next: Int)? {
    guard let year = number(index, digits: 4...4), isMark(index + 1, ["-", "/", "."]),
      let month = number(index + 2, digits: 1...2), isMark(index + 3, ["-", "/", "."]),
      let day = number(index + 4, digits: 1...2)
    else { return nil }
    return (PrintedDate(year: year, month: month, day: day), index + 5)
  }

  /// `5. Juli 2022`, `5 Jul. 22`.
  private func dayAndMonthName(_ index: Int) -> (date: PrintedDate, next: Int)? {
    guard let day = number(index, digits: 1...2) else { return nil }
    var next = index + 1
    if isMark(next, ["."]) { next += 1 } else if isOrdinalSuffix(next) { next += 1 }
    if isMark(next, ["-"]) { next += 1 }
    guard let month = month(next) else { return nil }
    next += 1
    while isMark(next, [".", ",", "-"]) { next += 1 }
    guard let (year, after) = year(next) else { return nil }
    return (PrintedDate(year: year, month: month, day: day), after)
  }

  /// `Juli 5, 2022`, `July 5th, 2022`.
  private func monthNameFirst(_ index: Int) -> (date: PrintedDate, next: Int)? {
    guard let month = month(index) else { return nil }
    var next = isMark(index + 1, ["."]) ? index + 2 : index + 1
    guard let day = number(next, digits: 1...2) else { return nil }
    next += 1
    if isOrdinalSuffix(next) { next += 1 }
    while isMark(next, [".", ","]) { next += 1 }
    guard let year = number(next, digits: 4...4) else { return nil }
    return (PrintedDate(year: year, month: month, day: day), next + 1)
  }

  /// `24. 05. 2016` or `5/7/2022`.
  private func figures(_ index: Int) -> (date: PrintedDate, next: Int)? {
    guard let first = number(index, digits: 1...2), isMark(index + 1, [".", "-", "/"]),
      let second = number(index + 2, digits: 1...2), token(index + 3) == token(index + 1),
      let (year, next) = year(index + 4)
    else { return nil }
    guard isMark(index + 1, ["/"]) else { return (PrintedDate(year: year, month: second, day: first), next) }
    if first > 12 { return (PrintedDate(year: year, month: second, day: first), next) }
    let isAmbiguous = second <= 12 && first != second
    return (PrintedDate(year: year, month: first, day: second, isAmbiguous: isAmbiguous), next)
  }

  private func isOrdinalSuffix(_ index: Int) -> Bool {
    token(index) == .word(.ordinal)
  }

  private typealias ClockReading = (clock: PrintedDate.Clock, zone: Int?, next: Int)

  /// The time of day that follows a date at `index`.
  private func clock(at index: Int) -> ClockReading? {
    var place = index
    while isMark(place, [",", "-", "–", "—", "|", "@", "/", "("]) { place += 1 }
    if token(place) == .word(.at) || token(place) == .word(.t) { place += 1 }
    guard var hour = number(place, digits: 1...2), let minute = number(place + 2, digits: 2...2) else {
      return nil
    }
    let isHourWithStop = isMark(place + 1, ["."])
    guard isHourWithStop || isMark(place + 1, [":"]) else { return nil }
    var next = place + 3
    var second = 0
    if isMark(next, [":"]), let value = number(next + 1, digits: 2...2) {
      second = value
      next += 2
      if isMark(next, ["."]), number(next + 1, digits: 1...9) != nil { next += 2 }
    }
    var isNamed = false
    if case .word(let word) = token(next) {
      switch word {
      case .clock: (isNamed, next) = (true, next + 1)
      case .am, .pm:
        (isNamed, next) = (true, next + 1)
        hour = hour % 12 + (word == .pm ? 12 : 0)
      default: break
      }
    }
    guard hour < 24, minute < 60, second < 60, isNamed || !isHourWithStop else { return nil }
    let (zone, end) = zone(at: next)
    return (PrintedDate.Clock(hour: hour, minute: minute, second: second), zone, end)
  }

  /// `Z`, `+02:00` or `+0200` at `index`.
  private func zone(at index: Int) -> (minutes: Int?, next: Int) {
    if token(index) == .word(.z) { return (0, index + 1) }
    guard isMark(index, ["+", "-", "−"]) else { return (nil, index) }
    let sign = isMark(index, ["+"]) ? 1 : -1
    if let both = number(index + 1, digits: 4...4) {
      return (sign * (both / 100 * 60 + both % 100), index + 2)
    }
    guard let hours = number(index + 1, digits: 2...2), isMark(index + 2, [":"]),
      let minutes = number(index + 3, digits: 2...2)
    else { return (nil, index) }
    return (sign * (hours * 60 + minutes), index + 4)
  }
}
