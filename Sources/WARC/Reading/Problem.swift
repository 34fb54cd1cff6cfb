/// Something wrong with a record; who reads the record knows where.
struct Problem: Hashable {
  let code: WARCFault.Code
  var severity = WARCFault.Severity.error
  let expected: String
  let found: String
  /// Where in the file it is, where that is known and the file is no WARC file.
  var offset = 0

  /// A piece of a file fit for a message: short, and in visible characters.
  static func shown(_ text: some StringProtocol) -> String {
    if text.isEmpty { return "nothing" }
    let visible = text.unicodeScalars.prefix(60).map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return "\"\(visible.joined())\(text.unicodeScalars.count > 60 ? "…" : "")\""
  }
}
