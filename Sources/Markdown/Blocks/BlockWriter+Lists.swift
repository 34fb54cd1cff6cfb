internal import HTML
internal import Model

/// How the items of one list are marked.
private struct ListForm {
  var isOrdered: Bool
  /// `-` or `*`; `.` or `)` for ordered lists.
  var marker: UInt8
  /// The next item's number.
  var number: Int
  var isTight: Bool

  /// What the container was told of the list.
  var kindWritten: BlockWriter.BlockKind?

  var kind: BlockWriter.BlockKind {
    isOrdered ? .numbers(marker: marker, first: number) : .bullets(marker: marker)
  }

  /// The marker with the blanks after it.
  func marker(indentsByFour: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4)
    if isOrdered { bytes.append(contentsOf: String(number).utf8) }
    bytes.append(marker)
    bytes.append(0x20)
    while indentsByFour, bytes.count < 4 { bytes.append(0x20) }
    return bytes
  }
}

extension BlockWriter {
  mutating func writeList(_ node: NodeID, _ tag: Tag, _ style: InlineStyle) {
    let isOrdered = tag == .ol
    let numbering = ListNumbering(of: node, in: document, without: footnotes)
    if isOrdered && !numbering.isPlain || isTangled(node) {
      return writeHTMLBlock(node, style)
    }
    var form = ListForm(
      isOrdered: isOrdered, marker: 0, number: numbering.start, isTight: isTight(node))
    var isOpen = false
    var child = document.firstChild(of: node)
    while let current = child {
      child = document.nextSibling(of: current)
      if footnotes.isHidden(current, inNote: isInNotes) { continue }
      if document.isElement(current, .li) {
        content.clear()
        openList(&isOpen, &form, at: current, list: node)
        writeItem(current, form, style)
        form.number += 1
      } else if document.isElement(current), ElementRole.of(document.tag(of: current)) == .list,
        !isOrdered || isOpen
      {
        // A list straight inside a list belongs to the item before it.
        if !isOpen { writeEmptyItem(&isOpen, &form, list: node) }
        continueItem(form) { $0.write(current, style) }
      } else {
        // Anything else interrupts the list.
        write(current, style)
        if !content.isEmpty, child.map({ document.isElement($0, .li) }) ?? true {
          flush()
        }
        if container.last != form.kindWritten { isOpen = false }
      }
    }
    flush()
  }

  /// Whether other content stands straight in the list beside its items, and lists with it, so that no one can tell any more
  /// what belongs to which item.
  private func isTangled(_ list: NodeID) -> Bool {
    var (hasOther, hasList) = (false, false)
    for child in document.children(of: list) where !document.isElement(child, .li) {
      guard document.isElement(child) else {
        if document.kind(of: child) == .text, !document.textBytes(of: child).allSatisfy(isSpace) {
          hasOther = true
        }
        continue
      }
      if isList(child) {
        hasList = true
      } else if !isBlank(child) {
        hasOther = true
        if document.descendants(of: child).contains(where: isList) { hasList = true }
      }
    }
    return hasOther && hasList
  }

  private func isList(_ node: NodeID) -> Bool {
    document.isElement(node) && ElementRole.of(document.tag(of: node)) == .list
  }

  /// Items without a list around them: a browser shows them as bullets.
  mutating func writeLooseItems(from node: NodeID, _ style: InlineStyle) {
    var form = ListForm(isOrdered: false, marker: 0, number: 1, isTight: true)
    var isOpen = false
    if case .bullets(let marker)? = container.last,
      previousElement(of: node).map({ document.isElement($0, .li) }) ?? false
    {
      // The item before it began the list.
      form.marker = marker
      form.kindWritten = container.last
      isOpen = true
    }
    openList(&isOpen, &form, at: node, list: node)
    writeItem(node, form, style)
  }

  private func previousElement(of node: NodeID) -> NodeID? {
    var previous = document.previousSibling(of: node)
    while let current = previous {
      if document.isElement(current) || !document.textBytes(of: current).allSatisfy(isSpace) {
        return current
      }
      previous = document.previousSibling(of: current)
    }
    return nil
  }

  /// Begins the list, or the next line in it.
  private mutating func openList(_ isOpen: inout Bool, _ form: inout ListForm, at item: NodeID, list: NodeID)
  {
    if isOpen {
      endLine(blank: !form.isTight)
      return
    }
    isOpen = true
    if form.marker == 0 { form.marker = marker(isOrdered: form.isOrdered) }
    // An empty first item cannot follow a paragraph at once.
    let kind: BlockKind = isBlank(item) ? .other : form.kind
    beginBlock(kind, at: document.isElement(list, .li) ? item : list)
    container.last = form.kind
    form.kindWritten = form.kind
  }

  private func isBlank(_ item: NodeID) -> Bool {
    !document.descendants(of: item).contains { node in
      switch document.kind(of: node) {
      case .text: !document.textBytes(of: node).allSatisfy(isSpace)
      case .element: ElementRole.of(document.tag(of: node)).isShownWithoutText
      default: false
      }
    }
  }

  /// A marker the list before, if it touches, does not have: another marker begins another list.
  private func marker(isOrdered: Bool) -> UInt8 {
    guard options.dialect.separatesByMarkers else { return UInt8(ascii: isOrdered ? "." : "-") }
    switch container.last {
    case .bullets(let last) where !isOrdered && last == UInt8(ascii: "-"): return UInt8(ascii: "*")
    case .numbers(let last, _) where isOrdered && last == UInt8(ascii: "."): return UInt8(ascii: ")")
    default: return UInt8(ascii: isOrdered ? "." : "-")
    }
  }

  private mutating func writeItem(_ item: NodeID, _ form: ListForm, _ style: InlineStyle) {
    let marker = form.marker(indentsByFour: options.dialect.indentsListsByFour)
    output.append(contentsOf: marker)
    let inner = Container(isTight: form.isTight, isItem: true)
    let indent = repeatElement(UInt8(ascii: " "), count: marker.count)
    let isFilled = inContainer(inner, prefix: indent) {
      $0.writeAnchor(of: item, style)
      $0.writeChildren(of: item, style)
    }
    if !isFilled {
      while output.last == 0x20 { output.removeLast() }
    }
  }

  private mutating func writeEmptyItem(_ isOpen: inout Bool, _ form: inout ListForm, list: NodeID) {
    openList(&isOpen, &form, at: list, list: list)
    output.append(contentsOf: form.marker(indentsByFour: options.dialect.indentsListsByFour))
    emptyItemIsOpen = true
  }

  /// Writes more blocks into the item that was written last.
  private mutating func continueItem(_ form: ListForm, _ body: (inout BlockWriter) -> Void) {
    var width = form.marker(indentsByFour: options.dialect.indentsListsByFour).count
    if form.isOrdered { width = String(form.number - 1).utf8.count + 2 }
    let inner = Container(last: emptyItemIsOpen ? nil : .paragraph, isTight: form.isTight)
    emptyItemIsOpen = false
    _ = inContainer(inner, prefix: repeatElement(UInt8(ascii: " "), count: width), body)
  }

  /// Whether no item holds a paragraph of its own or another block that wants blank lines around it.
  private func isTight(_ list: NodeID) -> Bool {
    for item in document.children(of: list) where document.isElement(item, .li) {
      for child in document.children(of: item) where document.isElement(child) {
        let role = ElementRole.of(document.tag(of: child))
        if role.isBlock, role != .list, role != .preformatted { return false }
      }
    }
    return true
  }
}

/// The numbers of an ordered list.
struct ListNumbering {
  /// The first number.
  let start: Int
  /// Whether Markdown can say all the numbers: Arabic ones that rise by one from a start it knows.
  let isPlain: Bool

  init(
    of list: NodeID, in document: borrowing Document, without footnotes: borrowing Footnotes = .none
  ) {
    let written = document.attribute("start", of: list)
    let start = written.flatMap(Self.number) ?? 1
    let items = document.children(of: list).filter {
      document.isElement($0, .li) && !footnotes.isHidden($0, inNote: false)
    }
    let range = 0...999_999_999
    var isPlain =
      !document.hasAttribute("reversed", of: list) && Self.letters(of: list, in: document) == nil
      && range.contains(start)
      && range.contains(start + items.count)
    for (index, item) in items.enumerated() where isPlain {
      guard let value = document.attribute(.value, of: item).flatMap(Self.number) else { continue }
      isPlain = value == start + index
    }
    self.start = start
    self.isPlain = isPlain
  }

  /// The letters or Roman numerals a list is numbered with, as its `type` says it; nil for numbers.
  static func letters(of list: NodeID, in document: Document) -> String? {
    if let type = document.attribute("type", of: list), ["a", "A", "i", "I"].contains(type) { return type }
    guard let style = document.attribute("style", of: list)?.lowercased() else { return nil }
    let types = [
      ("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("upper-latin", "A"),
      ("lower-roman", "i"),
      ("upper-roman", "I"),
    ]
    return types.first { style.contains($0.0) }?.1
  }

  /// A whole number as HTML reads it: blanks before it and anything after it do not matter.
  private static func number(_ text: String) -> Int? {
    let trimmed = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    let digits = trimmed.drop { $0 == "-" || $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    return trimmed.first == "-" ? -number : number
  }
}
