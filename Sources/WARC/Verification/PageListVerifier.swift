internal import Bytes

/// Compares a list of pages with the captures (WACZ 1.1.1, section 5.2.3).
enum PageListVerifier {
  /// Reports lines that are no pages, and pages that were not captured.
  static func verify(
    _ list: [UInt8], name: String, captures: Set<WACZPackage.Page>, report: (WARCFault) -> Void
  ) {
    var start = 0
    var number = 0
    while start < list.count {
      let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.count
      let line = list[start..<end]
      number += 1
      if !line.isEmpty {
        for problem in problems(of: line, isFirst: number == 1, captures) {
          report(
            WARCFault(
              code: problem.code, severity: problem.severity, file: name, record: number, recordID: nil,
              offset: start, expected: problem.expected, found: problem.found))
        }
      }
      start = end + 1
    }
  }

  private static func problems(
    of line: ArraySlice<UInt8>, isFirst: Bool, _ captures: Set<WACZPackage.Page>
  ) -> [Problem] {
    guard let json = try? JSONValue(parsing: Array(line)), json.object != nil else {
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
    let page = WACZPackage.Page(url: url, timestamp: String(date.filter(\.isNumber).prefix(14)))
    if captures.contains(page) { return [] }
    return [Problem(code: .page, expected: "a capture of \(url) at \(date)", found: "none")]
  }
}
