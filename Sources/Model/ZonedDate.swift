internal import Bytes

/// A date with the zone it was written in, as far as the source tells.
public enum ZonedDate {
  /// The date in ISO 8601: with the offset where local and GMT date together tell it, with `Z` where only the GMT
  /// date is there, without any zone where only the local date is; nil where neither is a date.
  public static func iso8601(local: SourceDate?, gmt: SourceDate?) -> String? {
    guard let localTime = local?.civil else { return gmt?.civil?.description }
    let text = "\(localTime.dateText)T\(localTime.clockText)"
    guard let gmtTime = gmt?.civil else { return text }
    let offset = localTime.secondsSince1970 - gmtTime.secondsSince1970
    // No zone is further than 14 hours from Greenwich, and all are whole quarters of an hour.
    guard abs(offset) <= 14 * 3600, offset % 900 == 0 else { return text }
    guard offset != 0 else { return text + "Z" }
    let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
    return
      "\(text)\(offset < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
