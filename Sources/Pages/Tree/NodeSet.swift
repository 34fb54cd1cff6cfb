import HTML

/// A set of a page's nodes: one flag each.
struct NodeSet: Sendable {
  private var flags: [Bool] = []
  /// The nodes, in the order in which they came.
  private(set) var nodes: [NodeID] = []

  init() {}

  init(_ nodes: some Sequence<NodeID>) { formUnion(nodes) }

  var isEmpty: Bool { nodes.isEmpty }

  func contains(_ node: NodeID) -> Bool { node.number < flags.count && flags[node.number] }

  mutating func insert(_ node: NodeID) {
    if node.number >= flags.count {
      flags += Array(repeating: false, count: max(node.number + 1, flags.count * 2) - flags.count)
    }
    guard !flags[node.number] else { return }
    flags[node.number] = true
    nodes.append(node)
  }

  mutating func formUnion(_ others: some Sequence<NodeID>) { for node in others { insert(node) } }
}
