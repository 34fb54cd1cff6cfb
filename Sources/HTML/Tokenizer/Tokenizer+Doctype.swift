extension Tokenizer {
  /// The document type declaration behind its `<!DOCTYPE` (sections 13.2.5.53 to 13.2.5.68).
  mutating func doctype() -> Token {
    documentType = DocumentType()
    forcesQuirks = false
    skipSpace()
    guard let next = byte(at: position), next != UInt8(ascii: ">") else { return endDoctype(isWrong: true) }
    var name: [UInt8] = []
    while let byte = byte(at: position), !byte.isHTMLSpace, byte != UInt8(ascii: ">") {
      if byte == 0 { name.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { name.append(byte.lowercased) }
      position += 1
    }
    documentType.name = name
    skipSpace()
    guard let next = byte(at: position) else { return endDoctype(isWrong: true) }
    if next == UInt8(ascii: ">") { return endDoctype(isWrong: false) }
    if hasLetters("public", at: position) {
      position += 6
      guard quotedIdentifier(into: \.publicIdentifier) else { return endDoctype(isWrong: true) }
      skipSpace()
      guard let next = byte(at: position) else { return endDoctype(isWrong: true) }
      if next == UInt8(ascii: ">") { return endDoctype(isWrong: false) }
    } else if hasLetters("system", at: position) {
      position += 6
    } else {
      return endDoctype(isWrong: true)
    }
    guard quotedIdentifier(into: \.systemIdentifier) else { return endDoctype(isWrong: true) }
    skipSpace()
    // Anything else behind the system identifier is skipped without forcing quirks.
    return endDoctype(isWrong: position >= source.count)
  }

  private mutating func skipSpace() {
    while let byte = byte(at: position), byte.isHTMLSpace { position += 1 }
  }

  /// Reads an identifier in quotes; false where there is none or where it ends without its quote.
  private mutating func quotedIdentifier(into part: WritableKeyPath<DocumentType, [UInt8]?>) -> Bool {
    skipSpace()
    guard let quote = byte(at: position), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return false
    }
    position += 1
    let first = position
    while let byte = byte(at: position), byte != quote, byte != UInt8(ascii: ">") { position += 1 }
    var identifier: [UInt8] = []
    appendRewritten(from: first, to: position, into: &identifier)
    documentType[keyPath: part] = identifier
    guard byte(at: position) == quote else { return false }
    position += 1
    return true
  }

  private mutating func endDoctype(isWrong: Bool) -> Token {
    forcesQuirks = isWrong
    while let byte = byte(at: position), byte != UInt8(ascii: ">") { position += 1 }
    if position < source.count { position += 1 }
    return .doctype
  }
}
