extension Document {
  /// Puts a node behind the last child of another, taking it out of its old place.
  public mutating func append(_ node: NodeID, to parent: NodeID) {
    remove(node)
    let last = self[parent].lastChild
    self[node].parent = parent
    self[node].previousSibling = last
    self[parent].lastChild = node
    if last == .none { self[parent].firstChild = node } else { self[last].nextSibling = node }
  }

  /// Puts a node before another, taking it out of its old place; nothing where the other is in no place.
  public mutating func insert(_ node: NodeID, before sibling: NodeID) {
    guard node != sibling, self[sibling].parent != .none else { return }
    remove(node)
    let parent = self[sibling].parent
    let previous = self[sibling].previousSibling
    self[node].parent = parent
    self[node].previousSibling = previous
    self[node].nextSibling = sibling
    self[sibling].previousSibling = node
    if previous == .none { self[parent].firstChild = node } else { self[previous].nextSibling = node }
  }

  /// Puts a node after another, taking it out of its old place; nothing where the other is in no place.
  public mutating func insert(_ node: NodeID, after sibling: NodeID) {
    guard node != sibling, let parent = parent(of: sibling) else { return }
    remove(node)
    if let next = nextSibling(of: sibling) { insert(node, before: next) } else { append(node, to: parent) }
  }

  /// Takes a node with all below it out of the tree; it may be put elsewhere.
  public mutating func remove(_ node: NodeID) {
    let parent = self[node].parent
    guard parent != .none else { return }
    let previous = self[node].previousSibling
    let next = self[node].nextSibling
    if previous == .none { self[parent].firstChild = next } else { self[previous].nextSibling = next }
    if next == .none { self[parent].lastChild = previous } else { self[next].previousSibling = previous }
    self[node].parent = .none
    self[node].previousSibling = .none
    self[node].nextSibling = .none
  }

  /// Puts a node in the place of another, which is taken out.
  public mutating func replace(_ node: NodeID, with replacement: NodeID) {
    insert(replacement, before: node)
    remove(node)
  }

  /// Puts all children of a node behind the last child of another.
  public mutating func moveChildren(of node: NodeID, to parent: NodeID) {
    guard node != parent else { return }
    let first = self[node].firstChild
    guard first != .none else { return }
    var child = first
    while child != .none {
      self[child].parent = parent
      child = self[child].nextSibling
    }
    let last = self[parent].lastChild
    self[first].previousSibling = last
    if last == .none { self[parent].firstChild = first } else { self[last].nextSibling = first }
    self[parent].lastChild = self[node].lastChild
    self[node].firstChild = .none
    self[node].lastChild = .none
  }

  /// Puts the children of a node in its place and takes it out.
  public mutating func unwrap(_ node: NodeID) {
    guard self[node].parent != .none else { return }
    while let child = firstChild(of: node) { insert(child, before: node) }
    remove(node)
  }
}
