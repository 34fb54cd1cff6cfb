/// The attributes of second and further `html` and `body` tags, which go to the element that is there.
struct LateAttributes {
  private var lists: [Tag: [Attribute]] = [:]
  private var names: [Tag: Set<UInt32>] = [:]

  /// Keeps those of the attributes at `range` the element does not have yet.
  mutating func add(_ range: Range<Int>, of element: NodeID, _ tag: Tag, in document: Document) {
    if names[tag] == nil {
      names[tag] = Set(document.attributeRange(of: element).map { document.attributes[$0].name })
    }
    for index in range where names[tag, default: []].insert(document.attributes[index].name).inserted {
      lists[tag, default: []].append(document.attributes[index])
    }
  }

  /// Gives the elements at the top of the document what was kept for them.
  func apply(to document: inout Document) {
    guard !lists.isEmpty,
      let html = document.children(of: document.root).first(where: { document.isElement($0, .html) })
    else { return }
    apply(.html, html, &document)
    if let body = document.children(of: html).first(where: { document.isElement($0, .body) }) {
      apply(.body, body, &document)
    }
  }

  private func apply(_ tag: Tag, _ element: NodeID, _ document: inout Document) {
    guard let late = lists[tag] else { return }
    let all = document.attributeRange(of: element).map { document.attributes[$0] } + late
    document[element].content.start = UInt32(document.attributes.count)
    document[element].content.count = UInt32(all.count)
    document.attributes.append(contentsOf: all)
  }
}

extension TreeBuilder {
  mutating func addLateAttributes(to tag: Tag) {
    guard !hasOpenTemplate, let element = tag == .html ? open.first : open.dropFirst().first else { return }
    guard tokenizer.attributes.count > 0 else { return }
    lateAttributes.add(tokenAttributes, of: element.node, tag, in: document)
  }
}
