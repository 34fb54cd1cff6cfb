internal import HTML

extension SignatureWalk {
  /// How footnotes are told in the tree that is walked.
  enum NoteForm {
    /// In the document's own way, as it was read; notes are walked at the end.
    case written(Footnotes)
    /// In libcmark-gfm's way.
    case rendered(Rendered)

    var isAnything: Bool {
      if case .written(let footnotes) = self { !footnotes.isEmpty } else { true }
    }
  }

  /// What of rendered Markdown is walked.
  enum Rendered {
    case all, text, notes
  }

  /// Walks a node that belongs to a footnote its own way; false where it is a node as any other.
  mutating func visitFootnote(at node: NodeID) -> Bool {
    switch notes {
    case .written(let footnotes): visitWritten(node, footnotes)
    case .rendered(let part): visitRendered(node, part)
    }
  }

  private mutating func visitWritten(_ node: NodeID, _ footnotes: Footnotes) -> Bool {
    if footnotes.isHidden(node, inNote: isInNotes) { return true }
    if let number = footnotes.reference(at: node) {
      cutIfDue(at: node)
      builder.addReference(to: Array(footnotes.notes[number].label.utf8)[...])
      return true
    }
    guard footnotes.isPlain(node) else { return false }
    cutIfDue(at: node)
    visitChildren(of: node)
    return true
  }

  /// The text of a node without a note's mark.
  func textBesideMark(of node: NodeID) -> ArraySlice<UInt8> {
    guard case .written(let footnotes) = notes else { return document.textBytes(of: node) }
    return footnotes.text(of: node, in: document)
  }

  /// Walks the notes, which Markdown has at its end.
  mutating func visitNotes() {
    guard case .written(let footnotes) = notes else { return }
    isInNotes = true
    for note in footnotes.notes {
      builder.endLine()
      if let first = note.parts.first { cutIfDue(at: first) }
      builder.beginNote(Array(note.label.utf8)[...])
      for part in note.parts {
        if note.isFramed { visitChildren(of: part) } else { visit(part) }
      }
    }
    builder.endLine()
  }

  private mutating func visitRendered(_ node: NodeID, _ part: Rendered) -> Bool {
    guard document.isElement(node) else {
      return part == .notes && document.parent(of: node) == document.root
    }
    if document.isElement(node, .section), document.hasAttribute("data-footnotes", of: node) {
      if part != .text { visitRenderedNotes(node) }
      return true
    }
    if part == .notes, document.parent(of: node) == document.root { return true }
    if document.isElement(node, .sup), document.hasClass("footnote-ref", of: node),
      let link = document.firstChild(of: node), let label = label(in: link, "href", after: "#fn-")
    {
      builder.addReference(to: label)
      return true
    }
    return document.isElement(node, .a) && document.hasAttribute("data-footnote-backref", of: node)
  }

  private mutating func visitRenderedNotes(_ section: NodeID) {
    for item in document.descendants(of: section) where document.isElement(item, .li) {
      guard let label = label(in: item, "id", after: "fn-") else { continue }
      builder.endLine()
      builder.beginNote(label)
      visitChildren(of: item)
    }
    builder.endLine()
  }

  private func label(in node: NodeID, _ attribute: String, after prefix: String) -> ArraySlice<UInt8>? {
    guard let value = document.attributeBytes(attribute, of: node), value.starts(with: prefix.utf8) else {
      return nil
    }
    return value.dropFirst(prefix.utf8.count)
  }
}
