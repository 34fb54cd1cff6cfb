internal import Bytes

/// Program text in `<pre>` and `<code>` that its author typed as it is: `<?php … ?>`.
///
/// A browser takes that for a comment that ends at the first `>`, and shows the rest; here all of it is text.
enum CodeInstructions {
  /// `text` with such stretches escaped.
  static func escape(_ text: [UInt8]) -> [UInt8] {
    let span = text.span
    guard span.firstIndex(of: "<?") != nil else { return text }
    var patch = Patch()
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard let end = endOfCode(in: span, at: start) else { continue }
      while let opening = span.firstIndex(of: "<?", from: position), opening < end {
        let close = span.firstIndex(of: "?>", from: opening).map { $0 + 2 } ?? end
        patch.keep(text, upTo: opening)
        var escaped = HTMLText()
        escaped.text(text[opening..<min(close, end)])
        patch.insert(escaped.bytes)
        position = min(close, end)
        patch.skip(text, to: position)
      }
      position = end
    }
    return patch.finish(text)
  }

  /// Where the contents end of a `<pre>` or `<code>` that begins at `start`, or nil.
  private static func endOfCode(in span: Span<UInt8>, at start: Int) -> Int? {
    for (opening, closing): (StaticString, StaticString) in [("<pre", "</pre>"), ("<code", "</code>")]
    where span.hasBytesIgnoringCase(opening, at: start) {
      let behind = start + opening.utf8CodeUnitCount
      guard behind < span.count, isSpace(span[behind]) || span[behind] == UInt8(ascii: ">") else {
        return nil
      }
      return span.firstIndex(of: closing, from: behind)
    }
    return nil
  }
}
