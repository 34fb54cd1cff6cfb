import Bytes
import HTML
import Model

/// A parsed page with all that its readers need to know of it.
struct PageContext {
  let tree: PageTree
  let profile: ThemeProfile
  let words: MoreWords
  let source: PageSource
  /// The address that references on the page are resolved against.
  let base: WebAddress?
  /// Where the page's links lead, and how that is written, by their references: each is resolved once.
  private let links: [String: (address: WebAddress, text: String)]
  /// The elements that hold no entries, and those inside them.
  private var asides: IndexSet
  /// What found each of them.
  private(set) var asideElements: [(selector: Selector, element: Int)] = []

  /// The elements that are a theme's own line about a post, by their names.
  let metaLines: IndexSet
  /// Those of them that Kubrick puts into the text's element.
  let linesInText: IndexSet
  /// The elements that are one comment each.
  let comments: IndexSet
  /// The page's bytes as they were parsed.
  let bytes: [UInt8]

  init(document: Document, bytes: [UInt8], profile: ThemeProfile, source: PageSource, base: WebAddress?) {
    self.base = base
    self.bytes = bytes
    let tree = PageTree(document)
    self.tree = tree
    var links: [String: (address: WebAddress, text: String)] = [:]
    for element in tree.elements(.a, in: tree.all) {
      guard let reference = tree.attribute("href", of: element), links[reference] == nil,
        let address = Self.resolved(reference, base)
      else { continue }
      links[reference] = (address, address.description)
    }
    self.links = links
    self.profile = profile
    words = MoreWords.common.adding(profile.moreWords)
    self.source = source
    metaLines = IndexSet(of: tree, matching: EntryReader.metaNames)
    linesInText = IndexSet(of: tree, matching: EntryReader.linesInText)
    comments = IndexSet(of: tree, matching: profile[.comment])
    asides = IndexSet(count: tree.elements.count)
    for selector in profile[.aside] {
      for element in tree.all(selector, in: tree.all) where !tree.isOne(element, of: [.html, .body, .main]) {
        asides.insert(tree.with(element))
        asideElements.append((selector, element))
      }
    }
  }

  var document: Document { tree.document }

  /// The node of an element.
  func node(_ element: Int) -> NodeID { tree.elements[element].node }

  /// Whether the element lies in a side bar, menu or footer.
  func isAside(_ element: Int) -> Bool { asides.contains(element) }

  /// The absolute address that a reference on the page means; the reference itself where nothing is known.
  func address(_ reference: String) -> String {
    links[reference]?.text ?? Self.resolved(reference, base)?.description ?? reference.trimmed
  }

  /// The same, taken apart; nil where the reference leads to no page.
  func webAddress(_ reference: String) -> WebAddress? {
    links[reference]?.address ?? Self.resolved(reference, base)
  }

  /// Where a link leads; nil for other elements and for links to no page.
  func target(of link: Int) -> WebAddress? { tree.attribute("href", of: link).flatMap(webAddress) }

  private static func resolved(_ reference: String, _ base: WebAddress?) -> WebAddress? {
    guard let base else { return WebAddress(reference) }
    return base.resolving(reference).map { MirrorPath.restored($0) }
  }

  /// The address of an element's attribute.
  func address(_ attribute: String, of element: Int) -> String? {
    tree.attribute(attribute, of: element).flatMap { $0.trimmed.isEmpty ? nil : address($0) }
  }

  /// A form that is equal for references to the same page.
  func key(_ reference: String) -> String {
    webAddress(reference)?.key ?? String(reference.trimmed.prefix { $0 != "#" })
  }

  /// The text of an element on one line.
  func text(_ element: Int, without excluded: Set<NodeID> = []) -> String {
    FlowBuilder.text(of: node(element), in: document, without: excluded).collapsed
  }

  /// The lines of an element.
  func lines(_ element: Int, without excluded: Set<NodeID> = []) -> [FlowLine] {
    FlowBuilder.lines(of: node(element), in: document, without: excluded, resolve: address)
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
