internal import HTML

/// Addresses that stand alone on a line: WordPress puts the page or player behind them in their place.
enum EmbedLinks {
  /// Makes each such address a link of the class `embed`.
  static func apply(to document: inout Document, at addresses: [(node: NodeID, address: String)]) {
    for (node, address) in addresses {
      let link = document.makeElement(.a, attributes: [("class", "embed"), ("href", address)])
      document.replace(node, with: link)
      document.append(document.makeText(address), to: link)
    }
  }

  /// The address that a text consists of and that has its line for itself, or nil.
  static func address(of node: NodeID, in document: Document) -> String? {
    let bytes = document.textBytes(of: node)
    let span = bytes.span
    let start = span.skipSpace(from: 0)
    guard start < span.count, span[start] | 0x20 == UInt8(ascii: "h"),
      span.hasBytesIgnoringCase("http://", at: start) || span.hasBytesIgnoringCase("https://", at: start)
    else { return nil }
    let text = span.string(start..<span.skipSpaceBackward(from: span.count))
    guard text.utf8.count > 8,
      !text.utf8.contains(where: { isSpace($0) || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") }),
      isLineEdge(document.previousSibling(of: node), document),
      isLineEdge(document.nextSibling(of: node), document)
    else { return nil }
    for ancestor in document.ancestors(of: node) where document.isElement(ancestor) {
      switch document.tag(of: ancestor) {
      case .a, .pre, .code, .kbd, .samp, .tt, .script, .style, .textarea, .option, .title, .iframe, .object,
        .button,
        .td, .th, .cite, .li, .dt, .dd, .summary, .figcaption, .caption:
        return nil
      default: continue
      }
    }
    return text
  }

  /// Whether a line ends where that sibling stands.
  private static func isLineEdge(_ sibling: NodeID?, _ document: Document) -> Bool {
    guard let sibling else { return true }
    return document.isElement(sibling, .br) || document.isElement(sibling, .p)
      || document.isElement(sibling, .figcaption)
  }
}
