internal import Bytes

/// Dates as RFC 3339 writes them: the only ones YAML and TOML may read without quotation marks.
enum DateText {
  /// Whether the text is `YYYY-MM-DD`, with or without `Thh:mm:ss`, with or without `Z` or `±hh:mm`, and the date exists.
  static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, matches(bytes[..<10], "dddd-dd-dd") else { return false }
    guard bytes.count > 10 else { return UTCTime(text) != nil }
    guard bytes.count >= 19, matches(bytes[10..<19], "Tdd:dd:dd"),
      UTCTime(String(decoding: bytes[..<19], as: UTF8.self) + "Z") != nil
    else { return false }
    let zone = bytes[19...]
    if zone.isEmpty || matches(zone, "Z") { return true }
    guard matches(zone, "+dd:dd") || matches(zone, "-dd:dd") else { return false }
    let hours = Int(String(decoding: zone.dropFirst().prefix(2), as: UTF8.self)) ?? 99
    let minutes = Int(String(decoding: zone.suffix(2), as: UTF8.self)) ?? 99
    return hours < 24 && minutes < 60
  }

  /// Whether the bytes have the pattern's shape, `d` standing for a digit.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ pattern: StaticString) -> Bool {
    let shape = Array("\(pattern)".utf8)
    return bytes.count == shape.count
      && zip(bytes, shape).allSatisfy { $1 == UInt8(ascii: "d") ? isDigit($0) : $0 == $1 }
  }
}
