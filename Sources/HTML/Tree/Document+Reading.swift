extension Document {
  /// What a node is.
  public func kind(of node: NodeID) -> NodeKind { self[node].kind }

  /// The parent, or nil for the root and for nodes in no place; a template's contents have the template.
  public func parent(of node: NodeID) -> NodeID? { self[node].parent.orNil }

  /// The first child, or nil.
  public func firstChild(of node: NodeID) -> NodeID? { self[node].firstChild.orNil }

  /// The last child, or nil.
  public func lastChild(of node: NodeID) -> NodeID? { self[node].lastChild.orNil }

  /// The sibling after a node, or nil.
  public func nextSibling(of node: NodeID) -> NodeID? { self[node].nextSibling.orNil }

  /// The sibling before a node, or nil.
  public func previousSibling(of node: NodeID) -> NodeID? { self[node].previousSibling.orNil }

  /// The tag of an element; of no meaning for other nodes.
  public func tag(of node: NodeID) -> Tag { self[node].tag }

  /// The namespace of an element.
  public func namespace(of node: NodeID) -> Namespace { self[node].namespace }

  /// The name of an element (`p`, `o:p`, `foreignObject`) or document type (`html`); empty for other nodes.
  public func name(of node: NodeID) -> String {
    switch self[node].kind {
    case .element: names.string(of: self[node].tag.id)
    case .doctype:
      String(decoding: documentTypes[Int(self[node].content.start)].name ?? [], as: UTF8.self)
    default: ""
    }
  }

  /// The name of a tag met in this document.
  public func name(of tag: Tag) -> String { names.string(of: tag.id) }

  /// The tag of any name in this document, or nil where no node of it has such a name.
  public func tag(named name: String) -> Tag? { names.id(of: name).map { Tag(id: $0) } }

  /// Whether a node is the HTML element of that tag.
  public func isElement(_ node: NodeID, _ tag: Tag) -> Bool {
    self[node].kind == .element && self[node].tag == tag && self[node].namespace == .html
  }

  /// Whether a node is an element of HTML, SVG or MathML.
  public func isElement(_ node: NodeID) -> Bool { self[node].kind == .element }

  /// The text of a text or comment node, with U+FFFD for what is not UTF-8; empty for other nodes.
  public func text(of node: NodeID) -> String { String(decoding: textBytes(of: node), as: UTF8.self) }

  /// The bytes of a text or comment node; empty for other nodes.
  public func textBytes(of node: NodeID) -> ArraySlice<UInt8> {
    guard self[node].kind == .text || self[node].kind == .comment else { return [] }
    return bytes(of: self[node].content)
  }

  /// Appends the bytes of a text or comment node; nothing for other nodes.
  public func appendText(of node: NodeID, to output: inout [UInt8]) {
    output.append(contentsOf: textBytes(of: node))
  }

  /// The text of all text nodes below a node, in order, as it stands: without regard to what a browser shows.
  public func textContent(of node: NodeID) -> String {
    var bytes: [UInt8] = []
    appendText(of: node, to: &bytes)
    for node in descendants(of: node) where kind(of: node) == .text { appendText(of: node, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the node begins in the parsed bytes, or nil for a node that was made.
  public func sourceOffset(of node: NodeID) -> Int? {
    self[node].offset == .max ? nil : Int(self[node].offset)
  }

  @inline(__always)
  subscript(node: NodeID) -> Node {
    get { nodes[Int(node.index)] }
    set { nodes[Int(node.index)] = newValue }
    _modify { yield &nodes[Int(node.index)] }
  }

  func bytes(of stretch: ByteStretch) -> ArraySlice<UInt8> {
    stretch.store == .source ? source[stretch.range] : decoded[stretch.range]
  }

  /// Whether two stretches hold the same bytes.
  func isSame(_ left: ByteStretch, _ right: ByteStretch) -> Bool {
    guard left.count == right.count else { return false }
    guard left.store == .source, right.store == .source else {
      return bytes(of: left) == bytes(of: right)
    }
    if left.start == right.start { return true }
    // Values that differ mostly do so at their end: numbers, file names.
    var index = Int(left.count) - 1
    while index >= 0 {
      if source[Int(left.start) + index] != source[Int(right.start) + index] { return false }
      index -= 1
    }
    return true
  }
}

extension NodeID {
  @inline(__always)
  var orNil: NodeID? { self == .none ? nil : self }
}
