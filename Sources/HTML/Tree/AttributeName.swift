/// The name of an attribute that every document knows, interned: asking for it compares numbers, not letters.
public struct AttributeName: Sendable, Hashable {
  let id: UInt32

  /// The name with these letters (`href`, `aria-label`), or nil where only single documents know it.
  public init?(_ name: String) {
    guard let id = StandardNames.shared.id(of: Array(name.utf8)) else { return nil }
    self.id = id
  }

  /// A name of the list; one that the list lacks is the name of no attribute.
  private init(listed name: String) {
    id = StandardNames.shared.id(of: Array(name.utf8)) ?? .max
  }

  /// The attribute `action`.
  public static let action = AttributeName(listed: "action")
  /// The attribute `alt`.
  public static let alt = AttributeName(listed: "alt")
  /// The attribute `aria-label`.
  public static let ariaLabel = AttributeName(listed: "aria-label")
  /// The attribute `class`.
  public static let classNames = AttributeName(listed: "class")
  /// The attribute `content`.
  public static let content = AttributeName(listed: "content")
  /// The attribute `datetime`.
  public static let datetime = AttributeName(listed: "datetime")
  /// The attribute `hidden`.
  public static let hidden = AttributeName(listed: "hidden")
  /// The attribute `href`.
  public static let href = AttributeName(listed: "href")
  /// The attribute `id`.
  public static let id = AttributeName(listed: "id")
  /// The attribute `lang`.
  public static let lang = AttributeName(listed: "lang")
  /// The attribute `name`.
  public static let name = AttributeName(listed: "name")
  /// The attribute `property`.
  public static let property = AttributeName(listed: "property")
  /// The attribute `rel`.
  public static let rel = AttributeName(listed: "rel")
  /// The attribute `src`.
  public static let src = AttributeName(listed: "src")
  /// The attribute `title`.
  public static let title = AttributeName(listed: "title")
  /// The attribute `value`.
  public static let value = AttributeName(listed: "value")
}

extension Document {
  /// The bytes of an attribute's value, or nil where the element has none of that name.
  public func attributeBytes(_ name: AttributeName, of node: NodeID) -> ArraySlice<UInt8>? {
    attributeIndex(name, of: node).map { bytes(of: attributes[$0].value) }
  }

  /// Whether an element has an attribute of that name, whatever its value.
  public func hasAttribute(_ name: AttributeName, of node: NodeID) -> Bool {
    attributeIndex(name, of: node) != nil
  }

  private func attributeIndex(_ name: AttributeName, of node: NodeID) -> Int? {
    attributeRange(of: node).first { attributes[$0].name == name.id }
  }

  /// The value of an element's attribute, or nil where it has none of that name.
  public func attribute(_ name: AttributeName, of node: NodeID) -> String? {
    attributeBytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension NodeID {
  /// The node's number among all nodes that its document ever had, from 0: a place in a table about nodes.
  public var number: Int { Int(index) }
}
