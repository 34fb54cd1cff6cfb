internal import Bytes

extension Span where Element == UInt8 {
  /// Where the markup that begins with the `<` at `start` ends, as WordPress splits text from tags: a comment at its
  /// first `-->`, a CDATA section at `]]>`, anything else at the next `>`, whatever quotes there are; what never
  /// ends reaches to the end of the text.
  func endOfMarkup(at start: Int) -> Int {
    if start + 1 < count, self[start + 1] == UInt8(ascii: "!") {
      if hasBytes("<!--", at: start) {
        return firstIndex(of: "-->", from: start + 2).map { $0 + 3 } ?? count
      }
      if hasBytes("<![CDATA[", at: start) {
        return firstIndex(of: "]]>", from: start + 9).map { $0 + 3 } ?? count
      }
    }
    return firstIndex(of: UInt8(ascii: ">"), from: start + 1).map { $0 + 1 } ?? count
  }
}
