/// Browsers show the chosen option of a `select` in its `selectedcontent` (section 4.10.10, "maybe clone an option").
extension TreeBuilder {
  /// The first `selectedcontent` of a `select`.
  struct SelectedContent {
    let select: NodeID
    let node: NodeID
  }

  mutating func startSelectedContent() {
    reconstructFormatting()
    let node = insertElement()
    guard let select = open.last(where: { $0.isHTML(.select) })?.node, selectedContent?.select != select
    else { return }
    selectedContent = SelectedContent(select: select, node: node)
  }

  /// Copies an option that was read to its end into the `selectedcontent` of its `select`, if it is the chosen one.
  ///
  /// The archival reading has no use for the same words twice.
  mutating func optionWasPopped(_ option: NodeID) {
    guard let target = selectedContent, !tokenizer.isArchival,
      let select = open.last(where: { $0.isHTML(.select) })?.node, select == target.select,
      !document.hasAttribute("multiple", of: select)
    else { return }
    guard document.hasAttribute("selected", of: option) || document.firstChild(of: target.node) == nil else {
      return
    }
    while let child = document.firstChild(of: target.node) { document.remove(child) }
    copyChildren(of: option, to: target.node)
  }

  private mutating func copyChildren(of original: NodeID, to copy: NodeID) {
    guard copiesLeft > 0 else { return }
    var copies = [original: copy]
    for node in Array(document.descendants(of: original)) {
      guard copiesLeft > 0, let parent = document.parent(of: node), let place = copies[parent] else { return }
      copiesLeft -= 1
      var twin = document[node]
      twin.parent = .none
      twin.firstChild = .none
      twin.lastChild = .none
      twin.previousSibling = .none
      twin.nextSibling = .none
      let id = document.add(twin)
      document.append(id, to: place)
      copies[node] = id
    }
  }
}
