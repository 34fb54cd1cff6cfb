import HTML

/// Closes more-links whose end tag was cut off (`</span</a>`): HTML opens such a link again over all that follows.
enum ReopenedLinks {
  /// Takes the opened-again copies of cut-off links out of the tree; what they hold stays in its place.
  static func unwrap(in document: inout Document, bytes: [UInt8]) {
    var seen: Set<Int> = []
    var copies: [NodeID] = []
    for node in document.descendants(of: document.root) where document.isElement(node, .a) {
      guard let offset = document.sourceOffset(of: node) else { continue }
      if !seen.insert(offset).inserted, CutTag.first(in: bytes, from: offset) != nil { copies.append(node) }
    }
    for copy in copies { document.unwrap(copy) }
  }
}
