internal import Bytes

/// The attributes of a shortcode, read as WordPress reads them.
struct ShortcodeAttributes: Sendable, Equatable {
  /// Named attributes in order, names in lower case; a later one of the same name replaces the earlier one's value.
  private(set) var named: [(name: String, value: String)] = []
  /// Attributes without a name, in order.
  private(set) var positional: [String] = []

  static func == (left: Self, right: Self) -> Bool {
    left.positional == right.positional && left.named.elementsEqual(right.named, by: ==)
  }

  /// Reads `text`, what stands between a shortcode's name and its closing bracket.
  init(_ text: some Sequence<UInt8>) {
    let bytes = Self.withPlainSpaces(Array(text))
    let span = bytes.span
    var position = span.skipSpace(from: 0)
    while position < span.count {
      position = span.skipSpace(from: readOne(span, at: position))
    }
  }

  /// The value of the attribute `name`, or nil.
  subscript(name: String) -> String? { named.first { $0.name == name }?.value }

  /// The value of the attribute `name`, or nil where it is missing or blank.
  func text(_ name: String) -> String? {
    guard let value = self[name], value.utf8.contains(where: { !isSpace($0) }) else { return nil }
    return value
  }

  /// The numbers of a list such as `ids="3, 5,8"`.
  func numbers(_ name: String) -> [String] {
    (self[name] ?? "").utf8.split(whereSeparator: { !isDigit($0) }).map { String($0) ?? "" }
  }

  /// Reads the attribute at `start`, which is no whitespace, and returns the index behind it.
  private mutating func readOne(_ span: Span<UInt8>, at start: Int) -> Int {
    var nameEnd = start
    while nameEnd < span.count, isWord(span[nameEnd]) || span[nameEnd] == UInt8(ascii: "-") { nameEnd += 1 }
    if nameEnd > start {
      let equals = span.skipSpace(from: nameEnd)
      if equals < span.count, span[equals] == UInt8(ascii: "=") {
        let value = span.skipSpace(from: equals + 1)
        if let range = Self.quoted(span, at: value) ?? Self.unquoted(span, at: value) {
          set(asciiLowercased(span.string(start..<nameEnd)), to: span, range.text)
          return range.end
        }
      }
    } else if let range = Self.quoted(span, at: start) {
      if !range.text.isEmpty { positional.append(Self.value(span, range.text)) }
      return range.end
    }
    var end = start
    while end < span.count, !isSpace(span[end]) { end += 1 }
    positional.append(Self.value(span, start..<end))
    return end
  }

  private mutating func set(_ name: String, to span: Span<UInt8>, _ range: Range<Int>) {
    let value = Self.value(span, range)
    if let index = named.firstIndex(where: { $0.name == name }) {
      named[index].value = value
    } else {
      named.append((name, value))
    }
  }

  /// Where a value stands, without and with its quotes.
  private struct ValueRange {
    var text: Range<Int>
    var end: Int
  }

  /// The value in quotes at `start` with whitespace or the end behind it, or nil.
  private static func quoted(_ span: Span<UInt8>, at start: Int) -> ValueRange? {
    guard start < span.count, span[start] == UInt8(ascii: "\"") || span[start] == UInt8(ascii: "'"),
      let end = span.firstIndex(of: span[start], from: start + 1),
      end + 1 == span.count || isSpace(span[end + 1])
    else { return nil }
    return ValueRange(text: start + 1..<end, end: end + 1)
  }

  /// The value without quotes at `start` with whitespace or the end behind it, or nil.
  private static func unquoted(_ span: Span<UInt8>, at start: Int) -> ValueRange? {
    var end = start
    while end < span.count, !isSpace(span[end]) {
      if span[end] == UInt8(ascii: "\"") || span[end] == UInt8(ascii: "'") { return nil }
      end += 1
    }
    return end > start ? ValueRange(text: start..<end, end: end) : nil
  }

  /// The text of a value: C escapes decoded; empty where it holds a `<` that is never closed.
  private static func value(_ span: Span<UInt8>, _ range: Range<Int>) -> String {
    let bytes = CEscapes.decode(span, range)
    return hasUnclosedTag(bytes) ? "" : String(decoding: bytes, as: UTF8.self)
  }

  private static func hasUnclosedTag(_ bytes: [UInt8]) -> Bool {
    var isOpen = false
    for byte in bytes {
      if byte == UInt8(ascii: "<") { isOpen = true }
      if byte == UInt8(ascii: ">") { isOpen = false }
    }
    return isOpen
  }

  /// `text` with runs of no-break and zero-width spaces made one plain space each.
  private static func withPlainSpaces(_ text: [UInt8]) -> [UInt8] {
    var patch = Patch()
    let span = text.span
    var position = 0
    while position < span.count {
      var end = position
      while true {
        if span.hasBytes("\u{00A0}", at: end) {
          end += 2
        } else if span.hasBytes("\u{200B}", at: end) {
          end += 3
        } else {
          break
        }
      }
      if end > position {
        patch.keep(text, upTo: position)
        patch.insert(" ")
        patch.skip(text, to: end)
      }
      position = max(end, position + 1)
    }
    return patch.finish(text)
  }
}

/// The ASCII letters of `text` in lower case, all else as it is.
func asciiLowercased(_ text: String) -> String {
  String(decoding: text.utf8.map(lowercased), as: UTF8.self)
}
