internal import HTML

/// The links of a document that lead to a place in it.
struct FragmentLinks: Sendable {
  /// The links, in document order.
  private(set) var links: [NodeID] = []
  /// The ids they lead to (`href="#id"`).
  private(set) var targets: Set<String> = []

  /// Gathers the links below a node, except those a footnote makes needless.
  init(below top: NodeID, in document: borrowing Document, except footnotes: borrowing Footnotes = .none) {
    for node in document.descendants(of: top) where document.isElement(node, .a) {
      guard let href = document.attributeBytes(.href, of: node), Self.isFragment(href),
        let hash = href.firstIndex(of: UInt8(ascii: "#")), hash + 1 < href.endIndex
      else { continue }
      links.append(node)
      guard !footnotes.coversLink(node, in: document), hash == href.startIndex else { continue }
      targets.insert(String(decoding: href[(hash + 1)...], as: UTF8.self))
    }
  }

  /// The place a link leads to.
  static func fragment(of link: NodeID, in document: Document) -> String? {
    guard let href = document.attributeBytes(.href, of: link), isFragment(href),
      let hash = href.firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    return String(decoding: href[(hash + 1)...], as: UTF8.self)
  }

  /// Whether the target lies in the same document.
  ///
  /// Word processors name their footnotes in a way of their own, and often put the address of a file before it that was never on
  /// the web.
  private static func isFragment(_ href: ArraySlice<UInt8>) -> Bool {
    if href.first == UInt8(ascii: "#") { return true }
    guard let hash = href.firstIndex(of: UInt8(ascii: "#")) else { return false }
    let name = href[(hash + 1)...]
    return ["_ftn", "_edn", "sdfootnote", "sdendnote"].contains { name.starts(with: $0.utf8) }
  }
}
