internal import HTML

/// Walks a tree and gathers its signature, or one for each of its parts.
struct SignatureWalk {
  /// What is around a character, as far as a reader sees it.
  struct Style: Equatable {
    /// One bit for each of strong, emphasis, deletion, code and the elements kept as tags.
    var marks: UInt32 = 0
    var heading: UInt8 = 0
    var quotes: UInt16 = 0
    /// How many lists are around the item.
    var lists: UInt16 = 0
    /// The target and title of the link, folded.
    var link: UInt64 = 0
    var isPreformatted = false
  }

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

  var current = Signature()
  var style = Style()
  private var writtenStyle = Style()
  /// Whether anything visible stands on the line.
  private var lineIsOpen = false
  private var breakIsDue = false
  private var spaceIsDue = false
  private var noBreakSpacesDue = 0
  private var newlinesDue = 0
  /// Blanks and tabs in preformatted text.
  private var spacesDue: [UInt8] = []
  private var listDepth: UInt16 = 0
  /// Whether the table around only lays out the page.
  private var isLayout = false
  /// Whether a language was named, so that all marks in the code are but its colours.
  private var ignoresMarks = false
  /// The items, rows and cells around, outermost first, and whether their beginning was noted.
  private var openParts: [(mark: SignatureMark, value: UInt64, isNoted: Bool)] = []
  private var hasUnnotedParts = false

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
  }

  mutating func cut() {
    parts.append(current)
    current = Signature()
    writtenStyle = Style()
    lineIsOpen = false
    breakIsDue = false
    spaceIsDue = false
    noBreakSpacesDue = 0
    newlinesDue = 0
    spacesDue.removeAll(keepingCapacity: true)
  }

  mutating func visit(_ node: NodeID) {
    if hasNotes, visitFootnote(at: node) { return }
    cutIfDue(at: node)
    switch document.kind(of: node) {
    case .text: addText(hasNotes ? textBesideMark(of: node) : document.textBytes(of: node))
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
    let outer = style
    switch kind {
    case .plain: visitChildren(of: node)
    case .unseen: break
    case .marked(let bit):
      if !ignoresMarks, bit != CheckedElement.codeBit || !style.isPreformatted { style.marks |= bit }
      visitChildren(of: node)
    case .link:
      if !ignoresMarks, let target = LinkTarget.read("href", of: node, as: .link, in: document, options) {
        style.link = fold(target, LinkTarget.words("title", of: node, in: document))
      }
      visitChildren(of: node)
    case .lineBreak: style.isPreformatted ? addNewline() : endLine()
    case .image: addImage(node)
    case .media:
      for name in ["src", "data"] {
        if let target = LinkTarget.read(name, of: node, as: .media, in: document, options) {
          current.add(SignatureMark.media.rawValue)
          current.add(Self.folded(target))
        }
      }
    case .checkbox:
      if document.attribute("type", of: node)?.lowercased() == "checkbox" {
        current.add(
          SignatureMark.checkbox.rawValue + (document.hasAttribute("checked", of: node) ? 1 << 32 : 0))
      }
    default: visitBlock(node, tag, kind)
    }
    style = outer
  }

  private mutating func visitBlock(_ node: NodeID, _ tag: Tag, _ kind: CheckedElement) {
    endLine()
    let (depth, lists, wasLayout) = (openParts.count, listDepth, isLayout)
    switch kind {
    case .heading(let level): style.heading = level
    case .quote: style.quotes += 1
    case .list: listDepth += 1
    case .item:
      style.lists = max(listDepth, 1)
      openPart(.item, itemValue(node))
    case .table: isLayout = ["presentation", "none"].contains(document.attribute("role", of: node))
    case .row where !isLayout: openPart(.row, UInt64(cellCount(of: node)))
    case .cell where !isLayout: openPart(.cell, UInt64(cellIndex(of: node)))
    case .preformatted:
      style.isPreformatted = true
      style.marks &= ~CheckedElement.codeBit
      ignoresMarks = CodeLanguage.of(node, in: document) != nil
    case .rule:
      // A rule has no text that could be marked.
      style.marks = 0
      style.link = 0
      settle()
      current.add(SignatureMark.rule.rawValue)
    default: break
    }
    visitChildren(of: node)
    if case .preformatted = kind { ignoresMarks = false }
    openParts.removeSubrange(depth...)
    listDepth = lists
    isLayout = wasLayout
    hasUnnotedParts = !openParts.isEmpty
    endLine()
  }

  private mutating func openPart(_ mark: SignatureMark, _ value: UInt64) {
    openParts.append((mark, value, false))
    hasUnnotedParts = true
  }

  private func itemValue(_ node: NodeID) -> UInt64 {
    guard let parent = document.parent(of: node), document.isElement(parent, .ol) else {
      return UInt64(style.lists)
    }
    var number = document.attribute("start", of: parent).flatMap { Int($0.filter { $0 != " " }) } ?? 1
    var previous = document.previousSibling(of: node)
    while let sibling = previous {
      if document.isElement(sibling, .li) { number += 1 }
      previous = document.previousSibling(of: sibling)
    }
    return UInt64(style.lists) | 0x1_0000 | UInt64(truncatingIfNeeded: number) << 20
  }

  private func isCell(_ node: NodeID) -> Bool {
    document.isElement(node, .td) || document.isElement(node, .th)
  }

  private func cellCount(of row: NodeID) -> Int { document.children(of: row).count(where: isCell) }

  private func cellIndex(of cell: NodeID) -> Int {
    guard let row = document.parent(of: cell) else { return 0 }
    return document.children(of: row).prefix { $0 != cell }.count(where: isCell)
  }
}

// MARK: - What is added

extension SignatureWalk {
  private mutating func addText(_ text: ArraySlice<UInt8>) {
    if style.isPreformatted { return addPreformatted(text) }
    let bytes = text.span
    var index = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if isSpace(byte) {
        if lineIsOpen || noBreakSpacesDue > 0 { spaceIsDue = true }
        index += 1
      } else if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 {
        noBreakSpacesDue += 1
        index += 2
      } else {
        settle()
        var signature = current
        while index < end, bytes[index] > 0x20, bytes[index] != 0xC2 {
          signature.add(bytes[index])
          index += 1
        }
        current = signature
        if index < end, !isSpace(bytes[index]),
          !(bytes[index] == 0xC2 && index + 1 < end && bytes[index + 1] == 0xA0)
        {
          current.add(bytes[index])
          index += 1
        }
      }
    }
  }

  private mutating func addPreformatted(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x0A: addNewline()
      case 0x20, 0x09: spacesDue.append(byte)
      default:
        settle()
        current.add(byte)
      }
    }
  }

  private mutating func addNewline() {
    spacesDue.removeAll(keepingCapacity: true)
    if lineIsOpen { newlinesDue += 1 }
  }

  mutating func endLine() {
    if lineIsOpen { breakIsDue = true }
    lineIsOpen = false
    spaceIsDue = false
    noBreakSpacesDue = 0
    newlinesDue = 0
    spacesDue.removeAll(keepingCapacity: true)
  }

  private mutating func addImage(_ node: NodeID) {
    let source = ImageSource.read(node, in: document, options) ?? []
    // A picture cannot be code.
    let around = style
    style.marks &= ~CheckedElement.codeBit
    settle()
    style = around
    current.add(SignatureMark.image.rawValue)
    current.add(Self.folded(source))
    current.add(LinkTarget.words("alt", of: node, in: document))
    current.add(LinkTarget.words("title", of: node, in: document))
  }

  /// Notes what became due before the next visible thing: a break, a new item or row, white space, another style.
  mutating func settle() {
    if breakIsDue { current.add(SignatureMark.lineBreak.rawValue) }
    if hasUnnotedParts { noteParts() }
    if newlinesDue > 0 { current.add(SignatureMark.newline.rawValue + UInt64(newlinesDue) << 32) }
    if spaceIsDue { current.add(SignatureMark.space.rawValue) }
    if noBreakSpacesDue > 0 {
      current.add(SignatureMark.noBreakSpace.rawValue + UInt64(noBreakSpacesDue) << 32)
    }
    if !spacesDue.isEmpty { current.add(spacesDue) }
    if style != writtenStyle { addStyle() }
    lineIsOpen = true
    breakIsDue = false
    spaceIsDue = false
    noBreakSpacesDue = 0
    newlinesDue = 0
    spacesDue.removeAll(keepingCapacity: true)
  }

  /// Notes the rows and cells around and the innermost item; an item around another is noted when it says something itself.
  private mutating func noteParts() {
    let innermost = openParts.lastIndex { $0.mark == .item }
    for index in openParts.indices where !openParts[index].isNoted {
      guard openParts[index].mark != .item || index == innermost else { continue }
      openParts[index].isNoted = true
      current.add(openParts[index].mark.rawValue)
      current.add(openParts[index].value)
    }
    hasUnnotedParts = false
  }

  private mutating func addStyle() {
    writtenStyle = style
    current.add(SignatureMark.style.rawValue)
    current.add(
      UInt64(style.marks) | UInt64(style.heading) << 32 | UInt64(style.isPreformatted ? 1 : 0) << 40)
    current.add(UInt64(style.quotes) | UInt64(style.lists) << 32)
    current.add(style.link)
  }

  private func fold(_ target: [UInt8], _ title: [UInt8]) -> UInt64 {
    var signature = Signature()
    signature.add(Self.folded(target))
    signature.add(title)
    return signature.value
  }

  /// A target without percent-encoding, folded.
  private static func folded(_ target: [UInt8]) -> UInt64 {
    var signature = Signature()
    var index = 0
    while index < target.count {
      if target[index] == UInt8(ascii: "%"), index + 2 < target.count,
        let high = Character(Unicode.Scalar(target[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(target[index + 2])).hexDigitValue
      {
        signature.add(UInt8(high << 4 | low))
        index += 3
      } else {
        signature.add(target[index])
        index += 1
      }
    }
    return signature.value
  }
}
