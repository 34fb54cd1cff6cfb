internal import Bytes

/// Dates as RFC 3339 writes them: the only ones YAML and TOML may read without quotation marks.
enum DateText {
  /// Whether the text is `YYYY-MM-DD`, with or without `Thh:mm:ss`, with or without `Z` or `±hh:mm`, and the date exists.
  static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard matches(bytes, from: 0, day),
      UTCTime(
        year: number(bytes, at: 0) * 100 + number(bytes, at: 2), month: number(bytes, at: 5),
        day: number(bytes, at: 8)) != nil
    else { return false }
    if bytes.count == day.count { return true }
    guard matches(bytes, from: day.count, time), number(bytes, at: 11) < 24, number(bytes, at: 14) < 60,
      number(bytes, at: 17) < 60
    else { return false }
    let zone = day.count + time.count
    if bytes.count == zone { return true }
    if bytes.count == zone + 1 { return bytes[zone] == UInt8(ascii: "Z") }
    guard bytes.count == zone + offset.count, matches(bytes, from: zone, offset),
      bytes[zone] == UInt8(ascii: "+") || bytes[zone] == UInt8(ascii: "-")
    else { return false }
    return number(bytes, at: zone + 1) < 24 && number(bytes, at: zone + 4) < 60
  }

  // Shapes, in which `d` stands for a digit and `s` for any byte.
  private static let day = Array("dddd-dd-dd".utf8)
  private static let time = Array("Tdd:dd:dd".utf8)
  private static let offset = Array("sdd:dd".utf8)

  /// Whether what begins at `start` has a shape.
  private static func matches(_ bytes: Span<UInt8>, from start: Int, _ shape: [UInt8]) -> Bool {
    guard start + shape.count <= bytes.count else { return false }
    for index in shape.indices {
      let byte = bytes[start + index]
      switch shape[index] {
      case UInt8(ascii: "d"): if !isDigit(byte) { return false }
      case UInt8(ascii: "s"): break
      default: if byte != shape[index] { return false }
      }
    }
    return true
  }

  /// The number of the two digits at `index`.
  private static func number(_ bytes: Span<UInt8>, at index: Int) -> Int {
    Int(bytes[index] - UInt8(ascii: "0")) * 10 + Int(bytes[index + 1] - UInt8(ascii: "0"))
  }
}
