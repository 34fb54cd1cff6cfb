internal import HTML

extension Document {
  /// The ids that links of this document lead to (`href="#id"`).
  func fragmentTargets(below node: NodeID) -> Set<String> {
    var targets: Set<String> = []
    for node in descendants(of: node) where isElement(node, .a) {
      guard let href = attributeBytes("href", of: node), href.first == UInt8(ascii: "#"), href.count > 1
      else { continue }
      targets.insert(String(decoding: href.dropFirst(), as: UTF8.self))
    }
    return targets
  }
}
