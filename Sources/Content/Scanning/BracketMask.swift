internal import Bytes

/// Keeps brackets that cannot belong to a shortcode out of sight: those inside tags and comments.
///
/// While masked, such brackets are two control characters that the text itself does not use.
struct BracketMask {
  private let open: UInt8
  private let close: UInt8

  /// Chooses the control characters for `text`; one that uses them all is not masked.
  init(for text: [UInt8]) {
    let span = text.span
    var free: UInt8?
    for control: UInt8 in 1..<9 where span.firstIndex(of: control) == nil {
      guard let open = free else {
        free = control
        continue
      }
      (self.open, self.close) = (open, control)
      return
    }
    (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
  }

  /// Where brackets are masked.
  struct Places: OptionSet {
    let rawValue: Int
    /// Inside of tags and comments.
    static let tags = Self(rawValue: 1)
    /// Inside of `<pre>` and `<code>`.
    static let code = Self(rawValue: 2)
  }

  /// `text` with the brackets in those places masked.
  func mask(_ text: [UInt8], in places: Places) -> [UInt8] {
    var masked = text
    let span = text.span
    var openings = NextIndex(of: UInt8(ascii: "["))
    var closings = NextIndex(of: UInt8(ascii: "]"))
    var preEnd = NextText(of: "</pre>")
    var codeEnd = NextText(of: "</code>")
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      guard openings(in: span, from: start) != nil || closings(in: span, from: start) != nil else { break }
      var end = places.contains(.tags) ? span.endOfMarkup(at: start) : start + 1
      if places.contains(.code) {
        if span.hasBytes("<pre", at: start) {
          end = preEnd(in: span, from: end) ?? end
        } else if span.hasBytes("<code", at: start) {
          end = codeEnd(in: span, from: end) ?? end
        }
      }
      position = start
      while let hit = openings(in: span, from: position), hit < end {
        masked[hit] = open
        position = hit + 1
      }
      position = start
      while let hit = closings(in: span, from: position), hit < end {
        masked[hit] = close
        position = hit + 1
      }
      position = end
    }
    return masked
  }

  /// `text` with its masked brackets back.
  func unmask(_ text: [UInt8]) -> [UInt8] {
    var unmasked = text
    let span = text.span
    for (mask, bracket) in [(open, UInt8(ascii: "[")), (close, UInt8(ascii: "]"))] where mask != bracket {
      var position = 0
      while let hit = span.firstIndex(of: mask, from: position) {
        unmasked[hit] = bracket
        position = hit + 1
      }
    }
    return unmasked
  }
}
