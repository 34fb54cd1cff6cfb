/// Quotation marks of the kinds that themes put around titles.
enum Quotes {
  private static let opening = scalars("“„«»\"'‚‘‹›”’")
  private static let closing = scalars("”“»«\"'’‘›‹")

  private static func scalars(_ marks: String) -> [UInt32] { marks.unicodeScalars.map(\.value) }

  /// Where what stands between the quotes is, where the text begins and ends with one; nil otherwise.
  static func contents(of text: ArraySlice<UInt8>) -> Range<Int>? {
    let end = text.trimmingSpace(before: text.endIndex)
    guard end > text.startIndex else { return nil }
    let (first, start) = text.character(at: text.startIndex)
    guard opening.contains(first), let (last, close) = text.character(before: end), closing.contains(last),
      start < close
    else { return nil }
    return start..<close
  }
}

extension Substring {
  /// The text without the white space at its end.
  var trimmedEnd: Substring {
    let scalars = unicodeScalars
    guard let last = scalars.lastIndex(where: { !Letters.isSpace($0.value) }) else {
      return self[startIndex..<startIndex]
    }
    return self[..<scalars.index(after: last)]
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !Letters.isSpace($0.value) }),
      let last = scalars.lastIndex(where: { !Letters.isSpace($0.value) })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// The text with every run of white space as one blank, and none around it.
  var collapsed: String {
    var text = CollapsedText()
    text.add(utf8)
    return text.text
  }
}
