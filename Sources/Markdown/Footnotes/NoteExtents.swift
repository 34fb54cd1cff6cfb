internal import HTML

/// Tells how far a note reaches that begins at a named place.
struct NoteExtents {
  let document: Document
  /// The places in each block, in document order.
  private var places: [NodeID: [NodeID]] = [:]
  /// What holds the lines of each block: the block itself, or the one element in it that has all the places (`<small>`).
  private var holders: [NodeID: NodeID] = [:]
  /// The children of such a holder that have a place.
  private var lines: [NodeID: Set<NodeID>] = [:]

  init(document: Document, targets: [NodeID]) {
    self.document = document
    for target in targets { places[block(of: target), default: []].append(target) }
    for (block, shared) in places {
      var holder = block
      var children = Set(shared.compactMap { child(of: holder, holding: $0) })
      while shared.count > 1, children.count == 1, let only = children.first, !shared.contains(only) {
        holder = only
        children = Set(shared.compactMap { child(of: holder, holding: $0) })
      }
      holders[block] = holder
      lines[block] = children
    }
  }

  /// The nodes of the note at `target`, or nil where that is no note.
  func extent(of target: NodeID) -> Footnotes.Note? {
    let block = block(of: target)
    guard document.isElement(block) else { return nil }
    let shared = places[block] ?? []
    switch ElementRole.of(document.tag(of: block)) {
    case .listItem:
      guard shared.count == 1, target == block || startsBlock(target, block) else { return nil }
      return Footnotes.Note(parts: [block], isFramed: true)
    case .block: break
    default: return nil
    }
    switch document.tag(of: block) {
    case .p: break
    case .div, .section, .aside:
      if target == block {
        return shared.count == 1 && holdsNoOther(block, than: block)
          ? Footnotes.Note(parts: [block], isFramed: true) : nil
      }
    default: return nil
    }
    if shared.count == 1, startsBlock(target, block) { return paragraphs(from: block) }
    return line(from: target, in: block)
  }

  /// The nearest block, the node itself included.
  private func block(of node: NodeID) -> NodeID {
    if isBlock(node) { return node }
    return document.ancestors(of: node).first(where: isBlock) ?? document.root
  }

  private func isBlock(_ node: NodeID) -> Bool {
    document.isElement(node) && ElementRole.of(document.tag(of: node)).isBlock
  }

  /// Whether nothing visible stands in the block before the place.
  private func startsBlock(_ target: NodeID, _ block: NodeID) -> Bool {
    for node in document.descendants(of: block) {
      if node == target { return true }
      if document.isElement(node, .img)
        || !document.textBytes(of: node).allSatisfy(isSpace) && document.kind(of: node) == .text
      {
        return false
      }
    }
    return target == block
  }

  /// A paragraph, the frame around it, or the paragraph and those up to the next note's.
  private func paragraphs(from block: NodeID) -> Footnotes.Note {
    if let parent = document.parent(of: block), isFrame(parent, of: block) {
      return Footnotes.Note(parts: [parent], isFramed: true)
    }
    var between: [NodeID] = []
    var next = document.nextSibling(of: block)
    while let node = next, between.count < 20 {
      if places[node] != nil { return Footnotes.Note(parts: [block] + between, isFramed: false) }
      guard document.kind(of: node) != .element || continues(node) else { break }
      between.append(node)
      next = document.nextSibling(of: node)
    }
    return Footnotes.Note(parts: [block], isFramed: false)
  }

  private func continues(_ node: NodeID) -> Bool {
    switch document.tag(of: node) {
    case .p, .ul, .ol, .blockquote, .pre: true
    default: false
    }
  }

  /// Whether `parent` is the frame of this one note: a list's item, or a division that holds no other.
  private func isFrame(_ parent: NodeID, of block: NodeID) -> Bool {
    guard
      document.isElement(parent, .li)
        || document.isElement(parent, .div) && document.hasAttribute(.id, of: parent),
      document.children(of: parent).first(where: { document.isElement($0) }) == block
    else { return false }
    return holdsNoOther(parent, than: block)
  }

  /// Whether no block below a node but this one has a place in it.
  private func holdsNoOther(_ node: NodeID, than block: NodeID) -> Bool {
    document.descendants(of: node).allSatisfy { $0 == block || places[$0] == nil }
  }

  /// A line of a paragraph, with those below it up to the next note's.
  private func line(from target: NodeID, in block: NodeID) -> Footnotes.Note? {
    guard let holder = holders[block], let first = child(of: holder, holding: target),
      beginsLine(first, in: block)
    else { return nil }
    let others = lines[block] ?? []
    var note = Footnotes.Note(parts: [first], isFramed: false)
    var next = document.nextSibling(of: first)
    while let node = next, !others.contains(node), !isBlock(node) {
      note.parts.append(node)
      next = document.nextSibling(of: node)
    }
    while let last = note.parts.last, note.parts.count > 1, isBreak(last) { note.parts.removeLast() }
    if let next, others.contains(next) {
      // The break before the next note's line.
      var node = note.parts.last.flatMap { document.nextSibling(of: $0) }
      while let current = node, !others.contains(current) {
        note.dropped.append(current)
        node = document.nextSibling(of: current)
      }
    }
    return note
  }

  private func isBreak(_ node: NodeID) -> Bool {
    document.isElement(node, .br)
      || document.kind(of: node) == .text && document.textBytes(of: node).allSatisfy(isSpace)
  }

  private func child(of block: NodeID, holding node: NodeID) -> NodeID? {
    if document.parent(of: node) == block { return node }
    return document.ancestors(of: node).first { document.parent(of: $0) == block }
  }

  /// Whether a line break, or nothing, stands before a node, anchors aside.
  private func beginsLine(_ node: NodeID, in block: NodeID) -> Bool {
    var previous = document.previousSibling(of: node)
    while let current = previous {
      if document.isElement(current, .br) || isBlock(current) { return true }
      guard document.textContent(of: current).utf8.allSatisfy(isSpace) else { return false }
      previous = document.previousSibling(of: current)
    }
    guard let parent = document.parent(of: node), parent != block else { return true }
    return beginsLine(parent, in: block)
  }
}
