internal import Bytes
internal import HTML

/// Writes text so that a renderer takes it for text, with as few backslashes as its surroundings allow.
///
/// What may stand at the beginning of a line is decided later, on the finished line: see `LineStart`.
struct TextEscaper {
  /// What is around the text.
  struct Surroundings {
    var dialect = MarkdownDialect.commonMark
    /// Inside a table's cell, where `|` ends it.
    var isInCell = false
    /// Escape whatever might mean something, whether it does here or not.
    var isCareful = false
    /// Whether delimiters of ours stand somewhere in the content.
    var hasEmphasis = false
    /// A single `*`, `` ` `` or `~` in the whole content means nothing without a partner.
    var hasLoneAsterisk = false
    var hasLoneBacktick = false
    var hasLoneTilde = false
  }

  /// The whole content's text, so that the neighbours of a stretch are known.
  let text: [UInt8]
  var surroundings: Surroundings

  /// Bytes that may mean something in the middle of a line.
  static let specials: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\*_`[]<&~|{".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// Looks through the content once; nil where nothing in it means anything.
  static func survey(_ text: [UInt8], hasEmphasis: Bool, hasCode: Bool, _ base: Surroundings) -> Surroundings?
  {
    guard text.span.hasSpecials else { return nil }
    var result = base
    result.hasEmphasis = hasEmphasis
    result.hasLoneAsterisk = !hasEmphasis && text.occursOnce(UInt8(ascii: "*"))
    result.hasLoneBacktick = !hasCode && text.occursOnce(UInt8(ascii: "`"))
    result.hasLoneTilde = !hasEmphasis && text.occursOnce(UInt8(ascii: "~"))
    return result
  }

  /// Appends the text of `range`, escaped.
  func write(_ range: Range<Int>, inLink: Bool, to output: inout [UInt8]) {
    var plain = range.lowerBound
    var index = range.lowerBound
    let table = Self.specials
    while index < range.upperBound {
      guard table[Int(text[index])] else {
        index += 1
        continue
      }
      if let replacement = replacement(at: index, in: range, inLink: inLink) {
        output.append(copying: text.span.extracting(plain..<index))
        output.append(contentsOf: replacement.utf8)
        plain = index + 1
      }
      index += 1
    }
    output.append(copying: text.span.extracting(plain..<range.upperBound))
  }

  /// What to write instead of the byte, or nil where it may stand.
  private func replacement(at index: Int, in range: Range<Int>, inLink: Bool) -> String? {
    let careful = surroundings.isCareful
    let next = index + 1 < text.count ? text[index + 1] : 0
    let isLast = index + 1 == range.upperBound
    switch text[index] {
    case UInt8(ascii: "\\"): return careful || isLast || isPunctuation(next) ? "\\\\" : nil
    case UInt8(ascii: "*"):
      return careful || !surroundings.hasLoneAsterisk && isDelimiter(at: index, in: range) ? "\\*" : nil
    case UInt8(ascii: "_"): return careful || isDelimiter(at: index, in: range) ? "\\_" : nil
    case UInt8(ascii: "`"): return careful || !surroundings.hasLoneBacktick ? "\\`" : nil
    case UInt8(ascii: "~"):
      return careful || !surroundings.hasLoneTilde && isDelimiter(at: index, in: range) ? "\\~" : nil
    case UInt8(ascii: "["): return careful || inLink || next == UInt8(ascii: "^") ? "\\[" : nil
    case UInt8(ascii: "]"):
      let makesDefinition = next == UInt8(ascii: ":") && text.first == UInt8(ascii: "[")
      return careful || inLink || next == UInt8(ascii: "(") || makesDefinition ? "\\]" : nil
    case UInt8(ascii: "<"):
      let opens =
        isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      return careful || isLast || opens ? "&lt;" : nil
    case UInt8(ascii: "&"): return text.hasEntity(at: index) ? "&amp;" : nil
    case UInt8(ascii: "|"):
      return surroundings.isInCell || surroundings.dialect.readsPipesAsTables ? "\\|" : nil
    case UInt8(ascii: "{"): return surroundings.dialect.readsBracesAsAttributes ? "\\{" : nil
    default: return nil
    }
  }

  /// Whether the run of equal characters around `index` could open or close something.
  private func isDelimiter(at index: Int, in range: Range<Int>) -> Bool {
    let character = text[index]
    var (start, end) = (index, index + 1)
    while start > range.lowerBound, text[start - 1] == character { start -= 1 }
    while end < range.upperBound, text[end] == character { end += 1 }
    // At the edge of its stretch it may stand beside a delimiter of ours.
    let startsLine = start == 0 && !surroundings.hasEmphasis
    let endsLine = end == text.count && !surroundings.hasEmphasis
    guard start > range.lowerBound || startsLine, end < range.upperBound || endsLine else { return true }
    let before = startsLine ? .whiteSpace : text.characterClass(before: start)
    let after = endsLine ? .whiteSpace : text.characterClass(at: end)
    if before == .whiteSpace && after == .whiteSpace { return false }
    // `_` inside a word means nothing.
    return !(character == UInt8(ascii: "_") && before == .other && after == .other)
  }
}

/// Whether the byte is punctuation of ASCII, which a backslash can escape.
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension Span<UInt8> {
  /// Whether there is any of `TextEscaper.specials`.
  fileprivate var hasSpecials: Bool {
    var index = firstMarkup(from: 0)
    while index < count {
      if TextEscaper.specials[Int(self[index])] { return true }
      index = firstMarkup(from: index + 1)
    }
    return false
  }
}

extension [UInt8] {
  fileprivate func occursOnce(_ byte: UInt8) -> Bool {
    guard let first = span.firstIndex(of: byte) else { return false }
    return span.firstIndex(of: byte, from: first + 1) == nil
  }

  /// Whether a character reference seems to begin at `index`; whether its name exists is not asked.
  func hasEntity(at index: Int) -> Bool {
    var position = index + 1
    if position < count, self[position] == UInt8(ascii: "#") { position += 1 }
    let start = position
    while position < count, position - start < 40, isLetter(self[position]) || isDigit(self[position]) {
      position += 1
    }
    return position > start && position < count && self[position] == UInt8(ascii: ";")
  }
}
