internal import Bytes

/// Step 2 and its undoing in step 19: preformatted text stands aside while the rest gets its paragraphs.
struct PreformattedText {
  private var pieces: [[UInt8]] = []

  init() {}

  /// Takes the preformatted stretches out of `text` and leaves a numbered placeholder for each.
  ///
  /// A stretch runs from the first `<pre` behind the end of the one before up to the next `</pre>`.
  init(takenFrom text: inout [UInt8]) {
    var patch = Patch()
    let source = text
    let span = source.span
    var partStart = 0
    var opening = NextText(of: "<pre")
    while let partEnd = span.firstIndex(of: "</pre>", from: partStart) {
      if let start = opening(in: span, from: partStart), start < partEnd {
        patch.keep(source, upTo: start)
        patch.insert("<pre wp-pre-tag-\(pieces.count)></pre>".utf8)
        pieces.append(Array(source[start..<partEnd + 6]))
        patch.skip(source, to: partEnd + 6)
      } else {
        // A closing tag without an opening one disappears, as it does in WordPress.
        patch.keep(source, upTo: partEnd)
        patch.skip(source, to: partEnd + 6)
      }
      partStart = partEnd + 6
    }
    text = patch.finish(source)
  }

  /// Puts the stretches back where their placeholders stand.
  func restored(in text: [UInt8]) -> [UInt8] {
    guard !pieces.isEmpty else { return text }
    var patch = Patch()
    let span = text.span
    var position = 0
    while let start = span.firstIndex(of: "<pre wp-pre-tag-", from: position) {
      var index = start + 16
      var number = 0
      while index < span.count, isDigit(span[index]), number < pieces.count {
        number = number * 10 + Int(span[index] - 0x30)
        index += 1
      }
      position = index
      guard index > start + 16, span.hasBytes("></pre>", at: index), number < pieces.count else { continue }
      patch.keep(text, upTo: start)
      patch.insert(pieces[number])
      patch.skip(text, to: index + 7)
      position = index + 7
    }
    return patch.finish(text)
  }
}
