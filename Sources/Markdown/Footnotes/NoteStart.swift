internal import HTML

/// Reads how a note begins: its mark said again, which a reader of Markdown writes itself.
struct NoteStart {
  let document: Document
  let mark: String
  let target: NodeID
  var note: Footnotes.Note
  private var markIsRead = false

  init(document: Document, mark: String, target: NodeID, note: Footnotes.Note) {
    self.document = document
    self.mark = mark
    self.target = target
    self.note = note
  }

  /// The note with what repeats its mark left out.
  mutating func read() -> Footnotes.Note {
    for part in note.parts where !visit(part) { break }
    return note
  }

  /// Looks at a node; false where the note's own text has begun.
  private mutating func visit(_ node: NodeID) -> Bool {
    switch document.kind(of: node) {
    case .text: return visitText(node)
    case .element: return visitElement(node)
    default: return true
    }
  }

  private mutating func visitElement(_ node: NodeID) -> Bool {
    let text = document.textContent(of: node)
    if note.dropped.contains(node) {
      if FootnoteMark.read(text) == mark { markIsRead = true }
      return true
    }
    guard document.firstChild(of: node) != nil else {
      let isAnchor = document.isElement(node, .a) && !document.hasAttribute(.href, of: node)
      if node == target, isAnchor { note.dropped.append(node) }
      return isAnchor || document.isElement(node, .span)
    }
    if !markIsRead, isInline(node), FootnoteMark.read(text) == mark {
      note.dropped.append(node)
      markIsRead = true
      return true
    }
    if node == target, document.isElement(node, .a), !document.hasAttribute(.href, of: node) {
      note.plain.append(node)
    }
    for child in document.children(of: node) where !visit(child) { return false }
    return true
  }

  private func isInline(_ node: NodeID) -> Bool {
    switch document.tag(of: node) {
    case .sup, .span, .strong, .b, .em, .i, .small, .font, .u: true
    case .a: !document.hasAttribute(.href, of: node)
    default: false
    }
  }

  private mutating func visitText(_ node: NodeID) -> Bool {
    let text = document.textBytes(of: node)
    var length = 0
    if markIsRead {
      length = FootnoteMark.lengthOfSeparator(atStartOf: text)
    } else {
      length = FootnoteMark.length(of: mark, atStartOf: text, needsBrackets: isInOrderedList)
      if length > 0 { markIsRead = true }
    }
    if length > 0 { note.skipped[node] = length }
    return text.dropFirst(length).allSatisfy(isSpace)
  }

  private var isInOrderedList: Bool {
    guard note.isFramed, let part = note.parts.first, let list = document.parent(of: part) else {
      return false
    }
    return document.isElement(part, .li) && document.isElement(list, .ol)
  }
}
