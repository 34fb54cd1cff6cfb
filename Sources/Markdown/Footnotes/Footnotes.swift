internal import HTML

/// The footnotes of a document whose both ends were found: what stands for them in the text, and the notes themselves.
///
/// The tree stays as it is; this tells what of it is written otherwise, as `[^1]` and as `[^1]: …` at the end.
struct Footnotes: Sendable {
  /// A note and the references to it.
  struct Note: Sendable {
    /// What is written between `[^` and `]`.
    var label = ""
    /// The nodes that are the references, in order.
    var references: [NodeID] = []
    /// The nodes that hold the note: neighbours, blocks or what stands between two line breaks.
    var parts: [NodeID]
    /// Whether the only part is but the note's frame, a list's item or a division.
    var isFramed: Bool
    /// The mark repeated, and links back to the text.
    var dropped: [NodeID] = []
    /// Elements whose tags say nothing beside a reference or note.
    var plain: [NodeID] = []
    /// How many bytes of a text repeat the mark.
    var skipped: [NodeID: Int] = [:]
  }

  /// The notes in the order of their first references.
  let notes: [Note]
  private let references: [NodeID: Int]
  private let owners: [NodeID: Int]
  private let skipped: [NodeID: Int]
  private let plain: Set<NodeID>
  private let moved: Set<NodeID>
  private let dropped: Set<NodeID>

  /// A document without any.
  static let none = Footnotes([], in: Document())

  init(_ notes: [Note], in document: Document) {
    self.notes = notes
    var (references, owners, skipped): ([NodeID: Int], [NodeID: Int], [NodeID: Int]) = ([:], [:], [:])
    var (plain, moved, dropped): (Set<NodeID>, Set<NodeID>, Set<NodeID>) = ([], [], [])
    for (index, note) in notes.enumerated() {
      for node in note.references { references[node] = index }
      for node in note.references + note.parts { owners[node] = index }
      moved.formUnion(note.parts)
      dropped.formUnion(note.dropped)
      plain.formUnion(note.plain)
      skipped.merge(note.skipped) { $1 }
    }
    // A list of nothing but notes goes with them, and so does a frame that is named after them.
    var emptied = Array(Set(notes.compactMap { $0.parts.first.flatMap(document.parent(of:)) }))
    while let node = emptied.popLast() {
      guard !moved.contains(node), Self.isEmptied(node, in: document, moved: moved) else { continue }
      moved.insert(node)
      if let parent = document.parent(of: node) { emptied.append(parent) }
    }
    self.references = references
    self.owners = owners
    self.skipped = skipped
    self.plain = plain
    self.moved = moved
    self.dropped = dropped
  }

  private static func isEmptied(_ node: NodeID, in document: Document, moved: Set<NodeID>) -> Bool {
    guard document.isElement(node) else { return false }
    let isList = ElementRole.of(document.tag(of: node)) == .list
    let isNamed = document.classes(of: node).contains { $0.hasPrefix("footnote") || $0.hasPrefix("endnote") }
    guard isList || isNamed else { return false }
    return document.children(of: node).allSatisfy { child in
      switch document.kind(of: child) {
      case .element: moved.contains(child) || isNamed && document.isElement(child, .hr)
      case .text: document.textBytes(of: child).allSatisfy(isSpace)
      default: true
      }
    }
  }

  var isEmpty: Bool { notes.isEmpty }

  /// The note that `node` refers to, or nil.
  func reference(at node: NodeID) -> Int? { references[node] }

  /// Whether nothing is written where `node` stands.
  func isHidden(_ node: NodeID, inNote: Bool) -> Bool {
    dropped.contains(node) || !inNote && moved.contains(node)
  }

  /// Whether the element's own tags are not written.
  func isPlain(_ node: NodeID) -> Bool { plain.contains(node) }

  /// Whether a link is a reference, or leads back from a note.
  func coversLink(_ link: NodeID, in document: Document) -> Bool {
    guard !isEmpty else { return false }
    if plain.contains(link) || references[link] != nil || dropped.contains(link) { return true }
    return document.ancestors(of: link).contains { references[$0] != nil || dropped.contains($0) }
  }

  /// The text of a node without the mark at its beginning.
  func text(of node: NodeID, in document: Document) -> ArraySlice<UInt8> {
    let bytes = document.textBytes(of: node)
    return skipped.isEmpty ? bytes : bytes.dropFirst(skipped[node] ?? 0)
  }

  /// The notes that have a reference or themselves in `node` or below it.
  func owners(below node: NodeID, in document: Document) -> Set<Int> {
    var found: Set<Int> = []
    if let owner = owners[node] { found.insert(owner) }
    for node in document.descendants(of: node) { if let owner = owners[node] { found.insert(owner) } }
    return found
  }

  /// The footnotes without those of the given numbers.
  func removing(_ numbers: Set<Int>, in document: Document) -> Footnotes {
    Footnotes(notes.indices.filter { !numbers.contains($0) }.map { notes[$0] }, in: document)
  }
}
