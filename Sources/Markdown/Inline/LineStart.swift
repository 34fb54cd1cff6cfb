/// What a line of text would mean because of how it begins, and the backslash that prevents it.
///
/// Decided on the finished line, container prefixes left out, since only there is it known what stands at its beginning.
enum LineStart {
  /// Where a backslash must be put so that a finished line stays a line of its paragraph, or nil; `continues` says that a line of
  /// the same paragraph stands above it.
  static func escapePosition(in line: ArraySlice<UInt8>, continues: Bool) -> Int? {
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: "#"):
      let rest = line.drop { $0 == UInt8(ascii: "#") }
      return rest.startIndex - line.startIndex <= 6 && endsWord(rest) ? line.startIndex : nil
    case UInt8(ascii: ">"): return line.startIndex
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return endsWord(line.dropFirst()) || isRule(line) || continues && isTableDelimiter(line)
        ? line.startIndex : nil
    case UInt8(ascii: "_"): return isRule(line) ? line.startIndex : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let rest = line.drop(while: isDigit)
      guard rest.startIndex - line.startIndex <= 9, let mark = rest.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), endsWord(rest.dropFirst())
      else { return nil }
      return rest.startIndex
    case UInt8(ascii: "="):
      return continues && line.drop { $0 == UInt8(ascii: "=") }.allSatisfy(isSpace) ? line.startIndex : nil
    case UInt8(ascii: "~"): return line.starts(with: "~~~".utf8) ? line.startIndex : nil
    case UInt8(ascii: "|"), UInt8(ascii: ":"):
      return continues && isTableDelimiter(line) ? line.startIndex : nil
    default: return nil
    }
  }

  /// Whether a list item that begins so would be taken for a task.
  static func looksLikeTask(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 3, line.first == UInt8(ascii: "["), line[line.startIndex + 2] == UInt8(ascii: "]")
    else { return false }
    let mark = line[line.startIndex + 1]
    return mark == UInt8(ascii: " ") || mark | 0x20 == UInt8(ascii: "x")
  }

  private static func endsWord(_ rest: ArraySlice<UInt8>) -> Bool { rest.first.map(isSpace) ?? true }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in line where byte != 0x20 {
      guard byte == line.first else { return false }
      count += 1
    }
    return count >= 3 || line.first == UInt8(ascii: "-")
  }

  private static func isTableDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") || $0 == 0x20
    }
  }
}
