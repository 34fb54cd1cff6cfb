internal import HTML

/// Walks a tree and gathers its signature, or one for each of its parts.
struct SignatureWalk {
  let document: Document
  private let options: MarkdownOptions
  /// How footnotes are told.
  let notes: NoteForm
  /// Whether notes are being walked, at the end.
  var isInNotes = false
  private let hasNotes: Bool
  /// The nodes parts begin with, in document order.
  private let cuts: [NodeID]
  private var nextCut = 0
  /// The signatures of the parts so far; the first is of what stands before the first cut.
  private(set) var parts: [Signature] = []

  var builder: SignatureBuilder
  private var listDepth: UInt16 = 0
  /// Whether the table around only lays out the page.
  private var isLayout = false
  /// Whether a language was named, so that all marks in the code are but its colours.
  private var ignoresMarks = false

  /// The signatures of what stands below a node, cut at the given nodes.
  ///
  /// Targets are compared as `options` has them rewritten.
  static func parts(
    of document: Document, from node: NodeID, cutAt cuts: [NodeID], _ options: MarkdownOptions,
    _ notes: NoteForm = .written(.none)
  ) -> [Signature] {
    var walk = SignatureWalk(document: document, options: options, notes: notes, cuts: cuts)
    walk.visit(node)
    walk.visitNotes()
    walk.cut()
    return walk.parts
  }

  private init(document: Document, options: MarkdownOptions, notes: NoteForm, cuts: [NodeID]) {
    self.document = document
    self.options = options
    self.notes = notes
    hasNotes = notes.isAnything
    self.cuts = cuts
    // Text is nearly all there is in a signature.
    builder = SignatureBuilder(capacity: 64 * document.nodeCount)
  }

  mutating func cut() { parts.append(builder.cut()) }

  mutating func visit(_ node: NodeID) {
    if hasNotes, visitFootnote(at: node) { return }
    cutIfDue(at: node)
    switch document.kind(of: node) {
    case .text:
      let text = hasNotes ? textBesideMark(of: node) : document.textBytes(of: node)
      builder.add(text: text.span)
    case .element: visitElement(node)
    case .document, .fragment: visitChildren(of: node)
    case .comment, .doctype: break
    }
  }

  /// Begins the next part where it begins with `node`.
  mutating func cutIfDue(at node: NodeID) {
    guard nextCut < cuts.count, cuts[nextCut] == node else { return }
    cut()
    nextCut += 1
  }

  mutating func visitChildren(of node: NodeID) {
    var child = document.firstChild(of: node)
    while let current = child {
      visit(current)
      child = document.nextSibling(of: current)
    }
  }

  private mutating func visitElement(_ node: NodeID) {
    let tag = document.tag(of: node)
    let kind = document.namespace(of: node) == .html ? CheckedElement.of(tag) : .unseen
    let outer = builder.style
    switch kind {
    case .plain: visitChildren(of: node)
    case .unseen: break
    case .marked(let bit):
      if !ignoresMarks, bit != CheckedElement.codeBit || !builder.style.isPreformatted {
        builder.style.marks |= bit
      }
      visitChildren(of: node)
    case .link:
      if !ignoresMarks, let href = document.attributeBytes(.href, of: node),
        let target = LinkTarget.read(href, as: .link, options)
      {
        builder.style.link = SignatureBuilder.link(
          target.span, title: LinkTarget.words(.title, of: node, in: document))
      }
      visitChildren(of: node)
    case .lineBreak: builder.addLineBreak()
    case .image: addImage(node)
    case .media:
      for name in ["src", "data"] {
        if let address = document.attributeBytes(name, of: node),
          let target = LinkTarget.read(address, as: .media, options)
        {
          builder.addMedia(target.span)
        }
      }
    case .checkbox:
      if document.attribute("type", of: node)?.lowercased() == "checkbox" {
        builder.addCheckbox(isChecked: document.hasAttribute("checked", of: node))
      }
    default: visitBlock(node, tag, kind)
    }
    builder.style = outer
  }

  private mutating func visitBlock(_ node: NodeID, _ tag: Tag, _ kind: CheckedElement) {
    builder.endLine()
    let (depth, lists, wasLayout) = (builder.partDepth, listDepth, isLayout)
    switch kind {
    case .heading(let level): builder.style.heading = level
    case .quote: builder.style.quotes += 1
    case .list: listDepth += 1
    case .item: builder.openItem(depth: listDepth, number: number(of: node))
    case .table: isLayout = ["presentation", "none"].contains(document.attribute("role", of: node))
    case .row where !isLayout: builder.openPart(.row, UInt64(cellCount(of: node)))
    case .cell where !isLayout: builder.openPart(.cell, UInt64(cellIndex(of: node)))
    case .preformatted:
      builder.style.isPreformatted = true
      builder.style.marks &= ~CheckedElement.codeBit
      ignoresMarks = CodeLanguage.of(node, in: document) != nil
    case .rule: builder.addRule()
    default: break
    }
    visitChildren(of: node)
    if case .preformatted = kind { ignoresMarks = false }
    builder.closeParts(downTo: depth)
    listDepth = lists
    isLayout = wasLayout
    builder.endLine()
  }

  /// The number an ordered list gives an item, or nil where there is none.
  private func number(of item: NodeID) -> Int? {
    guard let parent = document.parent(of: item), document.isElement(parent, .ol) else { return nil }
    var number = document.attribute("start", of: parent).flatMap { Int($0.filter { $0 != " " }) } ?? 1
    var previous = document.previousSibling(of: item)
    while let sibling = previous {
      if document.isElement(sibling, .li) { number += 1 }
      previous = document.previousSibling(of: sibling)
    }
    return number
  }

  private mutating func addImage(_ node: NodeID) {
    let source = ImageSource.read(node, in: document, options) ?? []
    builder.addImage(
      source: source.span,
      alternative: LinkTarget.words(.alt, of: node, in: document),
      title: LinkTarget.words(.title, of: node, in: document))
  }

  private func isCell(_ node: NodeID) -> Bool {
    document.isElement(node, .td) || document.isElement(node, .th)
  }

  // Loops, as a closure would take a copy of the whole walk along.

  private func cellCount(of row: NodeID) -> Int {
    var count = 0
    for child in document.children(of: row) where isCell(child) { count += 1 }
    return count
  }

  private func cellIndex(of cell: NodeID) -> Int {
    var index = 0
    var previous = document.previousSibling(of: cell)
    while let sibling = previous {
      if isCell(sibling) { index += 1 }
      previous = document.previousSibling(of: sibling)
    }
    return index
  }
}
