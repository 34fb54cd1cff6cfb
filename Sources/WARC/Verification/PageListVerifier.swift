internal import Bytes

/// Compares a list of pages with the captures (WACZ 1.1.1, section 5.2.3).
enum PageListVerifier {
  /// Reports lines that are no pages, and pages that were not captured.
  static func verify(
    _ list: KeptEntry, name: String, captures: PageCaptures, report: (WARCFault) -> Void
  ) {
    var lines = LineReader(list)
    while let line = lines.next() {
      if line.bytes.isEmpty { continue }
      for problem in problems(of: line.bytes, isFirst: line.number == 1, captures) {
        report(
          WARCFault(
            code: problem.code, severity: problem.severity, file: name, record: line.number, recordID: nil,
            offset: line.offset, expected: problem.expected, found: problem.found))
      }
    }
  }

  private static func problems(
    of line: [UInt8], isFirst: Bool, _ captures: PageCaptures
  ) -> [Problem] {
    guard let json = try? JSONValue(parsing: line), json.object != nil else {
      return [
        Problem(
          code: .page, expected: "a JSON object", found: Problem.shown(String(decoding: line, as: UTF8.self)))
      ]
    }
    if isFirst {
      if json["format"] != nil { return [] }
      return [
        Problem(
          code: .page, severity: .warning, expected: "a first line with \"format\"", found: "a page")
      ]
    }
    guard let url = json["url"]?.string, let date = json["ts"]?.string else {
      return [Problem(code: .page, expected: "\"url\" and \"ts\"", found: "a page without")]
    }
    if !WACZPackage.isInternetDate(date) {
      return [Problem(code: .page, expected: "a date of RFC 3339 as \"ts\"", found: Problem.shown(date))]
    }
    if captures.contains(url, at: date.timestamp14) { return [] }
    return [Problem(code: .page, expected: "a capture of \(url) at \(date)", found: "none")]
  }
}

/// The captures as pages name them: by URL and time.
struct PageCaptures {
  private var captures = TextNumbers()
  private var urls = TextNumbers()

  init(_ list: CaptureList?) {
    guard let list else { return }
    for index in 0..<list.count {
      let capture = list[index]
      _ = captures.insert(TextKey("\(capture.timestamp) \(capture.uri)"))
      _ = urls.insert(TextKey(capture.uri))
    }
  }

  /// Whether the URL was captured at that time, given as fourteen digits.
  func contains(_ url: String, at timestamp: String) -> Bool {
    captures.number(of: TextKey("\(timestamp) \(url)")) != nil
  }

  /// Whether the URL was captured at any time.
  func contains(_ url: String) -> Bool { urls.number(of: TextKey(url)) != nil }
}
