/// The name of an element, interned: comparing two is comparing two numbers.
///
/// Elements of HTML are static members (`Tag.p`, `.blockquote`); a name only one document uses, such as `o:p`, has a number that
/// means something in that document alone: ask `Document.name(of:)`.
public struct Tag: Sendable, Hashable {
  @usableFromInline let id: UInt32

  @inline(__always)
  init(id: UInt32) { self.id = id }

  /// The tag's number, from 0: a place in a table about tags.
  ///
  /// Below `Tag.standardCount` it means the same in every document.
  @inlinable
  public var number: Int { Int(id) }

  /// How many numbers stand for names that every document knows.
  public static var standardCount: Int { Int(standardNameCount) }

  /// The tag of an element name every document knows (`p`, `foreignObject`), or nil; HTML's are in lower case.
  public init?(_ name: String) {
    guard let id = StandardNames.shared.id(of: Array(name.utf8)) else { return nil }
    self.init(id: id)
  }

  /// The name, or nil where only the document that uses it knows; `Document.name(of:)` always does.
  public var name: String? {
    id < standardNameCount ? String(decoding: StandardNames.shared.bytes(of: id), as: UTF8.self) : nil
  }
}
