import HTML

extension Document {
  /// A node with all that comes after it inside `root`, topmost nodes only.
  func nodes(from node: NodeID, in root: NodeID) -> [NodeID] { [node] + nodes(after: node, in: root) }

  /// All that comes after a node inside `root`, topmost nodes only.
  func nodes(after node: NodeID, in root: NodeID) -> [NodeID] {
    around(node, in: root) { nextSibling(of: $0) }
  }

  /// All that comes before a node inside `root`, topmost nodes only.
  func nodes(before node: NodeID, in root: NodeID) -> [NodeID] {
    around(node, in: root) { previousSibling(of: $0) }
  }

  private func around(_ node: NodeID, in root: NodeID, step: (NodeID) -> NodeID?) -> [NodeID] {
    var found: [NodeID] = []
    var current = node
    while current != root {
      var next = step(current)
      while let sibling = next {
        found.append(sibling)
        next = step(sibling)
      }
      guard let parent = parent(of: current) else { break }
      current = parent
    }
    return found
  }
}
