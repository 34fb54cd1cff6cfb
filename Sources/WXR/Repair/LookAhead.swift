import Bytes

/// Finds marks further on in a text that is read from its beginning to its end.
///
/// Each stretch is searched only once for each mark, so that reading takes no more than its length.
struct LookAhead {
  /// Where each mark was found last; beyond the end where there is none any more.
  private var found: [String: Int] = [:]

  /// The first place of `mark` at or after `start`, which must not be less than it was for the same mark before.
  mutating func next(_ mark: String, from start: Int, in bytes: [UInt8]) -> Int? {
    if let known = found[mark], known >= start { return known < bytes.count ? known : nil }
    let place = Self.firstIndex(of: Array(mark.utf8), from: start, in: bytes)
    found[mark] = place ?? .max
    return place
  }

  private static func firstIndex(of mark: [UInt8], from start: Int, in bytes: [UInt8]) -> Int? {
    guard let first = mark.first else { return nil }
    var position = start
    while let hit = bytes.span.firstIndex(of: first, from: position) {
      if bytes[hit...].starts(with: mark) { return hit }
      position = hit + 1
    }
    return nil
  }
}
