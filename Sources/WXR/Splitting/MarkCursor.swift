import Bytes

/// A place where the outline of an export changes.
struct Boundary: Sendable, Hashable {
  enum Kind: Sendable {
    case declaration
    case rssStart
    case channelStart
    case itemStart
    case itemEnd
    case end
  }

  var kind: Kind
  /// The offset of the `<`.
  var start: Int
  /// The offset just past the mark; for start tags that may have attributes, just past the name.
  var end: Int
}

/// What stands at a `<`.
enum Mark {
  case sectionStart
  case commentStart
  case boundary(Boundary)
  case titleStart
  case other
}

/// A short fingerprint of an element's name: enough to tell whether an end tag belongs to a start tag.
struct NamePrint: Hashable, Sendable {
  var value: UInt64
  static let none = NamePrint(value: 0)
}

/// Finds and understands marks in a stretch of the input, `bytes`; all positions are offsets in the input.
struct MarkCursor {
  enum Sign {
    case lessThan
    case greaterThan
    case bracket
  }

  /// Where the stretch begins.
  let base: Int
  /// Whether the input ends where the stretch ends.
  let isLast: Bool
  private var lessThan: Int?
  private var greaterThan: Int?
  private var bracket: Int?

  init(base: Int, isLast: Bool) {
    self.base = base
    self.isLast = isLast
  }

  /// The offset of the first `sign` at or after `start`; each is looked for once.
  mutating func next(_ sign: Sign, in bytes: Span<UInt8>, from start: Int) -> Int? {
    switch sign {
    case .lessThan: Self.advance(&lessThan, to: start, UInt8(ascii: "<"), bytes, base)
    case .greaterThan: Self.advance(&greaterThan, to: start, UInt8(ascii: ">"), bytes, base)
    case .bracket: Self.advance(&bracket, to: start, UInt8(ascii: "]"), bytes, base)
    }
  }

  private static func advance(
    _ known: inout Int?, to start: Int, _ byte: UInt8, _ bytes: Span<UInt8>, _ base: Int
  ) -> Int? {
    if let known, known >= start { return known == .max ? nil : known }
    let found = bytes.firstIndex(of: byte, from: start - base).map { $0 + base }
    known = found ?? .max
    return found
  }

  @inline(__always)
  func has(_ text: StaticString, at offset: Int, in bytes: Span<UInt8>) -> Bool {
    bytes.hasBytes(text, at: offset - base)
  }

  private func byte(_ offset: Int, _ bytes: Span<UInt8>) -> UInt8? {
    offset >= base && offset - base < bytes.count ? bytes[offset - base] : nil
  }

  /// Whether an element's name ends at `offset`.
  private func isNameEnd(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let byte = byte(offset, bytes) else { return isLast }
    return byte.isXMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// The first offset at or after `start` that is not white space, within the window.
  func skipSpace(_ start: Int, in bytes: Span<UInt8>) -> Int {
    var offset = start
    while let byte = byte(offset, bytes), byte.isXMLSpace, offset - start < ItemSplitter.window / 2 {
      offset += 1
    }
    return offset
  }

  /// What stands at the `<` at `at`.
  func mark(_ at: Int, in bytes: Span<UInt8>) -> Mark {
    switch byte(at + 1, bytes) {
    case UInt8(ascii: "!"):
      if has("[CDATA[", at: at + 2, in: bytes) { return .sectionStart }
      return has("--", at: at + 2, in: bytes) ? .commentStart : .other
    case UInt8(ascii: "i"):
      return start(.itemStart, "item", at, bytes)
    case UInt8(ascii: "r"):
      return start(.rssStart, "rss", at, bytes)
    case UInt8(ascii: "c"):
      return start(.channelStart, "channel", at, bytes)
    case UInt8(ascii: "t"):
      return has("title", at: at + 1, in: bytes) && isNameEnd(at + 6, bytes) ? .titleStart : .other
    case UInt8(ascii: "?"):
      guard has("xml", at: at + 2, in: bytes), byte(at + 5, bytes)?.isXMLSpace == true else { return .other }
      return .boundary(Boundary(kind: .declaration, start: at, end: at + 5))
    case UInt8(ascii: "/"):
      switch byte(at + 2, bytes) {
      case UInt8(ascii: "i"): return end(.itemEnd, "item", at, bytes)
      case UInt8(ascii: "c"): return end(.end, "channel", at, bytes)
      case UInt8(ascii: "r"): return end(.end, "rss", at, bytes)
      default: return .other
      }
    default: return .other
    }
  }

  private func start(_ kind: Boundary.Kind, _ name: StaticString, _ at: Int, _ bytes: Span<UInt8>) -> Mark {
    let end = at + 1 + name.utf8CodeUnitCount
    guard has(name, at: at + 1, in: bytes), isNameEnd(end, bytes) else { return .other }
    return .boundary(Boundary(kind: kind, start: at, end: end))
  }

  private func end(_ kind: Boundary.Kind, _ name: StaticString, _ at: Int, _ bytes: Span<UInt8>) -> Mark {
    let nameEnd = at + 2 + name.utf8CodeUnitCount
    guard has(name, at: at + 2, in: bytes), isNameEnd(nameEnd, bytes) else { return .other }
    let close = skipSpace(nameEnd, in: bytes)
    let end = byte(close, bytes) == UInt8(ascii: ">") ? close + 1 : nameEnd
    return .boundary(Boundary(kind: kind, start: at, end: end))
  }

  /// Whether what follows an `</item>` shows that an item really ended there.
  func isBoundary(afterItemEndingAt end: Int, in bytes: Span<UInt8>) -> Bool {
    let next = skipSpace(end, in: bytes)
    guard byte(next, bytes) != nil else { return isLast }
    guard case .boundary(let boundary) = mark(next, in: bytes) else { return false }
    return boundary.kind == .itemStart || boundary.kind == .end
  }

  /// The name of the tag at `tag`, where the bytes at `before` still belong to what it encloses.
  func name(ofTagAt tag: Int, before: Int, in bytes: Span<UInt8>) -> NamePrint {
    guard before - tag <= ItemSplitter.window else { return .none }
    return name(at: byte(tag + 1, bytes) == UInt8(ascii: "/") ? tag + 2 : tag + 1, in: bytes)
  }

  /// The fingerprint (FNV-1a) of the name that begins at `start`.
  func name(at start: Int, in bytes: Span<UInt8>) -> NamePrint {
    guard start >= base else { return .none }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let first = start - base
    let limit = min(first + 64, bytes.count)
    var index = first
    while index < limit {
      let byte = bytes[index]
      // All signs that end a name come before the letters.
      if byte < UInt8(ascii: "A") {
        guard !byte.isXMLSpace, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/"),
          byte != UInt8(ascii: "<")
        else { break }
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      index += 1
    }
    return index == first ? .none : NamePrint(value: hash)
  }
}

extension UInt8 {
  /// Whether it is white space in XML: space, tab, line feed, carriage return.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
