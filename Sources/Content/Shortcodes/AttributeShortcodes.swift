internal import Bytes

/// Shortcodes inside of tags (`<a href="[file id="5"]">`): WordPress runs them there too; here they stay, and are counted.
enum AttributeShortcodes {
  /// How often what looks like a shortcode stands in a tag, by name.
  static func count(in text: [UInt8]) -> [String: Int] {
    let span = text.span
    var tags: [UInt8] = []
    var addresses: [String: Int] = [:]
    var brackets = NextIndex(of: UInt8(ascii: "["))
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      guard brackets(in: span, from: start) != nil else { break }
      let end = span.endOfMarkup(at: start)
      position = end
      guard span.hasBytes("<!", at: start) == false else { continue }
      var bracket = start
      while let open = brackets(in: span, from: bracket), open < end {
        bracket = open + 1
        if let name = bareAddress(in: span, at: open, before: end) { addresses[name, default: 0] += 1 }
      }
      if bracket > start { tags += text[start..<end] }
    }
    guard !tags.isEmpty else { return [:] }
    return UnknownShortcodes.count(in: tags, except: Set(addresses.keys)).merging(addresses) { $1 }
  }

  /// The name of a shortcode without attributes that stands where an address does, or nil.
  private static func bareAddress(in span: Span<UInt8>, at open: Int, before end: Int) -> String? {
    guard span.hasBytes("href=", at: open - 6) || span.hasBytes("src=", at: open - 5) else { return nil }
    var close = open + 1
    while close < end, isWord(span[close]) || span[close] == UInt8(ascii: "-") { close += 1 }
    guard close > open + 1, close < end, span[close] == UInt8(ascii: "]"), isLetter(span[open + 1]) else {
      return nil
    }
    return span.string(open + 1..<close)
  }
}
