/// A second in Coordinated Universal Time, without any calendar but the Gregorian; for archives' dates.
public struct UTCTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
  public let secondsSince1970: Int

  /// Makes the time that many seconds after the beginning of 1970.
  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// Makes the time of civil fields; nil where a field is out of its range or the date does not exist.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    self.init(secondsSince1970: days * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// Reads `YYYY-MM-DDThh:mm:ssZ` (W3CDTF to the second), or `YYYY-MM-DD hh:mm:ss` as WordPress writes it.
  public init?(_ text: String) {
    var fields: [Int] = []
    var digits: Int?
    for byte in text.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits = (digits ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        if let digits, digits > 9999 { return nil }
      } else if "-: TZ".utf8.contains(byte), let number = digits {
        fields.append(number)
        digits = nil
      } else {
        return nil
      }
    }
    if let digits { fields.append(digits) }
    switch fields.count {
    case 3: self.init(year: fields[0], month: fields[1], day: fields[2])
    case 6:
      self.init(
        year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4],
        second: fields[5])
    default: return nil
    }
  }

  /// The civil fields: year, month (1 to 12), day, hour, minute and second.
  public var fields: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    let seconds = secondsSince1970 - dayNumber * 86_400
    // Days to civil date by eras of 400 years that begin on 1 March of year 0.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      seconds / 3600, seconds / 60 % 60, seconds % 60
    )
  }

  /// The day of the week, 0 for Sunday to 6 for Saturday.
  public var weekday: Int { ((dayNumber + 4) % 7 + 7) % 7 }

  private var dayNumber: Int {
    secondsSince1970 >= 0 ? secondsSince1970 / 86_400 : -((-secondsSince1970 + 86_399) / 86_400)
  }

  /// The time as `YYYY-MM-DDThh:mm:ssZ`.
  public var description: String { "\(dateText)T\(clockText)Z" }

  /// The date as `YYYY-MM-DD`.
  public var dateText: String {
    let now = fields
    return Self.text(year: now.year, [now.month, now.day], separator: UInt8(ascii: "-"))
  }

  /// The time of day as `hh:mm:ss`.
  public var clockText: String {
    let now = fields
    return Self.text([now.hour, now.minute, now.second], separator: UInt8(ascii: ":"))
  }

  /// The time as fourteen digits, as web archives write it in names and indexes.
  public var timestamp14: String {
    let now = fields
    return Self.text(year: now.year, [now.month, now.day, now.hour, now.minute, now.second])
  }

  /// Earlier times come first.
  public static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// A year of four digits, where there is one, and numbers of two, with `separator` between them.
  private static func text(year: Int? = nil, _ numbers: [Int], separator: UInt8? = nil) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(20)
    func append(_ number: Int) {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
    if let year {
      append(year / 100)
      append(year % 100)
    }
    for number in numbers {
      if let separator, !text.isEmpty { text.append(separator) }
      append(number)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
