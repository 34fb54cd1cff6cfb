internal import Bytes

/// Reads a record's header line by line and notes what is wrong with it (WARC 1.1, section 4).
struct HeadParser {
  private(set) var version = ""
  private(set) var fields: [HeaderField] = []
  private(set) var problems: [Problem] = []

  /// Reads the bytes of a header from the version line to the last field, the empty line not included.
  init(_ header: Span<UInt8>) {
    var start = 0
    var hasBareLineEnd = false
    while start < header.count {
      let lineFeed = header.firstIndex(of: UInt8(ascii: "\n"), from: start)
      var end = lineFeed ?? header.count
      if end > start, header[end - 1] == UInt8(ascii: "\r") {
        end -= 1
      } else if lineFeed != nil {
        hasBareLineEnd = true
      }
      let line = header.extracting(start..<end)
      if start == 0 { takeVersion(line) } else { takeLine(line) }
      start = (lineFeed ?? header.count) + 1
    }
    if hasBareLineEnd {
      problems.append(Problem(code: .lineEnd, expected: "CR LF", found: "a bare LF in the header"))
    }
  }

  /// Where the header that begins at `start` ends, and where its block begins; nil where no empty line is there yet.
  static func end(of text: Span<UInt8>, from start: Int) -> (header: Int, block: Int)? {
    var position = start
    while let lineFeed = text.firstIndex(of: UInt8(ascii: "\n"), from: position) {
      if text.hasBytes("\r\n", at: lineFeed + 1) { return (lineFeed + 1, lineFeed + 3) }
      if text.hasBytes("\n", at: lineFeed + 1) { return (lineFeed + 1, lineFeed + 2) }
      position = lineFeed + 1
    }
    return nil
  }

  private mutating func takeVersion(_ line: Span<UInt8>) {
    let text = string(line)
    version = String(text.dropFirst(5))
    guard text != "WARC/1.1", text != "WARC/1.0" else { return }
    problems.append(Problem(code: .version, expected: "WARC/1.1 or WARC/1.0", found: Problem.shown(text)))
  }

  private mutating func takeLine(_ line: Span<UInt8>) {
    guard line.count > 0 else { return }
    if line[0] == 0x20 || line[0] == 0x09 { return takeFoldedLine(string(line)) }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      FieldSyntax.isToken(line.extracting(0..<colon))
    else {
      problems.append(
        Problem(code: .headerSyntax, expected: "name: value", found: Problem.shown(string(line))))
      return
    }
    var start = colon + 1
    var end = line.count
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    let value = string(line.extracting(start..<end))
    for index in start..<end where line[index] < 0x20 && line[index] != 0x09 || line[index] == 0x7F {
      problems.append(
        Problem(code: .headerSyntax, expected: "no control characters", found: Problem.shown(value)))
      break
    }
    fields.append(HeaderField(name: string(line.extracting(0..<colon)), value: value))
  }

  private mutating func takeFoldedLine(_ text: String) {
    problems.append(
      Problem(code: .foldedLine, severity: .warning, expected: "one line a field", found: Problem.shown(text))
    )
    if let last = fields.popLast() {
      fields.append(HeaderField(name: last.name, value: last.value + " " + text.trimmed))
    }
  }

  /// The text of a piece of the header; what is no UTF-8 is noted, and repaired.
  private mutating func string(_ bytes: Span<UInt8>) -> String {
    if let text = try? UTF8Span(validating: bytes) { return String(copying: text) }
    let repaired = String(decoding: bytes.copied, as: UTF8.self)
    problems.append(Problem(code: .headerSyntax, expected: "UTF-8", found: Problem.shown(repaired)))
    return repaired
  }
}
