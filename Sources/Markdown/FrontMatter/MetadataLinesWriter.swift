/// Writes lines of `Name: value`, ended by an empty line; what has no value is left out.
enum MetadataLinesWriter {
  static func document(of matter: FrontMatter) -> [UInt8] {
    var output: [UInt8] = []
    write(matter, prefix: "", to: &output)
    output.append(0x0A)
    return output
  }

  private static func write(_ matter: FrontMatter, prefix: String, to output: inout [UInt8]) {
    for field in matter.fields {
      let name = prefix + plainName(field.name)
      switch field.value {
      case .string(let text): line(name, oneLine(text), to: &output)
      case .date(let text): line(name, DateText.isPlain(text) ? text : oneLine(text), to: &output)
      case .bool(let bool): line(name, bool ? "true" : "false", to: &output)
      case .int(let int): line(name, String(int), to: &output)
      case .list(let items):
        let items = items.map { oneLine($0).replacingSemicolons }
        // A semicolon anywhere makes it what parts the items, so that a comma may stand inside one.
        let hasComma = items.contains { $0.contains(",") }
        line(
          name, items.joined(separator: hasComma ? "; " : ", ") + (hasComma && items.count == 1 ? ";" : ""),
          to: &output)
      case .map(let map): write(map, prefix: name + "_", to: &output)
      }
    }
  }

  private static func line(_ name: String, _ value: String, to output: inout [UInt8]) {
    guard !name.isEmpty, !value.isEmpty else { return }
    output.append(contentsOf: "\(name): \(value)\n".utf8)
  }

  /// The name with anything but letters, digits, `_` and `-` replaced.
  private static func plainName(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" ? $0 : "_" })
  }

  /// The text on one line, without control characters and blanks around it.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in PersonalData.masked(text).unicodeScalars {
      let isBreak = scalar.properties.isWhitespace || scalar.value < 0x20
      if !isBreak {
        if !(0x7F...0x9F).contains(scalar.value) { line.append(scalar) }
      } else if let last = line.last, last != " " {
        line.append(" ")
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension String {
  /// The text with commas where it had semicolons, which would part a list's items.
  fileprivate var replacingSemicolons: String { String(map { $0 == ";" ? "," : $0 }) }
}
