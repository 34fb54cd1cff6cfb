internal import Bytes

/// A date with the zone it was written in, as far as the source tells.
public enum ZonedDate {
  /// The date in ISO 8601: with the offset where local and GMT date together tell it, with `Z` where only the GMT
  /// date is there, without any zone where only the local date is; nil where neither is a date.
  public static func iso8601(local: SourceDate?, gmt: SourceDate?) -> String? {
    guard let localTime = local?.civil else { return gmt?.civil?.description }
    return localTime.localText(offset: gmt?.civil.flatMap { offset(of: localTime, from: $0) })
  }

  /// The minutes that a local time is ahead of the same time in GMT; nil where they cannot be the same.
  private static func offset(of local: UTCTime, from gmt: UTCTime) -> Int? {
    let seconds = local.secondsSince1970 - gmt.secondsSince1970
    // No zone is further than 14 hours from Greenwich, and all are whole quarters of an hour.
    guard abs(seconds) <= 14 * 3600, seconds % 900 == 0 else { return nil }
    return seconds / 60
  }
}
