public import Bytes
public import Model

/// A date as a page prints it: in German or English words, in figures, or in a machine's form.
///
/// Fields are the site's own civil time; a zone is known only where a machine-readable form names it.
public struct PrintedDate: Sendable, Hashable {
  /// The year, four digits; those printed with two stand for 1970 to 2069.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day, 1 to 31.
  public var day: Int
  /// The time of day, where it is printed.
  public var clock: Clock?
  /// Minutes east of UTC, where the form names a zone.
  public var zoneMinutes: Int?
  /// Whether day and month could as well be meant the other way round, as in `5/7/2022`.
  public var isAmbiguous = false
  /// The date as printed.
  public var text: String

  /// A time of day in hours (0 to 23), minutes and seconds.
  public struct Clock: Sendable, Hashable {
    var hour: Int
    var minute: Int
    var second: Int
  }

  /// The first date in `text`, or nil where there is none.
  public init?(in text: String) {
    guard let found = DateScanner(text).first() else { return nil }
    self = found.date
  }

  init(year: Int, month: Int, day: Int, isAmbiguous: Bool = false) {
    self.year = year
    self.month = month
    self.day = day
    self.isAmbiguous = isAmbiguous
    self.text = ""
  }

  /// The civil fields read as if they were UTC.
  public var civil: UTCTime? {
    UTCTime(
      year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
      second: clock?.second ?? 0)
  }

  /// The moment in UTC, where the zone is known.
  public var moment: UTCTime? {
    guard let zoneMinutes, clock != nil, let civil else { return nil }
    return UTCTime(secondsSince1970: civil.secondsSince1970 - zoneMinutes * 60)
  }

  /// The date with day and month exchanged.
  var exchanged: PrintedDate {
    var other = self
    other.day = month
    other.month = day
    return other
  }

  /// Settles an ambiguous date by what the permalink says, and tells whether the permalink agrees.
  ///
  /// Returns nil where the permalink names no date.
  mutating func confirm(by permalink: PermalinkDate?) -> Bool? {
    guard let permalink else { return nil }
    if permalink.agrees(with: self) { return true }
    guard isAmbiguous, permalink.agrees(with: exchanged) else { return false }
    self = exchanged
    isAmbiguous = false
    return true
  }

  /// The date as the model keeps it: as printed, and as read.
  public var sourceDate: SourceDate { SourceDate(raw: text, civil: civil) }
}
