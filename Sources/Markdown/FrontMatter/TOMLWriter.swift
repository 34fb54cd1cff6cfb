/// Writes TOML 1.0: basic strings, tables of their own for named values at the top, inline tables below.
enum TOMLWriter {
  static func document(of matter: FrontMatter) -> [UInt8] {
    var output = Array("+++\n".utf8)
    // What follows a table's head belongs to it, so tables come last.
    var tables: [(name: String, FrontMatter)] = []
    for field in matter.fields {
      if case .map(let map) = field.value {
        tables.append((field.name, map))
      } else {
        writeLine(field, to: &output)
      }
    }
    for (name, table) in tables {
      output.append(contentsOf: "\n[".utf8)
      writeKey(name, to: &output)
      output.append(contentsOf: "]\n".utf8)
      for field in table.fields { writeLine(field, to: &output) }
    }
    output.append(contentsOf: "+++\n".utf8)
    return output
  }

  private static func writeLine(_ field: FrontMatter.Field, to output: inout [UInt8]) {
    writeKey(field.name, to: &output)
    output.append(contentsOf: " = ".utf8)
    writeValue(field.value, to: &output)
    output.append(0x0A)
  }

  private static func writeValue(_ value: FrontMatter.Value, to output: inout [UInt8]) {
    switch value {
    case .string(let text): writeText(text, to: &output)
    case .date(let text):
      if DateText.isPlain(text) { output.append(contentsOf: text.utf8) } else { writeText(text, to: &output) }
    case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
    case .int(let int): output.append(contentsOf: String(int).utf8)
    case .list(let items):
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(contentsOf: ", ".utf8) }
        writeText(item, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .map(let map):
      output.append(UInt8(ascii: "{"))
      for (index, field) in map.fields.enumerated() {
        output.append(contentsOf: (index > 0 ? ", " : " ").utf8)
        writeKey(field.name, to: &output)
        output.append(contentsOf: " = ".utf8)
        writeValue(field.value, to: &output)
      }
      output.append(contentsOf: (map.isEmpty ? "}" : " }").utf8)
    }
  }

  private static func writeKey(_ name: String, to output: inout [UInt8]) {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
    if isBare { output.append(contentsOf: name.utf8) } else { writeQuoted(name, to: &output) }
  }

  private static func writeText(_ text: String, to output: inout [UInt8]) {
    writeQuoted(PersonalData.masked(text), to: &output)
  }

  private static func writeQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: output.append(contentsOf: "\\\"".utf8)
      case 0x5C: output.append(contentsOf: "\\\\".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        output.append(contentsOf: "\\u".utf8)
        output.append(contentsOf: fourDigits(scalar.value).utf8)
      default: output.append(contentsOf: String(scalar).utf8)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
