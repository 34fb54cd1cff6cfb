internal import HTML

extension BlockWriter {
  /// Writes a node that belongs to a footnote its own way; false where it is to be written as any other.
  mutating func writeFootnote(at node: NodeID, _ style: InlineStyle) -> Bool {
    if footnotes.isHidden(node, inNote: isInNotes) { return true }
    if let number = footnotes.reference(at: node) {
      content.append(.footnote(number), node: node, style: style)
      return true
    }
    guard footnotes.isPlain(node) else { return false }
    writeAnchor(of: node, style)
    writeChildren(of: node, style)
    return true
  }

  /// Writes the notes: each `[^1]: …`, what follows its first line indented by four blanks.
  mutating func writeNotes() {
    isInNotes = true
    for (number, note) in footnotes.notes.enumerated() {
      guard let first = note.parts.first else { continue }
      if spellings[segments.count] == .html { footnotesInHTML.insert(number) }
      beginBlock(.other, at: first)
      output.append(contentsOf: "[^\(note.label)]: ".utf8)
      let isFilled = inContainer(Container(), prefix: repeatElement(0x20, count: 4)) {
        for part in note.parts {
          if note.isFramed {
            $0.writeAnchor(of: part, .plain)
            $0.writeChildren(of: part, .plain)
          } else {
            $0.write(part, .plain)
          }
        }
      }
      if !isFilled { footnotesInHTML.insert(number) }
    }
    isInNotes = false
  }

  /// Remembers that footnotes with an end in `node` cannot be written as such.
  mutating func noteFootnotes(keptAsHTML node: NodeID) {
    guard !footnotes.isEmpty else { return }
    footnotesInHTML.formUnion(footnotes.owners(below: node, in: document))
  }
}
