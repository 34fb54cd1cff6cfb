internal import Bytes
internal import Model

extension Tokenizer {
  /// Whether a C1 character (U+0080 to U+009F) stands at `index`.
  @inline(__always)
  func isC1(at index: Int) -> Bool {
    source[index] == 0xC2 && index + 1 < source.count && source[index + 1] < 0xA0
      && source[index + 1] >= 0x80
  }

  /// Reports a control or C1 character that stays as it is; nothing where the byte at `index` is neither.
  mutating func noteSuspicious(at index: Int) {
    if source[index] != 0xC2 {
      log.report(.controlCharacter, .note, at: index, "a control character, kept")
    } else if isC1(at: index) {
      log.report(.c1Character, .note, at: index, "a character of U+0080 to U+009F, kept")
    }
  }

  /// What a NUL becomes where it is not dropped; reports it.
  mutating func nulReplacement(at index: Int) -> [UInt8] {
    log.report(.nulCharacter, .repair, at: index, "a NUL byte, now U+FFFD")
    return [0xEF, 0xBF, 0xBD]
  }

  /// The windows-1252 character meant by the C1 character at `index`; reports it.
  mutating func mendedC1(at index: Int) -> [UInt8] {
    log.report(.c1Character, .repair, at: index, "a character of U+0080 to U+009F, read as windows-1252")
    var bytes: [UInt8] = []
    bytes.append(
      contentsOf: UTF8.encode(Windows1252.scalar(source[index + 1])) ?? UTF8.encodedReplacementCharacter)
    return bytes
  }

  /// Appends source bytes with carriage returns, NULs and, in the archival reading, C1 characters rewritten.
  mutating func appendRewritten(from start: Int, to end: Int, into output: inout [UInt8]) {
    var index = start
    while index < end {
      let plain = index
      while index < end, source[index] != 0x0D, source[index] != 0, !(isArchival && isC1(at: index)) {
        index += 1
      }
      output.append(contentsOf: source[plain..<index])
      guard index < end else { break }
      switch source[index] {
      case 0x00: output.append(contentsOf: nulReplacement(at: index))
      case 0x0D:
        if byte(at: index + 1) != 0x0A { output.append(0x0A) }
      default:
        output.append(contentsOf: mendedC1(at: index))
        index += 1
      }
      index += 1
    }
  }

  /// The source from `start` to `end` as the content of a node: as it stands, or rewritten where it must be.
  mutating func stretch(from start: Int, to end: Int, _ document: inout Document) -> ByteStretch {
    for index in start..<max(start, end) {
      let byte = source[index]
      guard byte == 0x0D || byte == 0 || (isArchival && isC1(at: index)) else { continue }
      let stored = document.decoded.count
      appendRewritten(from: start, to: end, into: &document.decoded)
      return ByteStretch(
        start: UInt32(stored), count: UInt32(document.decoded.count - stored), store: .decoded)
    }
    return ByteStretch(from: start, to: max(start, end))
  }

  // MARK: Character references (section 13.2.5.72 and following)

  /// Reads the character reference at `position`, an ampersand, and appends what it stands for.
  ///
  /// Returns false and stays where it is, if it is none.
  mutating func consumeReference(inAttribute: Bool, into output: inout [UInt8]) -> Bool {
    guard let first = byte(at: position + 1) else { return false }
    if first == UInt8(ascii: "#") { return consumeNumericReference(into: &output) }
    guard first.isASCIIAlphanumeric else { return false }
    let nameStart = position + 1
    var nameEnd = nameStart + 1
    while nameEnd < source.count, nameEnd - nameStart < 40, source[nameEnd].isASCIIAlphanumeric {
      nameEnd += 1
    }
    let table = CharacterReferences.shared
    if byte(at: nameEnd) == UInt8(ascii: ";"),
      let text = table.text(of: nameStart..<nameEnd, in: source, withoutSemicolon: false)
    {
      output.append(contentsOf: text)
      position = nameEnd + 1
      return true
    }
    var end = min(nameEnd, nameStart + CharacterReferences.longestWithoutSemicolon)
    while end - nameStart >= 2 {
      if let text = table.text(of: nameStart..<end, in: source, withoutSemicolon: true) {
        if inAttribute, let next = byte(at: end), next == UInt8(ascii: "=") || next.isASCIIAlphanumeric {
          return false
        }
        output.append(contentsOf: text)
        position = end
        return true
      }
      end -= 1
    }
    return false
  }

  private mutating func consumeNumericReference(into output: inout [UInt8]) -> Bool {
    var index = position + 2
    var code: UInt32 = 0
    var digits = 0
    if let x = byte(at: index), x | 0x20 == UInt8(ascii: "x") {
      index += 1
      while let value = byte(at: index)?.hexadecimalValue {
        code = min(code &* 16 &+ value, 0x11_0000)
        digits += 1
        index += 1
      }
    } else {
      while let byte = byte(at: index), byte.isASCIIDigit {
        code = min(code &* 10 &+ UInt32(byte - 0x30), 0x11_0000)
        digits += 1
        index += 1
      }
    }
    guard digits > 0 else { return false }
    if byte(at: index) == UInt8(ascii: ";") { index += 1 }
    if code == 0 || code > 0x10_FFFF || (0xD800...0xDFFF).contains(code) {
      log.report(.badCharacterReference, .repair, at: position, "a reference to no character, now U+FFFD")
      code = 0xFFFD
    } else if (0x80...0x9F).contains(code) {
      log.report(.c1Character, .repair, at: position, "a reference to U+0080 to U+009F, read as windows-1252")
    }
    let scalar = (0x80...0x9F).contains(code) ? Windows1252.scalar(UInt8(code)) : Unicode.Scalar(code)
    output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    position = index
    return true
  }
}
