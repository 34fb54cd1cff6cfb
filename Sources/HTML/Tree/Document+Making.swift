extension Document {
  /// Makes an element of HTML that is in no place yet.
  public mutating func makeElement(_ tag: Tag, attributes: [(name: String, value: String)] = []) -> NodeID {
    var node = Node(kind: .element)
    node.tag = tag
    node.content.start = UInt32(self.attributes.count)
    node.content.count = UInt32(attributes.count)
    for (name, value) in attributes {
      self.attributes.append(Attribute(name: names.intern(name), value: store(value.utf8)))
    }
    return add(node)
  }

  /// Makes an element of HTML by any name, in lower case, that is in no place yet.
  public mutating func makeElement(
    named name: String, attributes: [(name: String, value: String)] = []
  ) -> NodeID {
    makeElement(Tag(id: names.intern(name)), attributes: attributes)
  }

  /// Makes a text node that is in no place yet.
  public mutating func makeText(_ text: String) -> NodeID { makeText(Array(text.utf8)) }

  /// Makes a text node of UTF-8 bytes that is in no place yet.
  public mutating func makeText(_ bytes: some Collection<UInt8>) -> NodeID {
    var node = Node(kind: .text)
    node.content = store(bytes)
    return add(node)
  }

  /// Makes a comment that is in no place yet.
  public mutating func makeComment(_ text: String) -> NodeID {
    var node = Node(kind: .comment)
    node.content = store(text.utf8)
    return add(node)
  }

  /// Gives a text or comment node another text.
  public mutating func setText(_ text: String, of node: NodeID) {
    guard self[node].kind == .text || self[node].kind == .comment else { return }
    self[node].content = store(text.utf8)
  }

  /// Gives an element an attribute, or the one it has another value.
  public mutating func setAttribute(_ name: String, to value: String, of node: NodeID) {
    guard self[node].kind == .element else { return }
    let stored = store(value.utf8)
    ownAttributes(of: node)
    if let index = attributeIndex(name, of: node) {
      attributes[index].value = stored
    } else {
      attributes.append(Attribute(name: names.intern(name), value: stored))
      self[node].content.count += 1
    }
  }

  /// Takes an attribute away from an element; nothing where it has none of that name.
  public mutating func removeAttribute(_ name: String, of node: NodeID) {
    guard attributeIndex(name, of: node) != nil else { return }
    ownAttributes(of: node)
    guard let index = attributeIndex(name, of: node) else { return }
    attributes.remove(at: index)
    self[node].content.count -= 1
  }

  /// Makes an element another one with the same attributes and children.
  public mutating func rename(_ node: NodeID, to tag: Tag) {
    guard self[node].kind == .element else { return }
    self[node].tag = tag
    self[node].namespace = .html
  }

  /// Copies an element's attributes to the end of the list, where they may change: elements the parser cloned share theirs.
  private mutating func ownAttributes(of node: NodeID) {
    let range = attributeRange(of: node)
    self[node].content.start = UInt32(attributes.count)
    attributes.append(contentsOf: Array(attributes[range]))
  }

  mutating func store(_ bytes: some Sequence<UInt8>) -> ByteStretch {
    let start = decoded.count
    decoded.append(contentsOf: bytes)
    return ByteStretch(start: UInt32(start), count: UInt32(decoded.count - start), store: .decoded)
  }

  @inline(__always)
  mutating func add(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(UInt32(truncatingIfNeeded: nodes.count - 1))
  }
}
