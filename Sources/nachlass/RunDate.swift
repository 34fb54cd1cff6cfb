import ArgumentParser
import Bytes

/// The date of a run: what the user says, else `SOURCE_DATE_EPOCH`, else none.
enum RunDate {
  /// Reads the value of `--date`.
  ///
  /// - Throws: `ValidationError` for text that is no date.
  static func read(_ text: String?) throws -> UTCTime? {
    if let text {
      if text == "now" { return UTCTime(secondsSince1970: Machine.secondsSince1970) }
      guard let date = UTCTime(text) else {
        throw ValidationError("--date wants YYYY-MM-DD, YYYY-MM-DDThh:mm:ssZ or now, not “\(text)”.")
      }
      return date
    }
    guard let epoch = Machine.environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return nil }
    guard let seconds = Int(epoch), seconds >= 0 else {
      throw ValidationError("SOURCE_DATE_EPOCH is “\(epoch)”, not a number of seconds. Unset or correct it.")
    }
    return UTCTime(secondsSince1970: seconds)
  }
}
