public import Bytes

/// One thing the parser met; offsets are in the bytes it was given.
public enum Event: Sendable, Hashable {
  /// A start tag; `attributes` are indexes into ``Events/attributes``, `end` is the offset of its `>` or `/>`.
  case start(NameID, attributes: Range<Int>, end: Int)
  /// An end tag; `end` is the offset just past it.
  case end(NameID, end: Int)
  /// Text outside CDATA sections, references resolved, as a range of ``Events/text``.
  case text(ByteRange)
  /// The CDATA section of that number, counted from 0.
  case section(Int)
}

/// An attribute of a start tag, references resolved.
public struct Attribute: Sendable, Hashable {
  /// The name.
  public var name: NameID
  /// The value.
  public var value: String
}

/// A namespace declaration.
public struct NamespaceDeclaration: Sendable, Hashable {
  /// The prefix; nil for the default namespace.
  public var prefix: String?
  /// The namespace's address.
  public var address: String

  /// Makes a declaration.
  public init(prefix: String?, address: String) {
    self.prefix = prefix
    self.address = address
  }
}

/// Something the parser could not accept.
public struct ParseFault: Sendable, Hashable {
  /// libxml2's number of the error.
  public var code: Int32
  /// Where, in bytes from the beginning of what was parsed.
  public var offset: Int
  /// libxml2's words.
  public var message: String
}

/// What the parser met in one stretch of XML, in order.
public struct Events: Sendable {
  /// The events.
  public internal(set) var list: [Event] = []
  /// All text outside CDATA sections.
  public internal(set) var text: [UInt8] = []
  /// The attributes of all start tags.
  public internal(set) var attributes: [Attribute] = []
  /// The namespace declarations of all start tags.
  public internal(set) var namespaces: [NamespaceDeclaration] = []
  /// What was wrong; undeclared prefixes are no fault.
  public internal(set) var faults: [ParseFault] = []
  /// The number of bytes that were read.
  public internal(set) var markupLength = 0
  /// Whether all was read without a fault and every element that was begun was ended.
  public internal(set) var isWhole = true
  /// The number of CDATA sections met.
  public internal(set) var sectionCount = 0

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    namespaces.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    isWhole = true
    sectionCount = 0
  }
}
