import Bytes

/// Readers' comments of which a survey needs no more than that they are there.
extension Span<UInt8> {
  /// Where the content of the comment ends whose start tag `name` ends at `start`, up to its end tag.
  ///
  /// Nil for other elements, and for a comment that is not as plain as exporters write them: elements without
  /// attributes, each with one section, or text, or such elements in it. There an XML parser could find no fault.
  func endOfComment(named name: Range<Int>, from start: Int) -> Int? {
    guard name.count == 10, hasBytes("wp:comment>", at: name.lowerBound) else { return nil }
    return endOfElements(in: name, from: start, depth: 0)
  }

  private func endOfElements(in outer: Range<Int>, from start: Int, depth: Int) -> Int? {
    var position = start
    while true {
      position = skippingSpace(from: position)
      guard hasBytes("<", at: position) else { return nil }
      if hasBytes("/", at: position + 1) { return isEndTag(of: outer, at: position) ? position : nil }
      guard let name = plainName(at: position + 1), hasBytes(">", at: name.upperBound),
        let end = endOfContent(of: name, from: name.upperBound + 1, depth: depth), isEndTag(of: name, at: end)
      else { return nil }
      position = end + name.count + 3
    }
  }

  private func endOfContent(of name: Range<Int>, from start: Int, depth: Int) -> Int? {
    if hasBytes("<![CDATA[", at: start) {
      guard let end = firstIndex(of: "]]>", from: start + 9),
        extracting(start + 9..<end).firstIndex(of: "[CDATA[") == nil
      else { return nil }
      return end + 3
    }
    guard let tag = firstIndex(of: UInt8(ascii: "<"), from: start) else { return nil }
    if hasBytes("/", at: tag + 1) { return isPlainText(start..<tag) ? tag : nil }
    // A comment's custom field has two elements in it, and nothing has more levels.
    return depth == 0 ? endOfElements(in: name, from: start, depth: 1) : nil
  }

  private func isEndTag(of name: Range<Int>, at start: Int) -> Bool {
    hasBytes("</", at: start) && hasBytes(in: name, at: start + 2)
      && hasBytes(">", at: start + 2 + name.count)
  }

  /// The name of ASCII letters, digits and low lines that begins at `start`, with a prefix or without; nil where
  /// another one does.
  private func plainName(at start: Int) -> Range<Int>? {
    var end = start
    var colons = 0
    while end < count {
      switch self[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        guard end > start, self[end - 1] != UInt8(ascii: ":") else { return nil }
      case UInt8(ascii: ":"):
        colons += 1
        guard end > start, colons == 1 else { return nil }
      default: return end > start && self[end - 1] != UInt8(ascii: ":") ? start..<end : nil
      }
      end += 1
    }
    return nil
  }
}
