/// The adoption agency algorithm (section 13.2.6.4.7): what `<b><p>x</b>y</p>` means.
extension TreeBuilder {
  mutating func runAdoptionAgency(for subject: Tag) {
    if let current = open.last, current.isHTML(subject),
      !formatting.contains(where: { $0.node == current.node })
    {
      return pop()
    }
    for _ in 0..<8 {
      guard let entry = formattingIndex(of: subject) else { return anyOtherEndTag() }
      let element = formatting[entry].node
      guard let depth = open.lastIndex(where: { $0.node == element }) else {
        formatting.remove(at: entry)
        return
      }
      guard hasInScope(node: element) else { return }
      guard let furthest = open[depth...].firstIndex(where: { $0.categories.contains(.special) }) else {
        while open.count > depth { pop() }
        formatting.remove(at: entry)
        return
      }
      adopt(formattingAt: entry, openAt: depth, furthestBlockAt: furthest)
    }
  }

  /// One round: the furthest block leaves the formatting element, which is made anew inside it.
  private mutating func adopt(formattingAt entry: Int, openAt depth: Int, furthestBlockAt furthest: Int) {
    let element = formatting[entry].node
    let ancestor = open[depth - 1]
    let block = open[furthest]
    var bookmark = entry
    var last = block.node
    var inner = 0
    var index = furthest - 1
    while index > depth {
      inner += 1
      let node = open[index].node
      var place = formatting.firstIndex { $0.node == node }
      if inner > 3, let found = place {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        place = nil
      }
      guard let place else {
        open.remove(at: index)
        index -= 1
        continue
      }
      let copy = clone(node)
      formatting[place].node = copy
      open[index] = OpenElement(
        node: copy, tag: open[index].tag, namespace: .html, categories: open[index].categories)
      if last == block.node { bookmark = place + 1 }
      document.append(last, to: copy)
      last = copy
      index -= 1
    }
    document.remove(last)
    insert(last, at: place(in: ancestor))

    let copy = clone(element)
    let blockContainer = container(block.node, block.tag)
    document.moveChildren(of: blockContainer, to: copy)
    document.append(copy, to: blockContainer)
    replaceFormatting(element, with: copy, at: bookmark)

    if let index = open.lastIndex(where: { $0.node == element }) { open.remove(at: index) }
    if let index = open.lastIndex(where: { $0.node == block.node }) {
      let tag = document[copy].tag
      open.insert(
        OpenElement(node: copy, tag: tag, namespace: .html, categories: categories(of: tag)), at: index + 1)
    }
  }

  private mutating func replaceFormatting(_ old: NodeID, with new: NodeID, at bookmark: Int) {
    guard let index = formatting.firstIndex(where: { $0.node == old }) else { return }
    let entry = FormattingEntry(node: new, tag: formatting[index].tag)
    formatting.remove(at: index)
    formatting.insert(entry, at: min(max(bookmark > index ? bookmark - 1 : bookmark, 0), formatting.count))
  }
}
