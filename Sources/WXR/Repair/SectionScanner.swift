import Bytes

/// Finds the CDATA sections of a text that needs no repair, and says so where it needs some.
struct SectionScanner {
  private let bytes: [UInt8]
  /// Whether comments and processing instructions are in their place.
  private let isHeader: Bool
  private var sections: [ByteRange] = []

  private init(bytes: [UInt8], isHeader: Bool) {
    self.bytes = bytes
    self.isHeader = isHeader
  }

  /// The contents of the sections of `bytes`; nil where a mark, a reference or an end is not as it should be.
  ///
  /// Whether start and end tags match is left to the parser.
  static func sections(of bytes: [UInt8], isHeader: Bool) -> [ByteRange]? {
    var scanner = SectionScanner(bytes: bytes, isHeader: isHeader)
    return scanner.scan() ? scanner.sections : nil
  }

  private mutating func scan() -> Bool {
    var position = 0
    var element: Range<Int>?
    while let tag = bytes.span.firstIndex(of: UInt8(ascii: "<"), from: position) {
      guard isPlainText(position..<tag), tag + 1 < bytes.count else { return false }
      switch bytes[tag + 1] {
      case UInt8(ascii: "!"):
        guard let end = readDeclaration(tag, element) else { return false }
        position = end
      case UInt8(ascii: "?"):
        guard isHeader, let end = bytes.span.firstIndex(of: "?>", from: tag + 2) else { return false }
        position = end + 2
      case UInt8(ascii: "/"):
        guard let name = bytes.span.xmlName(at: tag + 2) else { return false }
        let end = bytes.span.skippingSpace(from: name.upperBound)
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return false }
        element = nil
        position = end + 1
      default:
        guard let name = bytes.span.xmlName(at: tag + 1), let end = endOfStartTag(name.upperBound) else {
          return false
        }
        element = name
        position = end
      }
    }
    return isPlainText(position..<bytes.count)
  }

  /// Reads a section or a comment; returns where it ends.
  private mutating func readDeclaration(_ start: Int, _ element: Range<Int>?) -> Int? {
    if bytes.span.hasBytes("<!--", at: start) {
      guard isHeader, let end = bytes.span.firstIndex(of: "--", from: start + 4),
        bytes.span.hasBytes(">", at: end + 2)
      else { return nil }
      return end + 3
    }
    guard bytes.span.hasBytes("<![CDATA[", at: start), let element,
      let end = bytes.span.firstIndex(of: "]]>", from: start + 9),
      !quotesSection(start + 9..<end)
    else { return nil }
    sections.append(ByteRange(from: start + 9, to: end))
    if bytes.span.hasBytes("<![CDATA[", at: end + 3) { return end + 3 }
    let next = bytes.span.skippingSpace(from: end + 3)
    guard bytes.span.hasBytes("</", at: next), bytes.span.isEqual(element, at: next + 2) else { return nil }
    return next
  }

  private func quotesSection(_ range: Range<Int>) -> Bool {
    bytes.span.extracting(range).firstIndex(of: "[CDATA[") != nil
  }

  /// Whether there is nothing in a text between tags that XML forbids.
  private func isPlainText(_ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "&"):
        guard case .allowed = Reference(in: bytes.span, at: index) else { return false }
      case UInt8(ascii: "]"):
        if bytes.span.hasBytes("]]>", at: index) { return false }
      default: break
      }
    }
    return true
  }

  /// Where a start tag ends whose name ends at `start`; nil where something is wrong with its attributes.
  private func endOfStartTag(_ start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: ">"): return position + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes.span.firstIndex(of: byte, from: position + 1) else { return nil }
        for index in position + 1..<end {
          if bytes[index] == UInt8(ascii: "<") { return nil }
          guard bytes[index] == UInt8(ascii: "&") else { continue }
          guard case .allowed = Reference(in: bytes.span, at: index) else { return nil }
        }
        position = end + 1
      case UInt8(ascii: "<"), UInt8(ascii: "&"): return nil
      default: position += 1
      }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The name that begins at `start`; nil where no name can begin there.
  func xmlName(at start: Int) -> Range<Int>? {
    guard start < count, self[start].isXMLNameStart else { return nil }
    var end = start + 1
    while end < count, self[end].isXMLNamePart { end += 1 }
    return start..<end
  }

  func skippingSpace(from start: Int) -> Int {
    var position = start
    while position < count, self[position].isXMLSpace { position += 1 }
    return position
  }

  /// Whether the name in `name` stands at `start` too, and ends there.
  func isEqual(_ name: Range<Int>, at start: Int) -> Bool {
    guard start + name.count <= count else { return false }
    for index in name where self[index] != self[start + index - name.lowerBound] { return false }
    let end = start + name.count
    return end == count || !self[end].isXMLNamePart
  }
}

extension UInt8 {
  /// Whether an element's name may begin with it.
  var isXMLNameStart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  /// Whether it may stand in an element's name.
  var isXMLNamePart: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: isXMLNameStart
    }
  }
}
