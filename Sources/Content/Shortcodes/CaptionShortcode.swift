internal import Bytes

/// `[caption]` and `[wp_caption]`: a picture with words below it.
enum CaptionShortcode {
  /// A figure; the content alone where there is no caption.
  ///
  /// WordPress drops a caption whose `width` is missing, and words before the picture; both are kept here.
  static func html(_ attributes: ShortcodeAttributes, _ content: [UInt8]) -> [UInt8] {
    var picture = content[...]
    var caption: ArraySlice<UInt8>
    if let old = attributes["caption"] {
      caption = Array(old.utf8)[...]
    } else if let end = endOfPicture(content.span) {
      picture = content[..<end]
      caption = content[end...]
    } else {
      return content
    }
    while let byte = caption.first, isSpace(byte) { caption.removeFirst() }
    while let byte = caption.last, isSpace(byte) { caption.removeLast() }
    guard !caption.isEmpty else { return content }
    var output = HTMLText()
    output.raw("<figure")
    output.attribute("class", "wp-caption" + (attributes.text("align").map { " \($0)" } ?? ""))
    output.raw(">")
    output.raw(picture)
    output.raw("<figcaption class=\"wp-caption-text\">")
    output.raw(caption)
    output.raw("</figcaption></figure>")
    return output.bytes
  }

  /// The index behind the first picture, with the end of the link around it.
  private static func endOfPicture(_ span: Span<UInt8>) -> Int? {
    var position = 0
    while let start = span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard span.hasBytesIgnoringCase("<img", at: start), start + 4 < span.count, isSpace(span[start + 4]),
        let end = span.firstIndex(of: UInt8(ascii: ">"), from: start + 5)
      else { continue }
      let close = span.skipSpace(from: end + 1)
      return span.hasBytesIgnoringCase("</a>", at: close) ? close + 4 : end + 1
    }
    return nil
  }
}
