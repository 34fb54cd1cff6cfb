import Bytes

/// Finds the CDATA sections of a text that needs no repair, and says so where it needs some.
struct SectionScanner {
  /// What of a text the parser need not see.
  struct Gaps {
    /// The contents of the sections.
    var sections: [ByteRange] = []
    /// The contents of the comments that were passed over, sections and all, where that was asked for.
    var comments: [ByteRange] = []
  }

  /// Whether comments and processing instructions of XML are in their place.
  private let isHeader: Bool
  private let passesOverComments: Bool
  private var gaps = Gaps()

  /// Most items have no more sections.
  private static let usualSections = 32

  private init(isHeader: Bool, passesOverComments: Bool) {
    self.isHeader = isHeader
    self.passesOverComments = passesOverComments
    gaps.sections.reserveCapacity(Self.usualSections)
  }

  /// The contents of the sections of `bytes`; nil where a mark, a reference or an end is not as it should be.
  ///
  /// Whether start and end tags match is left to the parser.
  static func gaps(in bytes: [UInt8], isHeader: Bool, passingOverComments: Bool) -> Gaps? {
    var scanner = SectionScanner(isHeader: isHeader, passesOverComments: passingOverComments)
    return scanner.scan(bytes.span) ? scanner.gaps : nil
  }

  /// The contents of the sections of a text that ``gaps(in:isHeader:passingOverComments:)`` has found in order.
  static func sections(ofSound bytes: Span<UInt8>) -> [ByteRange] {
    var sections: [ByteRange] = []
    sections.reserveCapacity(Self.usualSections)
    var position = 0
    while let start = bytes.firstIndex(of: "<![CDATA[", from: position),
      let end = bytes.firstIndex(of: "]]>", from: start + 9)
    {
      sections.append(ByteRange(from: start + 9, to: end))
      position = end + 3
    }
    return sections
  }

  private mutating func scan(_ bytes: Span<UInt8>) -> Bool {
    var position = 0
    var element: Range<Int>?
    var depth = 0
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: position) {
      guard bytes.isPlainText(position..<tag), tag + 1 < bytes.count else { return false }
      switch bytes[tag + 1] {
      case UInt8(ascii: "!"):
        guard let end = readDeclaration(bytes, tag, element) else { return false }
        position = end
      case UInt8(ascii: "?"):
        guard isHeader, let end = bytes.firstIndex(of: "?>", from: tag + 2) else { return false }
        position = end + 2
      case UInt8(ascii: "/"):
        guard let nameEnd = Self.endOfName(bytes, at: tag + 2, closing: element) else { return false }
        let end = bytes.skippingSpace(from: nameEnd)
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return false }
        element = nil
        depth -= 1
        position = end + 1
      default:
        guard let name = bytes.xmlName(at: tag + 1),
          let end = Self.endOfStartTag(bytes, name.upperBound)
        else { return false }
        element = name
        position = end
        if bytes[end - 2] == UInt8(ascii: "/") { continue }
        depth += 1
        if passesOverComments, depth == 2, let end = bytes.endOfComment(named: name, from: end) {
          gaps.comments.append(ByteRange(from: position, to: end))
          element = nil
          position = end
        }
      }
    }
    return bytes.isPlainText(position..<bytes.count)
  }

  /// Where the name of an end tag ends: nearly always that of the element which was just begun.
  private static func endOfName(_ bytes: Span<UInt8>, at start: Int, closing element: Range<Int>?) -> Int? {
    if let element, bytes.isEqual(element, at: start) { return start + element.count }
    return bytes.xmlName(at: start)?.upperBound
  }

  /// Reads a section or a comment; returns where it ends.
  private mutating func readDeclaration(
    _ bytes: Span<UInt8>, _ start: Int, _ element: Range<Int>?
  ) -> Int? {
    if bytes.hasBytes("<!--", at: start) {
      guard isHeader, let end = bytes.firstIndex(of: "--", from: start + 4),
        bytes.hasBytes(">", at: end + 2)
      else { return nil }
      return end + 3
    }
    guard bytes.hasBytes("<![CDATA[", at: start), let element,
      let end = bytes.firstIndex(of: "]]>", from: start + 9),
      bytes.extracting(start + 9..<end).firstIndex(of: "[CDATA[") == nil
    else { return nil }
    gaps.sections.append(ByteRange(from: start + 9, to: end))
    if bytes.hasBytes("<![CDATA[", at: end + 3) { return end + 3 }
    let next = bytes.skippingSpace(from: end + 3)
    guard bytes.hasBytes("</", at: next), bytes.isEqual(element, at: next + 2) else { return nil }
    return next
  }

  /// Where a start tag ends whose name ends at `start`; nil where something is wrong with its attributes.
  private static func endOfStartTag(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: ">"): return position + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes.firstIndex(of: byte, from: position + 1) else { return nil }
        for index in position + 1..<end {
          if bytes[index] == UInt8(ascii: "<") { return nil }
          guard bytes[index] == UInt8(ascii: "&") else { continue }
          guard case .allowed = Reference(in: bytes, at: index) else { return nil }
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

  /// Whether there is nothing in a text between tags that XML forbids.
  func isPlainText(_ range: Range<Int>) -> Bool {
    for index in range {
      switch self[index] {
      case UInt8(ascii: "&"):
        guard case .allowed = Reference(in: self, at: index) else { return false }
      case UInt8(ascii: "]"):
        if hasBytes("]]>", at: index) { return false }
      default: break
      }
    }
    return true
  }

  func skippingSpace(from start: Int) -> Int {
    var position = start
    while position < count, self[position].isXMLSpace { position += 1 }
    return position
  }

  /// Whether the name in `name` stands at `start` too, and ends there.
  func isEqual(_ name: Range<Int>, at start: Int) -> Bool {
    guard hasBytes(in: name, at: start) else { return false }
    let end = start + name.count
    return end == count || !self[end].isXMLNamePart
  }
}

extension UInt8 {
  /// Whether an element's name may begin with it.
  @inline(__always)
  var isXMLNameStart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  /// Whether it may stand in an element's name.
  @inline(__always)
  var isXMLNamePart: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: isXMLNameStart
    }
  }
}
