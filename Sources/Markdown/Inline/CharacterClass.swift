/// What a character is to CommonMark's rules on delimiters.
enum CharacterClass {
  case whiteSpace
  case punctuation
  /// A symbol (Unicode S): punctuation since CommonMark 0.31, none before.
  case symbol
  case other

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .other
      case 0x21...0x7E: self = .punctuation
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: self = .whiteSpace
      default: self = .other
      }
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .whiteSpace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      self = .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self = .symbol
    default: self = .other
    }
  }
}

extension [UInt8] {
  /// The class of the character that begins at `index`.
  func characterClass(at index: Int) -> CharacterClass {
    guard self[index] >= 0x80 else { return CharacterClass(Unicode.Scalar(self[index])) }
    let scalars = String(decoding: self[index..<Swift.min(index + 4, count)], as: UTF8.self).unicodeScalars
    return scalars.first.map(CharacterClass.init) ?? .other
  }

  /// The class of the character that ends just before `index`.
  func characterClass(before index: Int) -> CharacterClass {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return characterClass(at: start)
  }

  /// The length of the blank or no-break space that begins at `index`, or 0.
  func spaceWidth(at index: Int, before end: Int) -> Int {
    if isSpace(self[index]) { return 1 }
    return self[index] == 0xC2 && index + 1 < end && self[index + 1] == 0xA0 ? 2 : 0
  }

  /// The length of the blank or no-break space that ends just before `index`, or 0.
  func spaceWidth(endingAt index: Int, after start: Int) -> Int {
    if isSpace(self[index - 1]) { return 1 }
    return self[index - 1] == 0xA0 && index - 2 >= start && self[index - 2] == 0xC2 ? 2 : 0
  }
}
