/// What names and values of fields may consist of (WARC 1.1, section 4).
enum FieldSyntax {
  /// Whether `text` is a token: one or more visible ASCII characters but the separators.
  static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
  }

  /// Whether a token may hold `byte`.
  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// Whether `text` can stand in one line: no control character but the tab.
  static func isOneLine(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// The text in one line: each run of line breaks and other control characters becomes one blank.
  static func inOneLine(_ text: String) -> String {
    if isOneLine(text) { return text.trimmed }
    var line = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        isPending = true
      } else {
        if isPending { line.append(" ") }
        isPending = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line.trimmed
  }
}

extension String {
  /// The text without blanks and tabs at its ends.
  var trimmed: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    guard let first = first, isBlank(first) || last.map(isBlank) == true else { return self }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
