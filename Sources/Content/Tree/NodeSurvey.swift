internal import HTML

/// What the passes over a tree work on, found in one walk.
struct NodeSurvey {
  /// Texts that are an address with a line for itself.
  private(set) var addresses: [(node: NodeID, address: String)] = []
  /// The `pre` elements.
  private(set) var codeBlocks: [NodeID] = []
  /// The `img` elements.
  private(set) var images: [NodeID] = []

  /// Walks through the tree.
  init(of document: borrowing Document) {
    for node in document.descendants(of: document.root) {
      switch document.kind(of: node) {
      case .text:
        if let address = EmbedLinks.address(of: node, in: document) { addresses.append((node, address)) }
      case .element:
        if document.isElement(node, .img) { images.append(node) }
        if document.isElement(node, .pre) { codeBlocks.append(node) }
      default: break
      }
    }
  }
}
