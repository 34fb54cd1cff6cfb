internal import Model

/// An entry of the list of active formatting elements; a marker has no node.
struct FormattingEntry {
  var node: NodeID
  let tag: Tag

  static var marker: FormattingEntry { FormattingEntry(node: .none, tag: .html) }
  var isMarker: Bool { node == .none }
}

/// The list of active formatting elements (section 13.2.4.3).
extension TreeBuilder {
  /// Adds an element; of four alike since the last marker the earliest goes ("Noah's Ark").
  mutating func pushFormatting(_ node: NodeID, _ tag: Tag) {
    var alike = 0
    var earliest = 0
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMarker {
      if formatting[index].tag == tag, haveSameAttributes(formatting[index].node, node) {
        alike += 1
        earliest = index
      }
      index -= 1
    }
    if alike >= 3 { formatting.remove(at: earliest) }
    formatting.append(FormattingEntry(node: node, tag: tag))
    if formatting.count > Self.formattingLimit, let first = formatting.firstIndex(where: { !$0.isMarker }) {
      tokenizer.log.report(
        .formattingLimit, .repair, at: tokenizer.start,
        "more than \(Self.formattingLimit) open formatting elements")
      formatting.remove(at: first)
    }
  }

  /// Whether two elements have the same attributes, whatever their order.
  private func haveSameAttributes(_ left: NodeID, _ right: NodeID) -> Bool {
    let left = document.attributeRange(of: left)
    let right = document.attributeRange(of: right)
    guard left.count == right.count else { return false }
    if left.isEmpty { return true }
    func isSame(_ first: Int, _ second: Int) -> Bool {
      document.attributes[first].name == document.attributes[second].name
        && document.isSame(document.attributes[first].value, document.attributes[second].value)
    }
    if zip(left, right).allSatisfy(isSame) { return true }
    // So many attributes in another order are not worth the time of comparing all with all.
    guard left.count <= 16 else { return false }
    return left.allSatisfy { first in right.contains { isSame(first, $0) } }
  }

  /// Begins a part of the page that formatting neither enters nor leaves.
  mutating func pushFormattingMarker() {
    formatting.append(.marker)
    // Each marker belongs to an open element; where markup is so broken that more are left, the earliest are of no use.
    if formatting.count > Self.formattingLimit + 2 * Self.depthLimit {
      formatting.removeFirst(Self.depthLimit)
    }
  }

  mutating func clearFormattingToMarker() {
    while let last = formatting.popLast(), !last.isMarker {}
  }

  /// The place of the last element of that tag behind the last marker, or nil.
  func formattingIndex(of tag: Tag) -> Int? {
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMarker {
      if formatting[index].tag == tag { return index }
      index -= 1
    }
    return nil
  }

  func isOpen(node: NodeID) -> Bool {
    var index = open.count - 1
    while index >= 0 {
      if open[index].node == node { return true }
      index -= 1
    }
    return false
  }

  /// Opens again the formatting elements that were closed by something else than their end tag.
  @inline(__always)
  mutating func reconstructFormatting() {
    guard let last = formatting.last, !last.isMarker, !isOpen(node: last.node) else { return }
    reopenFormatting()
  }

  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0, !formatting[index - 1].isMarker, !isOpen(node: formatting[index - 1].node) { index -= 1 }
    while index < formatting.count {
      guard copiesLeft > 0 else {
        tokenizer.log.report(
          .formattingLimit, .repair, at: tokenizer.start, "formatting carried on too often, ended")
        formatting.removeSubrange(index...)
        return
      }
      copiesLeft -= 1
      let entry = formatting[index]
      let count = formatting.count
      let clone = insertElement(cloning: entry.node)
      // The depth limit may have taken entries before this one off the list.
      index -= count - formatting.count
      guard index >= 0, index < formatting.count else { return }
      formatting[index].node = clone
      index += 1
    }
  }
}
