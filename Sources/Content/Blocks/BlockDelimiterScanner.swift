internal import Bytes

/// Finds block delimiters from left to right, exactly where WordPress's block parser finds them, in linear time.
struct BlockDelimiterScanner {
  private var attributesEnd: (scannedFrom: Int, hit: Int?)?

  /// The first delimiter at or after `start`; starts may only grow.
  mutating func next(in text: Span<UInt8>, from start: Int) -> BlockDelimiter? {
    var position = start
    while let open = text.firstIndex(of: "<!--", from: position) {
      if let delimiter = delimiter(in: text, at: open) { return delimiter }
      position = open + 4
    }
    return nil
  }

  private mutating func delimiter(in text: Span<UInt8>, at start: Int) -> BlockDelimiter? {
    var index = text.skipSpace(from: start + 4)
    guard index > start + 4 else { return nil }
    let isCloser = index < text.count && text[index] == UInt8(ascii: "/")
    if isCloser { index += 1 }
    guard text.hasBytes("wp:", at: index), let name = Self.name(in: text, at: index + 3) else { return nil }
    index = text.skipSpace(from: name.end)
    guard index > name.end else { return nil }
    var attributes: Range<Int>?
    if index < text.count, text[index] == UInt8(ascii: "{") {
      guard let end = endOfAttributes(in: text, from: index + 1) else { return nil }
      attributes = index..<end
      index = text.skipSpace(from: end)
    }
    let isVoid = index < text.count && text[index] == UInt8(ascii: "/")
    if isVoid { index += 1 }
    guard text.hasBytes("-->", at: index) else { return nil }
    return BlockDelimiter(
      kind: isVoid ? .void : isCloser ? .closer : .opener,
      block: Block(name: name.text, attributes: attributes), range: start..<index + 3)
  }

  /// The full name at `start` and the index behind it, or nil.
  private static func name(in text: Span<UInt8>, at start: Int) -> (text: String, end: Int)? {
    guard let first = endOfWord(in: text, at: start) else { return nil }
    guard first < text.count, text[first] == UInt8(ascii: "/") else {
      return ("core/" + text.string(start..<first), first)
    }
    guard let second = endOfWord(in: text, at: first + 1) else { return nil }
    return (text.string(start..<second), second)
  }

  private static func endOfWord(in text: Span<UInt8>, at start: Int) -> Int? {
    guard start < text.count, isLowercaseLetter(text[start]) else { return nil }
    var index = start + 1
    while index < text.count,
      isLowercaseLetter(text[index]) || isDigit(text[index]) || text[index] == UInt8(ascii: "_")
        || text[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    return index
  }

  private static func isLowercaseLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// The index behind the attributes that are open at `start`: the first `}` with whitespace, an optional `/` and
  /// `-->` behind it, whatever JSON says.
  private mutating func endOfAttributes(in text: Span<UInt8>, from start: Int) -> Int? {
    if let known = attributesEnd, start >= known.scannedFrom {
      guard let hit = known.hit else { return nil }
      if hit > start { return hit }
    }
    var hit: Int?
    var position = start
    while let brace = text.firstIndex(of: UInt8(ascii: "}"), from: position) {
      position = brace + 1
      var index = text.skipSpace(from: position)
      guard index > position else { continue }
      if index < text.count, text[index] == UInt8(ascii: "/") { index += 1 }
      if text.hasBytes("-->", at: index) {
        hit = position
        break
      }
    }
    attributesEnd = (start, hit)
    return hit
  }
}
