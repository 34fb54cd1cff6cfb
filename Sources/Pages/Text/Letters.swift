/// What kind of character a Unicode scalar is: letters of the west are told without asking the Unicode tables.
enum Letters {
  /// Whether it is a letter.
  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    if value >= 0xC0, value < 0x250 { return value != 0xD7 && value != 0xF7 }
    // General punctuation, arrows and signs, which themes are fond of.
    if (0x2000...0x206F).contains(value) || (0x2190...0x23FF).contains(value) { return false }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  /// Whether it stands for a number.
  static func isNumber(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 }
    if value >= 0xC0, value < 0x250 { return false }
    return Unicode.Scalar(value)?.properties.numericType != nil
  }

  /// Whether it is white space, as Unicode has it.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func isLetterOrNumber(_ value: UInt32) -> Bool { isLetter(value) || isNumber(value) }
}

extension Collection<UInt8> where Index == Int {
  /// The character that begins at `index`, and where the next one begins; a byte that begins none stands for itself.
  func character(at index: Int) -> (value: UInt32, next: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, endIndex - index >= length else { return (first, index + 1) }
    var value = first & (0x7F >> UInt32(length))
    for place in index + 1..<index + length { value = value << 6 | UInt32(self[place] & 0x3F) }
    return (value, index + length)
  }

  /// The character that ends before `index`, and where it begins; nil at the start.
  func character(before index: Int) -> (value: UInt32, start: Int)? {
    guard index > startIndex else { return nil }
    var start = index - 1
    while start > startIndex, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return (character(at: start).value, start)
  }

  /// The place of the first character at or after `start` that is no white space; the end where there is none.
  func skippingSpace(from start: Int) -> Int {
    var index = start
    while index < endIndex {
      let (value, next) = character(at: index)
      guard Letters.isSpace(value) else { return index }
      index = next
    }
    return index
  }

  /// Where the text before `end` ends, without the white space there.
  func trimmingSpace(before end: Int) -> Int {
    var index = end
    while let (value, start) = character(before: index), Letters.isSpace(value) { index = start }
    return index
  }
}

extension StringProtocol {
  /// How many characters the text has, combining marks counted.
  var length: Int { utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// Whether the text has at most so many characters.
  func isAtMost(_ limit: Int) -> Bool { utf8.count <= limit || length <= limit }

  /// What stands before the last place where `part` does; nil where it stands nowhere.
  func before(last part: String) -> SubSequence? {
    let (own, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, own.count >= wanted.count else { return nil }
    let place = (0...own.count - wanted.count).last { own[$0...].starts(with: wanted) }
    return place.map { self[..<index(atByte: $0)] }
  }

  /// The place in the text that lies so many bytes after its start.
  func index(atByte offset: Int) -> Index { utf8.index(utf8.startIndex, offsetBy: offset) }
}
