/// What names and values of fields may consist of (WARC 1.1, section 4).
enum FieldSyntax {
  /// Whether `text` is a token: one or more visible ASCII characters but the separators.
  static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
  }

  /// Whether `bytes` are a token.
  static func isToken(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !isTokenByte(bytes[index]) { return false }
    return !bytes.isEmpty
  }

  /// Whether a token may hold `byte`.
  static func isTokenByte(_ byte: UInt8) -> Bool { tokenBytes[Int(byte)] }

  private static let tokenBytes = (UInt8.min...UInt8.max).map { byte in
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  /// Whether `text` can stand in one line: no control character but the tab.
  static func isOneLine(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  private static func isPlainLine(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 && byte != 0x09 || byte == 0x7F { return false }
    }
    return true
  }

  /// The text in one line: each run of line breaks and other control characters becomes one blank.
  static func inOneLine(_ text: String) -> String {
    if isPlainLine(text.utf8.span) { return text.trimmed }
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
    let bytes = utf8
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { bytes.formIndex(after: &start) }
    while end > start, case let last = bytes[bytes.index(before: end)], last == 0x20 || last == 0x09 {
      bytes.formIndex(before: &end)
    }
    return start == bytes.startIndex && end == bytes.endIndex ? self : String(self[start..<end])
  }
}
