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
    var fields: InlineArray<6, Int> = .init(repeating: 0)
    var count = 0
    var digits: Int?
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = (digits ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard number <= 9999 else { return nil }
        digits = number
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: "Z"):
        guard let number = digits, count < fields.count else { return nil }
        fields[count] = number
        count += 1
        digits = nil
      default: return nil
      }
    }
    if let digits {
      guard count < fields.count else { return nil }
      fields[count] = digits
      count += 1
    }
    // A date alone is at midnight.
    guard count == 3 || count == 6 else { return nil }
    self.init(
      year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4], second: fields[5]
    )
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
  public var description: String { localText(offset: 0) }

  /// The fields in ISO 8601 as those of a clock, with the minutes it is ahead of UTC where they are known:
  /// `YYYY-MM-DDThh:mm:ss+02:00`.
  public func localText(offset: Int?) -> String {
    var text = Digits()
    let now = fields
    text.append(year: now.year, month: now.month, day: now.day, separator: UInt8(ascii: "-"))
    text.append(UInt8(ascii: "T"))
    text.append(now.hour, now.minute, now.second, separator: UInt8(ascii: ":"))
    switch offset {
    case nil: break
    case 0: text.append(UInt8(ascii: "Z"))
    case let offset?:
      text.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      text.append(pair: abs(offset) / 60)
      text.append(UInt8(ascii: ":"))
      text.append(pair: abs(offset) % 60)
    }
    return text.string
  }

  /// The date and the time of day without seconds, as `YYYY-MM-DD hh:mm`.
  public var minuteText: String {
    var text = Digits()
    let now = fields
    text.append(year: now.year, month: now.month, day: now.day, separator: UInt8(ascii: "-"))
    text.append(UInt8(ascii: " "))
    text.append(pair: now.hour)
    text.append(UInt8(ascii: ":"))
    text.append(pair: now.minute)
    return text.string
  }

  /// The date as `YYYY-MM-DD`.
  public var dateText: String {
    var text = Digits()
    let now = fields
    text.append(year: now.year, month: now.month, day: now.day, separator: UInt8(ascii: "-"))
    return text.string
  }

  /// The time of day as `hh:mm:ss`.
  public var clockText: String {
    var text = Digits()
    let now = fields
    text.append(now.hour, now.minute, now.second, separator: UInt8(ascii: ":"))
    return text.string
  }

  /// The time as fourteen digits, as web archives write it in names and indexes.
  public var timestamp14: String {
    var text = Digits()
    let now = fields
    text.append(year: now.year, month: now.month, day: now.day)
    text.append(now.hour, now.minute, now.second)
    return text.string
  }

  /// Earlier times come first.
  public static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// A short text of digits and signs in the making.
private struct Digits {
  private var bytes = InlineArray<25, UInt8>(repeating: 0)
  private var count = 0

  var string: String { String(decoding: bytes.span.extracting(0..<count)) }

  mutating func append(_ sign: UInt8) {
    bytes[count] = sign
    count += 1
  }

  mutating func append(year: Int, month: Int, day: Int, separator: UInt8? = nil) {
    append(pair: year / 100)
    append(year % 100, month, day, separator: separator)
  }

  /// Appends three numbers of two digits.
  mutating func append(_ first: Int, _ second: Int, _ third: Int, separator: UInt8? = nil) {
    append(pair: first)
    if let separator { append(separator) }
    append(pair: second)
    if let separator { append(separator) }
    append(pair: third)
  }

  mutating func append(pair number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
