import Bytes

/// A start tag read leniently: whatever its attributes look like, it ends at some place.
struct StartTag {
  struct Attribute {
    var name: Range<Int>
    /// The value without its quotes.
    var value: Range<Int>
  }

  /// How far behind a quote that ends no value another is looked for.
  private static let longestSearch = 4096

  private(set) var attributes: [Attribute] = []
  /// Just past the tag.
  private(set) var end: Int
  /// Whether it is closed in itself: `<x/>`.
  private(set) var isEmpty = false
  /// Whether something had to be set right: quotes missing or left over, an attribute twice, no `>`.
  private(set) var isMalformed = false

  /// Reads the tag at `start` whose name is known.
  init(_ start: Int, name: Range<Int>, in bytes: [UInt8]) {
    end = name.upperBound
    while true {
      end = bytes.span.skippingSpace(from: end)
      guard end < bytes.count, bytes[end] != UInt8(ascii: "<") else {
        isMalformed = true
        return
      }
      if bytes[end] == UInt8(ascii: ">") {
        end += 1
        return
      }
      if bytes.span.hasBytes("/>", at: end) {
        isEmpty = true
        end += 2
        return
      }
      if let name = bytes.span.xmlName(at: end), bytes[end] < 0x80 {
        readAttribute(name, bytes)
      } else {
        isMalformed = true
        end += 1
      }
    }
  }

  private mutating func readAttribute(_ name: Range<Int>, _ bytes: [UInt8]) {
    end = bytes.span.skippingSpace(from: name.upperBound)
    var value = end..<end
    if bytes.span.hasBytes("=", at: end) {
      end = bytes.span.skippingSpace(from: end + 1)
      value = readValue(bytes)
    } else {
      isMalformed = true
    }
    if attributes.contains(where: {
      $0.name.count == name.count && bytes.span.isEqual($0.name, at: name.lowerBound)
    }) {
      isMalformed = true
    } else {
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private mutating func readValue(_ bytes: [UInt8]) -> Range<Int> {
    let start = end
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") else {
      isMalformed = true
      while end < bytes.count, !bytes[end].isXMLSpace, !">/<".utf8.contains(bytes[end]) { end += 1 }
      return start..<end
    }
    var quote = bytes.span.firstIndex(of: bytes[start], from: start + 1)
    // A quote ends the value where a tag or another attribute can go on after it.
    while let found = quote, !Self.endsValue(bytes, found) {
      isMalformed = true
      quote =
        found - start < Self.longestSearch ? bytes.span.firstIndex(of: bytes[start], from: found + 1) : nil
    }
    if let quote {
      end = quote + 1
      if end < bytes.count, bytes[end].isXMLNameStart { isMalformed = true }
      return start + 1..<quote
    }
    isMalformed = true
    end = bytes.span.firstIndex(of: UInt8(ascii: ">"), from: start) ?? bytes.count
    return start + 1..<max(start + 1, end)
  }

  private static func endsValue(_ bytes: [UInt8], _ quote: Int) -> Bool {
    guard quote + 1 < bytes.count else { return true }
    if bytes[quote + 1].isXMLSpace || ">/?".utf8.contains(bytes[quote + 1]) { return true }
    guard let name = bytes.span.xmlName(at: quote + 1) else { return false }
    return bytes.span.hasBytes("=\"", at: name.upperBound) || bytes.span.hasBytes("='", at: name.upperBound)
  }
}
