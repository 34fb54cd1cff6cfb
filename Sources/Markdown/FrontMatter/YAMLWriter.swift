/// Writes YAML 1.2: every text in double quotation marks (section 7.3.1), so that none is taken for something else.
enum YAMLWriter {
  static func document(of matter: FrontMatter) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(512)
    output.append(contentsOf: "---\n".utf8)
    write(matter, indent: 0, to: &output)
    output.append(contentsOf: "---\n".utf8)
    return output
  }

  /// Appends the fields, one or more lines each.
  static func write(_ matter: FrontMatter, indent: Int, to output: inout [UInt8]) {
    for field in matter.fields {
      output.append(contentsOf: repeatElement(0x20, count: indent))
      writeKey(field.name, to: &output)
      output.append(UInt8(ascii: ":"))
      switch field.value {
      case .map(let map) where !map.isEmpty:
        output.append(0x0A)
        write(map, indent: indent + 2, to: &output)
      case .list(let items) where !items.isEmpty:
        output.append(0x0A)
        for item in items {
          output.append(contentsOf: repeatElement(0x20, count: indent + 2))
          output.append(contentsOf: "- ".utf8)
          writeText(item, to: &output)
          output.append(0x0A)
        }
      default:
        output.append(0x20)
        writeScalar(field.value, to: &output)
        output.append(0x0A)
      }
    }
  }

  private static func writeScalar(_ value: FrontMatter.Value, to output: inout [UInt8]) {
    switch value {
    case .string(let text): writeText(text, to: &output)
    case .date(let text):
      if DateText.isPlain(text) { output.append(contentsOf: text.utf8) } else { writeText(text, to: &output) }
    case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
    case .int(let int): output.append(contentsOf: String(int).utf8)
    case .list: output.append(contentsOf: "[]".utf8)
    case .map: output.append(contentsOf: "{}".utf8)
    }
  }

  /// Words that are no names to all readers, by their letters in lower case.
  private static let reserved =
    ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].map(letters)

  /// A word of no more than eight letters as one number, in whatever case they are.
  private static func letters(of word: String) -> UInt64 {
    var letters: UInt64 = 0
    for byte in word.utf8 { letters = letters << 8 | UInt64(byte | 0x20) }
    return letters
  }

  private static func writeKey(_ name: String, to output: inout [UInt8]) {
    guard isPlainKey(name) else { return writeQuoted(name, to: &output) }
    output.append(contentsOf: name.utf8)
  }

  private static func isPlainKey(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
    for byte in name.utf8 {
      guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") else {
        return false
      }
    }
    // No reserved word is longer than `false`.
    return name.utf8.count > 5 || !reserved.contains(letters(of: name))
  }

  static func writeText(_ text: String, to output: inout [UInt8]) {
    writeQuoted(PersonalData.masked(text), to: &output)
  }

  static func writeQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.span.isPlain {
      output.append(contentsOf: text.utf8)
      output.append(UInt8(ascii: "\""))
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: output.append(contentsOf: "\\\"".utf8)
      case 0x5C: output.append(contentsOf: "\\\\".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      // What YAML does not count among printable characters (section 5.1), and its other line breaks.
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        output.append(contentsOf: "\\u".utf8)
        output.append(contentsOf: fourDigits(scalar.value).utf8)
      default: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension Span<UInt8> {
  /// Whether there is no byte that is a character which may be escaped, or begins one.
  fileprivate var isPlain: Bool {
    for index in indices {
      switch self[index] {
      case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2, 0xEF: return false
      default: continue
      }
    }
    return true
  }
}

/// A number below 65,536 as four hexadecimal digits.
func fourDigits(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
