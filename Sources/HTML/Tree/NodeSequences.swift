extension Document {
  /// The children of a node, first to last.
  ///
  /// The sequence is of the tree as it is now; changing the document while going through it is safe.
  public func children(of node: NodeID) -> ChildSequence {
    ChildSequence(nodes: nodes, upcoming: self[node].firstChild)
  }

  /// Everything below a node in document order, without the node itself; a template's contents included.
  ///
  /// The sequence is of the tree as it is now; changing the document while going through it is safe.
  public func descendants(of node: NodeID) -> DescendantSequence {
    DescendantSequence(nodes: nodes, top: node, current: node)
  }

  /// The parent of a node, its parent and so on up to the root.
  public func ancestors(of node: NodeID) -> AncestorSequence {
    AncestorSequence(nodes: nodes, upcoming: self[node].parent)
  }
}

/// The children of a node.
public struct ChildSequence: Sequence, IteratorProtocol, Sendable {
  let nodes: [Node]
  var upcoming: NodeID

  /// The next child, or nil.
  public mutating func next() -> NodeID? {
    guard upcoming != .none else { return nil }
    let current = upcoming
    upcoming = nodes[Int(current.index)].nextSibling
    return current
  }
}

/// Everything below a node in document order.
public struct DescendantSequence: Sequence, IteratorProtocol, Sendable {
  let nodes: [Node]
  let top: NodeID
  var current: NodeID

  /// The next node, or nil.
  public mutating func next() -> NodeID? {
    guard current != .none else { return nil }
    let child = nodes[Int(current.index)].firstChild
    if child != .none {
      current = child
      return child
    }
    while current != top {
      let sibling = nodes[Int(current.index)].nextSibling
      if sibling != .none {
        current = sibling
        return sibling
      }
      current = nodes[Int(current.index)].parent
    }
    current = .none
    return nil
  }
}

/// The ancestors of a node, nearest first.
public struct AncestorSequence: Sequence, IteratorProtocol, Sendable {
  let nodes: [Node]
  var upcoming: NodeID

  /// The next ancestor, or nil.
  public mutating func next() -> NodeID? {
    guard upcoming != .none else { return nil }
    let current = upcoming
    upcoming = nodes[Int(current.index)].parent
    return current
  }
}
