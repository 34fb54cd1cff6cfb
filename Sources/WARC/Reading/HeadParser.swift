internal import Bytes

/// Reads a record's header line by line and notes what is wrong with it (WARC 1.1, section 4).
struct HeadParser {
  private(set) var version = ""
  private(set) var fields: [HeaderField] = []
  private(set) var problems: [Problem] = []

  /// Reads the bytes of a header from the version line to the last field, the empty line not included.
  init(_ header: Span<UInt8>) {
    var start = 0
    var isFirst = true
    var hasBareLineEnd = false
    while start < header.count {
      let lineFeed = header.firstIndex(of: UInt8(ascii: "\n"), from: start)
      var end = lineFeed ?? header.count
      if end > start, header[end - 1] == UInt8(ascii: "\r") {
        end -= 1
      } else if lineFeed != nil {
        hasBareLineEnd = true
      }
      let line = Self.text(header, start, end)
      if isFirst { takeVersion(line) } else { takeLine(line) }
      isFirst = false
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

  private static func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    var line: [UInt8] = []
    line.append(copying: bytes.extracting(start..<end))
    return line
  }

  private mutating func takeVersion(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    version = String(text.dropFirst(5))
    guard text != "WARC/1.1", text != "WARC/1.0" else { return }
    problems.append(Problem(code: .version, expected: "WARC/1.1 or WARC/1.0", found: Problem.shown(text)))
  }

  private mutating func takeLine(_ line: [UInt8]) {
    guard let text = String(validating: line, as: UTF8.self) else {
      problems.append(
        Problem(
          code: .headerSyntax, expected: "UTF-8", found: Problem.shown(String(decoding: line, as: UTF8.self)))
      )
      return takeField(String(decoding: line, as: UTF8.self))
    }
    if let first = line.first, first == 0x20 || first == 0x09 {
      problems.append(
        Problem(
          code: .foldedLine, severity: .warning, expected: "one line a field", found: Problem.shown(text)))
      if let last = fields.popLast() {
        fields.append(HeaderField(name: last.name, value: last.value + " " + text.trimmed))
      }
      return
    }
    takeField(text)
  }

  private mutating func takeField(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), FieldSyntax.isToken(text[..<colon]) else {
      problems.append(Problem(code: .headerSyntax, expected: "name: value", found: Problem.shown(text)))
      return
    }
    let value = String(text[text.utf8.index(after: colon)...]).trimmed
    if !FieldSyntax.isOneLine(value) {
      problems.append(
        Problem(code: .headerSyntax, expected: "no control characters", found: Problem.shown(text)))
    }
    fields.append(HeaderField(name: String(text[..<colon]), value: value))
  }
}
