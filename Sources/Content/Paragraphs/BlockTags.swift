internal import Bytes

/// The tags that `wpautop` takes for blocks, lower case only.
enum BlockTags {
  private static let names: [StaticString] = [
    "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl", "dd",
    "dt",
    "ul", "ol", "li", "pre", "form", "map", "area", "blockquote", "address", "math", "style", "p", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section", "article", "aside", "hgroup", "header",
    "footer", "nav", "figure", "figcaption", "details", "menu", "summary",
  ]
  /// The names by their first letter.
  private static let known = NameTable(of: names)
  /// The tags before which a line break is dropped.
  private static let unbroken = NameTable(of: [
    "p", "li", "div", "dl", "dd", "dt", "th", "pre", "td", "ul", "ol",
  ])

  /// Whether one of the names stands at `start` with whitespace, `/` or `>` behind it.
  static func isName(in text: Span<UInt8>, at start: Int) -> Bool {
    known.contains(in: text, at: start) { end in
      guard end < text.count else { return false }
      let next = text[end]
      return isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
    }
  }

  /// The index behind `name>` at `start` where `name` is one of the names, or nil.
  static func endOfClosedName(in text: Span<UInt8>, at start: Int) -> Int? {
    var close: Int?
    _ = known.contains(in: text, at: start) { end in
      guard end < text.count, text[end] == UInt8(ascii: ">") else { return false }
      close = end + 1
      return true
    }
    return close
  }

  /// Whether what stands at `start` begins with one of the names: WordPress's later patterns know no end of a name,
  /// so that `<picture>` counts as a `p`.
  static func isPrefix(in text: Span<UInt8>, at start: Int) -> Bool {
    known.contains(in: text, at: start) { _ in true }
  }

  /// Whether what stands at `start` begins with the name of a tag before which a line break is dropped.
  static func isUnbrokenPrefix(in text: Span<UInt8>, at start: Int) -> Bool {
    unbroken.contains(in: text, at: start) { _ in true }
  }

  /// Names by their first letter; the first eight bytes of each are compared as one number.
  private struct NameTable {
    private struct Name {
      let text: StaticString
      let head: UInt64
      let mask: UInt64
    }

    private var names: [Name] = []
    /// Where the names of each letter begin; one place more, where those of the last end.
    private var starts: [Int] = []

    init(of texts: [StaticString]) {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        starts.append(names.count)
        for text in texts {
          let bytes = Array(text.description.utf8)
          guard bytes.first == letter else { continue }
          let mask = bytes.count < 8 ? UInt64(1) << UInt64(8 * bytes.count) - 1 : .max
          names.append(Name(text: text, head: bytes.span.word(at: 0), mask: mask))
        }
      }
      starts.append(names.count)
    }

    /// Whether a name stands at `start` whose end `accepts` takes.
    @inline(__always)
    func contains(in text: Span<UInt8>, at start: Int, _ accepts: (Int) -> Bool) -> Bool {
      guard start < text.count else { return false }
      let letter = Int(text[start]) - 0x61
      guard letter >= 0, letter < 26 else { return false }
      let end = starts[letter + 1]
      var index = starts[letter]
      guard index < end else { return false }
      let word = text.word(at: start)
      while index < end {
        let name = names[index]
        index += 1
        guard word & name.mask == name.head else { continue }
        let length = name.text.utf8CodeUnitCount
        if length > 8, !text.hasBytes(name.text, at: start) { continue }
        if accepts(start + length) { return true }
      }
      return false
    }
  }
}
