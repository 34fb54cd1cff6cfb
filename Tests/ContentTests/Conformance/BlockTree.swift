@testable import Content

/// A text's blocks as a tree, in the shape of WordPress's `parse_blocks`.
struct BlockTree: Codable, Equatable {
  var name: String?
  var attributes = true
  var content: [String?] = []
  var inner: [BlockTree] = []

  init(name: String?) { self.name = name }

  static func parse(_ text: [UInt8]) -> [BlockTree] {
    var top: [BlockTree] = []
    var open: [BlockTree] = []
    var lastHTML: Range<Int>?
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    func node(_ block: Block) -> BlockTree {
      var node = BlockTree(name: block.name)
      node.attributes = block.attributes == nil || block.attributes(in: text) != nil
      return node
    }
    func add(_ node: BlockTree) {
      guard !open.isEmpty else { return top.append(node) }
      open[open.count - 1].content.append(nil)
      open[open.count - 1].inner.append(node)
    }
    for event in BlockParser.events(of: text).events {
      var html: Range<Int>?
      switch event {
      case .html(let range):
        html = range
        if open.isEmpty {
          var freeform = BlockTree(name: nil)
          freeform.content = [string(range)]
          top.append(freeform)
        } else {
          open[open.count - 1].content.append(string(range))
        }
      case .open(let block): open.append(node(block))
      case .leaf(let block): add(node(block))
      case .close: if let node = open.popLast() { add(node) }
      case .stray(let range):
        var rest = BlockTree(name: nil)
        if lastHTML != nil { top.removeLast() }
        rest.content = [string((lastHTML ?? range).lowerBound..<text.count)]
        top.append(rest)
      }
      lastHTML = html
    }
    return top
  }
}
