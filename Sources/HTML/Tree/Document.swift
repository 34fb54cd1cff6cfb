public import Model

/// An HTML document or fragment: one compact tree.
///
/// The nodes lie in one array; text and attribute values are stretches of the source wherever nothing had to be decoded, so a
/// document is cheap to make, to pass on and to keep. It is a value: a copy is independent.
///
///     let document = Document(archivalFragment: Array("<p>Guten <b>Tag</b>".utf8))
///     for node in document.descendants(of: document.root) where document.isElement(node, .b) { … }
public struct Document: Sendable {
  /// The bytes that were parsed, UTF-8 but for what is broken in them.
  var source: [UInt8]
  /// Text that had to be decoded, joined or was made after parsing.
  var decoded: [UInt8] = []
  var nodes: [Node]
  var attributes: [Attribute] = []
  var names = NameTable()
  var documentTypes: [DocumentType] = []

  /// What the parser repaired or lost, in the order of their offsets into the parsed bytes.
  public internal(set) var findings: [Finding] = []
  /// How a browser would lay the page out: only as far as it changes the tree.
  var mode = Mode.standards

  enum Mode: UInt8, Sendable {
    case standards, limitedQuirks, quirks
  }

  /// Makes an empty fragment, to be filled by `makeElement` and `append`.
  public init() { self.init(source: [], rootKind: .fragment) }

  init(source: [UInt8], rootKind: NodeKind) {
    self.source = source
    nodes = [Node(kind: rootKind)]
  }

  /// How many nodes were made, those taken out of the tree included.
  public var nodeCount: Int { nodes.count }

  /// The document or fragment itself: parent of the nodes at the top.
  public var root: NodeID { .root }
}
