/// A node's place in its document; means nothing in another one.
public struct NodeID: Sendable, Hashable {
  let index: UInt32

  @inline(__always)
  init(_ index: UInt32) { self.index = index }

  /// Stands for "no node" inside the tree's storage; never handed out.
  static var none: NodeID { NodeID(.max) }
  /// The document itself.
  static var root: NodeID { NodeID(0) }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable {
  /// The root of a whole document.
  case document
  /// The root of a parsed fragment, or the contents of a `template` element.
  case fragment
  /// A document type declaration.
  case doctype
  /// An element.
  case element
  /// Text.
  case text
  /// A comment.
  case comment
}

/// The namespace of an element.
public enum Namespace: UInt8, Sendable {
  /// `http://www.w3.org/1999/xhtml`
  case html
  /// `http://www.w3.org/2000/svg`
  case svg
  /// `http://www.w3.org/1998/Math/MathML`
  case mathML
}

/// One node as it is stored; 44 bytes, all numbers.
struct Node: Sendable {
  var parent = NodeID.none
  var firstChild = NodeID.none
  var lastChild = NodeID.none
  var previousSibling = NodeID.none
  var nextSibling = NodeID.none
  /// The bytes of text and comments, the range of an element's attributes, or a document type's number.
  var content = ByteStretch()
  /// Where in the source the node begins; `.max` for a node that was made.
  var offset = UInt32.max
  var tag = Tag(id: 0)
  var kind: NodeKind
  var namespace = Namespace.html
}

/// Where bytes of a node lie: in the source as they stand, or in the store of decoded text.
struct ByteStretch: Sendable {
  var start: UInt32 = 0
  var count: UInt32 = 0
  var store = Store.source

  /// The places of the bytes in their store.
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

  enum Store: UInt8, Sendable {
    /// As it stands in the source.
    case source
    /// Decoded, joined or made: in the store of decoded text.
    case decoded
    /// The same, with room to grow up to the next power of two.
    case roomy
  }
}

/// One attribute as it is stored.
struct Attribute: Sendable {
  var name: UInt32
  var value: ByteStretch
  var namespace = AttributeNamespace.none
}

/// The namespace of an attribute of an SVG or MathML element (`xlink:href`); written and asked for by its full name.
enum AttributeNamespace: UInt8, Sendable {
  case none, xlink, xml, xmlns
}

/// The three strings of a document type declaration; nil where the source has none.
struct DocumentType: Sendable {
  var name: [UInt8]?
  var publicIdentifier: [UInt8]?
  var systemIdentifier: [UInt8]?
}
