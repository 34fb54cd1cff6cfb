internal import Bytes

/// The end of an item's line of JSON, found without parsing what may be a long post.
///
/// Quotes within strings are escaped, so that the marks looked for stand nowhere but in the structure.
enum ItemLineTail {
  /// Where the item stands, as the last member but the findings tells.
  static func source(of line: [UInt8]) -> LedgerEntry.Source? {
    guard let start = lastIndex(of: Array(",\"source\":".utf8), in: line) else { return nil }
    let object = Array(line[(start + 10)..<(findings(of: line) ?? max(start + 10, line.count - 1))])
    guard let json = try? JSONValue(parsing: object) else { return nil }
    return LedgerEntry.Source(json)
  }

  /// The line up to its findings, which also tell of the conversion: what reading the item again must give.
  static func withoutFindings(_ line: [UInt8]) -> ArraySlice<UInt8> {
    line[..<(findings(of: line) ?? max(0, line.count - 1))]
  }

  private static func findings(of line: [UInt8]) -> Int? {
    lastIndex(of: Array(",\"findings\":[".utf8), in: line)
  }

  private static func lastIndex(of mark: [UInt8], in line: [UInt8]) -> Int? {
    guard line.count >= mark.count else { return nil }
    return (0...(line.count - mark.count)).last { start in
      line[start] == mark[0] && line[start..<start + mark.count].elementsEqual(mark)
    }
  }
}
