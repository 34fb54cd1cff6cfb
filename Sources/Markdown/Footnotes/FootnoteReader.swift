internal import HTML

/// Finds footnotes in whatever form they are written: links to notes that stand below the text.
///
/// A link is a reference where its text is but a mark and the place it leads to is a note: the item of a list, a paragraph, or a line
/// of one. Where only one end is found all stays as it is.
struct FootnoteReader {
  let document: Document
  /// The elements that have a name, by it, in document order.
  private var places: [String: [NodeID]] = [:]
  /// Where elements with a name and links stand, in document order.
  private var order: [NodeID: Int] = [:]

  /// The notes of one place, while they are gathered.
  private struct Draft {
    var target: NodeID
    var mark: String
    var links: [NodeID]
    var note: Footnotes.Note
    var leadsBack = false
  }

  /// The footnotes below a node; `links` are all links that lead to a place in the document.
  static func footnotes(below top: NodeID, in document: Document, links: [NodeID]) -> Footnotes {
    let candidates = links.filter { FootnoteMark.read(document.textContent(of: $0)) != nil }
    guard !candidates.isEmpty else { return .none }
    var reader = FootnoteReader(document: document)
    reader.survey(top)
    return Footnotes(reader.notes(of: candidates), in: document)
  }

  private init(document: Document) { self.document = document }

  private mutating func survey(_ top: NodeID) {
    for (number, node) in document.descendants(of: top).enumerated() where document.isElement(node) {
      let isLink = document.isElement(node, .a)
      let id = document.attribute(.id, of: node)
      let name = isLink ? document.attribute(.name, of: node) : nil
      for name in Set([id, name].compactMap(\.self)) where !name.isEmpty {
        places[name, default: []].append(node)
      }
      if isLink || id != nil { order[node] = number }
    }
  }

  private func notes(of candidates: [NodeID]) -> [Footnotes.Note] {
    var drafts: [Draft] = []
    var numbers: [NodeID: Int] = [:]
    for link in candidates {
      guard let mark = FootnoteMark.read(document.textContent(of: link)), let target = target(of: link) else {
        continue
      }
      if let number = numbers[target] {
        drafts[number].links.append(link)
      } else {
        numbers[target] = drafts.count
        drafts.append(
          Draft(target: target, mark: mark, links: [link], note: Footnotes.Note(parts: [], isFramed: false)))
      }
    }
    let extents = NoteExtents(document: document, targets: drafts.map(\.target))
    for index in drafts.indices {
      guard let extent = extents.extent(of: drafts[index].target) else { continue }
      drafts[index].note = extent
    }
    drafts.removeAll { $0.note.parts.isEmpty }
    // What would be part of two notes is none.
    let uses = Dictionary(drafts.flatMap(\.note.parts).map { ($0, 1) }, uniquingKeysWith: +)
    drafts.removeAll { $0.note.parts.contains { uses[$0] != 1 } }
    let parts = Set(drafts.flatMap(\.note.parts))
    for index in drafts.indices {
      // A reference inside of a note stays a link.
      drafts[index].links.removeAll { link in document.ancestors(of: link).contains { parts.contains($0) } }
      complete(&drafts[index])
    }
    drafts.removeAll { $0.links.isEmpty || !isProven($0) || !saysSomething($0.note) }
    return labelled(drafts.sorted { place($0) < place($1) })
  }

  private func place(_ draft: Draft) -> Int { draft.links.first.flatMap { order[$0] } ?? 0 }

  /// The first place behind the link that has the name it leads to.
  private func target(of link: NodeID) -> NodeID? {
    guard let name = FragmentLinks.fragment(of: link, in: document), let own = order[link] else { return nil }
    let named = places[name] ?? []
    let index = count(of: named, before: own + 1)
    return index < named.count ? named[index] : nil
  }

  /// How many of the nodes, which are in document order, stand before a number.
  private func count(of nodes: [NodeID], before number: Int) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if order[nodes[middle]] ?? 0 < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func last(_ nodes: [NodeID], before number: Int) -> NodeID? {
    let count = count(of: nodes, before: number)
    return count > 0 ? nodes[count - 1] : nil
  }

  /// Completes a note: its references with what is around them, the mark repeated in it, the links back.
  private func complete(_ draft: inout Draft) {
    for link in draft.links {
      let (node, wrapper) = outermost(link)
      draft.note.references.append(node)
      if let wrapper { draft.note.plain.append(wrapper) }
    }
    dropLinksBack(&draft)
    var start = NoteStart(document: document, mark: draft.mark, target: draft.target, note: draft.note)
    draft.note = start.read()
  }

  /// The node that stands for a reference with all its trappings (`<sup>[<a …>1</a>]</sup>`), and a `sup` around several.
  private func outermost(_ link: NodeID) -> (NodeID, wrapper: NodeID?) {
    let mark = FootnoteMark.read(document.textContent(of: link))
    var node = link
    while let parent = document.parent(of: node), Self.isTrapping(document.tag(of: parent)),
      document.isElement(parent)
    {
      let text = document.textContent(of: parent)
      guard FootnoteMark.read(text) == mark,
        !text.unicodeScalars.contains(where: { ".:".unicodeScalars.contains($0) })
      else {
        let others = text.unicodeScalars.contains {
          !$0.properties.isWhitespace && !",;[]()-–".unicodeScalars.contains($0) && !$0.isMarkLike
        }
        return (node, document.isElement(parent, .sup) && !others ? parent : nil)
      }
      node = parent
    }
    return (node, nil)
  }

  private static func isTrapping(_ tag: Tag) -> Bool {
    switch tag {
    case .sup, .span, .small, .font, .b, .strong, .em, .i, .u: true
    default: false
    }
  }

  private func dropLinksBack(_ draft: inout Draft) {
    let blocks = Set(draft.links.map(block))
    for part in draft.note.parts {
      for link in [part] + Array(document.descendants(of: part)) where document.isElement(link, .a) {
        guard let name = FragmentLinks.fragment(of: link, in: document), let own = order[link],
          let place = last(places[name] ?? [], before: own), blocks.contains(block(of: place))
        else { continue }
        draft.leadsBack = true
        if FootnoteMark.isWayBack(document.textContent(of: link)), !holdsPicture(link) {
          draft.note.dropped.append(link)
        } else {
          draft.note.plain.append(link)
        }
        if isEmptyAnchor(place) { draft.note.dropped.append(place) }
      }
    }
  }

  private func holdsPicture(_ node: NodeID) -> Bool {
    document.descendants(of: node).contains {
      document.isElement($0, .img) && document.attribute(.alt, of: $0) ?? "" != ""
    }
  }

  private func isEmptyAnchor(_ node: NodeID) -> Bool {
    document.isElement(node, .a) && !document.hasAttribute(.href, of: node)
      && document.textContent(of: node).allSatisfy(\.isWhitespace)
  }

  private func block(of node: NodeID) -> NodeID {
    document.ancestors(of: node).first { ElementRole.of(document.tag(of: $0)).isBlock } ?? document.root
  }

  /// Whether more than a number says that it is a footnote: a link back, or its form and place together.
  private func isProven(_ draft: Draft) -> Bool {
    if draft.leadsBack { return true }
    let name = (FragmentLinks.fragment(of: draft.links[0], in: document) ?? "").lowercased()
    let isNamed = ["fn", "ftn", "edn", "note", "ref", "cite", "fuss", "fuß", "anm"].contains {
      name.contains($0)
    }
    let isRaised = draft.links.contains { link in
      document.ancestors(of: link).prefix(2).contains { document.isElement($0, .sup) }
        || document.descendants(of: link).contains { document.isElement($0, .sup) }
    }
    let repeatsMark =
      !draft.note.skipped.isEmpty || draft.note.dropped.contains { document.firstChild(of: $0) != nil }
    return (isNamed || isRaised) && (draft.note.isFramed || repeatsMark)
  }

  /// Whether anything is left of a note without its mark: an empty definition would be no footnote.
  private func saysSomething(_ note: Footnotes.Note) -> Bool {
    let footnotes = Footnotes([note], in: document)
    return note.parts.contains { part in
      ([part] + Array(document.descendants(of: part))).contains { node in
        switch document.kind(of: node) {
        case .text:
          !footnotes.text(of: node, in: document).allSatisfy(isSpace)
            && !document.ancestors(of: node).contains { note.dropped.contains($0) }
        case .element: document.isElement(node, .img)
        default: false
        }
      }
    }
  }

  /// The notes with their labels: the marks they have where these differ, else numbers.
  private func labelled(_ drafts: [Draft]) -> [Footnotes.Note] {
    let marks = drafts.map(\.mark)
    let areLabels =
      Set(marks).count == marks.count
      && marks.allSatisfy { $0.utf8.allSatisfy { isLetter($0) || isDigit($0) } }
    return drafts.enumerated().map { index, draft in
      var note = draft.note
      note.label = areLabels ? draft.mark : String(index + 1)
      return note
    }
  }
}

extension Unicode.Scalar {
  /// Whether a mark may consist of it.
  fileprivate var isMarkLike: Bool { FootnoteMark.read(String(self)) != nil }
}
