import Bytes
import HTML
import Model

/// A parsed page with all that its readers need to know of it.
///
/// A class, though it never changes: every reader of a page holds it, and a value of so many parts is dear to copy.
final class PageContext {
  let tree: PageTree
  let profile: ThemeProfile
  let words: MoreWords
  let source: PageSource
  /// The address that references on the page are resolved against.
  let base: WebAddress?
  /// Where the page's links lead.
  private let links: LinkTable
  /// The elements that hold no entries, and those inside them.
  private let asides: IndexSet
  /// What found each of them.
  let asideElements: [(selector: Selector, element: Int)]

  /// The elements that are a theme's own line about a post, by their names.
  let metaLines: IndexSet
  /// Those of them that Kubrick puts into the text's element.
  let linesInText: IndexSet
  /// The elements that are one comment each.
  let comments: IndexSet
  /// The page's bytes as they were parsed.
  let bytes: [UInt8]

  init(
    document: Document, bytes: [UInt8], profile: ThemeProfile, words: MoreWords, source: PageSource,
    base: WebAddress?
  ) {
    self.base = base
    self.bytes = bytes
    let tree = PageTree(document)
    self.tree = tree
    links = LinkTable(tree, base: base)
    self.profile = profile
    self.words = words
    self.source = source
    metaLines = IndexSet(of: tree, matching: EntryReader.metaNames)
    linesInText = IndexSet(of: tree, matching: EntryReader.linesInText)
    comments = IndexSet(of: tree, matching: profile[.comment])
    var asides = IndexSet(count: tree.elements.count)
    var asideElements: [(selector: Selector, element: Int)] = []
    for selector in profile[.aside] {
      for element in tree.all(selector, in: tree.all) where !tree.isOne(element, of: Self.neverAside) {
        asides.insert(tree.with(element))
        asideElements.append((selector, element))
      }
    }
    self.asides = asides
    self.asideElements = asideElements
  }

  private static let neverAside: TagSet = [.html, .body, .main]

  var document: Document { tree.document }

  /// The node of an element.
  func node(_ element: Int) -> NodeID { tree.elements[element].node }

  /// Whether the element lies in a side bar, menu or footer.
  func isAside(_ element: Int) -> Bool { asides.contains(element) }

  /// The nodes of all elements in side bars, menus and footers.
  var asideNodes: NodeSet { NodeSet(tree.all.filter(isAside).map(node)) }

  /// The page's `body`.
  var body: Int? { tree.first(.body, in: tree.all) }

  // MARK: Links

  /// The absolute address that a reference on the page means; the reference itself where nothing is known.
  func address(_ reference: String) -> String {
    links.target(of: reference)?.text ?? LinkTable.resolved(reference, base)?.description ?? reference.trimmed
  }

  /// Where a link leads; nil for other elements and for links to no page.
  func target(of link: Int) -> WebAddress? { links.target(of: link)?.address }

  /// The address a link leads to.
  func address(ofLink link: Int) -> String? {
    if let target = links.target(of: link) { return target.text }
    return tree.attribute(.href, of: link).map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The address of an element's attribute.
  func address(_ attribute: AttributeName, of element: Int) -> String? {
    guard let bytes = tree.bytes(attribute, of: element), bytes.contains(where: { $0 > 0x20 }) else {
      return nil
    }
    if attribute == .href, let target = links.target(of: element) { return target.text }
    return address(String(decoding: bytes, as: UTF8.self))
  }

  /// A form that is equal for references to the same page.
  func key(_ reference: String) -> String {
    links.target(of: reference)?.key ?? LinkTable.resolved(reference, base)?.key
      ?? String(reference.trimmed.prefix { $0 != "#" })
  }

  /// The same for a link; nil for what is none.
  func key(ofLink link: Int) -> String? {
    links.target(of: link)?.key ?? tree.attribute(.href, of: link).map(key)
  }

  // MARK: Text

  /// The text of an element on one line.
  func text(_ element: Int, without excluded: NodeSet = NodeSet()) -> String {
    FlowWalk.oneLine(of: node(element), in: document, without: excluded)
  }

  /// The lines of an element.
  ///
  /// Where `end` is given, only those that begin before it.
  func lines(_ element: Int, without excluded: NodeSet = NodeSet(), until end: NodeID? = nil) -> [FlowLine] {
    FlowBuilder.lines(of: node(element), in: document, without: excluded, until: end) { [tree] link in
      tree.position(of: link).flatMap { self.address(ofLink: $0) } ?? ""
    }
  }

  /// Where an element begins in the input.
  func offset(_ element: Int) -> Int? { tree.offset(of: element).map { $0 + source.offset } }
}

/// A set of small numbers, one flag each.
struct IndexSet: Sendable {
  private var flags: [Bool]

  init(count: Int) { flags = Array(repeating: false, count: count) }

  /// The elements that any of the selectors picks.
  init(of tree: PageTree, matching selectors: [Selector]) {
    self.init(count: tree.elements.count)
    for selector in selectors {
      for element in tree.all(selector, in: tree.all) { flags[element] = true }
    }
  }

  mutating func insert(_ range: Range<Int>) { for index in range { flags[index] = true } }

  func contains(_ index: Int) -> Bool { flags.indices.contains(index) && flags[index] }
}
