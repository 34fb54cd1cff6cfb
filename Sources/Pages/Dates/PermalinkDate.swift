/// The date that a permalink's path names, as in `/2016/05/24/slug/` or `/archiv/2016/05/slug/`.
struct PermalinkDate: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int?

  /// Reads the first year and month that follow each other in the path of `address`.
  init?(address: String) {
    let parts = WebAddress.path(of: address).split(separator: "/")
    for index in parts.indices.dropLast() {
      guard let year = Self.number(parts[index], digits: 4...4), (1000...2099).contains(year),
        let month = Self.number(parts[index + 1], digits: 1...2), (1...12).contains(month)
      else { continue }
      self.year = year
      self.month = month
      day = parts.dropFirst(index + 2).first.flatMap { Self.number($0, digits: 1...2) }
      if let day, !(1...31).contains(day) { self.day = nil }
      return
    }
    return nil
  }

  /// Whether a printed date is the one named here, as far as it is named.
  func agrees(with date: PrintedDate) -> Bool {
    date.year == year && date.month == month && (day == nil || day == date.day)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
