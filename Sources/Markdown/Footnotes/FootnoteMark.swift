/// What stands for a footnote in the text: a number, a letter, a Roman numeral, a few asterisks or daggers.
enum FootnoteMark {
  /// The mark `text` consists of, without brackets and blanks around it; nil where it is no mark or more than one.
  static func read(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars).map { superscripts[$0] ?? $0 }
    scalars.removeAll { $0.properties.isWhitespace || $0.value == 0x200B || $0.value == 0xFEFF }
    while let last = scalars.last, ".:])".unicodeScalars.contains(last) { scalars.removeLast() }
    while let first = scalars.first, "[(".unicodeScalars.contains(first) { scalars.removeFirst() }
    let mark = String(String.UnicodeScalarView(scalars))
    return isMark(mark) ? mark : nil
  }

  private static func isMark(_ mark: String) -> Bool {
    guard let first = mark.unicodeScalars.first else { return false }
    switch first {
    case "0"..."9": return mark.utf8.count <= 4 && mark.utf8.allSatisfy(isDigit)
    case "*", "†", "‡":
      return mark.unicodeScalars.count <= 3 && mark.unicodeScalars.allSatisfy { $0 == first }
    default:
      let letters = mark.lowercased()
      return letters.utf8.count == 1 && isLetter(mark.utf8.first ?? 0)
        || letters.utf8.count <= 6 && letters.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
    }
  }

  /// How many bytes at the beginning of a note's text repeat its mark, with what sets it off; 0 where none do.
  ///
  /// In an ordered list, whose numbers are no text, only a mark in brackets counts.
  static func length(of mark: String, atStartOf text: ArraySlice<UInt8>, needsBrackets: Bool) -> Int {
    var rest = text.droppingBlanks()
    let opening = rest.first
    let isBracketed = opening == UInt8(ascii: "[") || opening == UInt8(ascii: "(")
    guard isBracketed || !needsBrackets else { return 0 }
    if isBracketed { rest = rest.dropFirst() }
    guard rest.starts(with: mark.utf8) else { return 0 }
    rest = rest.dropFirst(mark.utf8.count)
    if isBracketed {
      guard rest.first == (opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")) else {
        return 0
      }
      rest = rest.dropFirst()
    }
    let separator = lengthOfSeparator(atStartOf: rest)
    guard isBracketed || separator > 0 || rest.isEmpty else { return 0 }
    return rest.startIndex + separator - text.startIndex
  }

  /// The length of what sets a mark off from the note's text: a full stop, colon or bracket, and blanks.
  static func lengthOfSeparator(atStartOf text: ArraySlice<UInt8>) -> Int {
    var rest = text
    if let first = rest.first, ".:)]".utf8.contains(first) { rest = rest.dropFirst() }
    let blank = rest.droppingBlanks()
    // A stop with a letter behind it belongs to a word.
    guard rest.startIndex == text.startIndex || blank.startIndex > rest.startIndex || rest.isEmpty else {
      return 0
    }
    return blank.startIndex - text.startIndex
  }

  /// Whether a link back to the text says nothing else: an arrow, the mark again, or words for "back".
  static func isWayBack(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return words.count <= 2 || read(text) != nil || backWords.contains(words)
  }

  private static let backWords: Set<String> = [
    "back", "back to text", "back to top", "return", "return to text", "jump up", "up", "top", "zurück",
    "zurück zum text", "zum text", "nach oben", "hoch", "retour", "volver", "back to content", "go back",
  ]
  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁰": "0",
  ]
}

extension ArraySlice<UInt8> {
  /// The bytes without white space and no-break spaces at the beginning.
  fileprivate func droppingBlanks() -> ArraySlice<UInt8> {
    var rest = self
    while let first = rest.first {
      if isSpace(first) {
        rest.removeFirst()
      } else if first == 0xC2, rest.dropFirst().first == 0xA0 {
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return rest
  }
}
