import HTML
import Model

/// Reads the entries of a listing whose elements are known.
struct ListingReader {
  let page: PageContext

  /// Reads each entry's element, in order.
  func read(_ elements: [Int], by selector: Selector, into reading: inout PageReading) {
    var readings: [EntryReader.Reading] = []
    for element in elements {
      var reader = EntryReader(page: page, element: element, isWhole: false)
      var entry = reader.read()
      if entry.entry.item.date == nil { entry.entry.item.date = dayHeading(before: element)?.sourceDate }
      reading.explain(
        "entry", "“\(entry.entry.item.title ?? "")” found by \(selector) of the profile \(page.profile.name)",
        at: page.offset(element))
      for evidence in entry.entry.evidence {
        reading.explain("  " + evidence.source, evidence.value, at: evidence.offset)
      }
      readings.append(entry)
    }
    reading.entries = TextCutter(page: page).cut(readings)
    if reading.kind == .author { addAuthor(to: &reading) }
    explainAsides(in: &reading)
  }

  /// The author of an author's listing, for the entries that do not name him: the heading does.
  private func addAuthor(to reading: inout PageReading) {
    let tree = page.tree
    guard let heading = tree.first(Self.headings, in: tree.all)?.element else { return }
    let card = tree.first(Self.cards, in: tree.inside(heading))?.element
    let text = page.text(card ?? heading)
    let name =
      card != nil ? text : text.split(separator: ":", maxSplits: 1).dropFirst().first.map(\.trimmed) ?? ""
    guard !name.isEmpty else { return }
    for index in reading.entries.indices where reading.entries[index].author == nil {
      reading.entries[index].author = name
      reading.entries[index].item.creator = name
    }
    reading.explain("author", "“\(name)”, whose listing it is", at: page.offset(heading))
  }

  private static let headings = [
    ".page-title", ".wp-block-query-title", ".archive-title", ".author-title", "#content h1", "h1",
  ]
  .compactMap(Selector.init)
  private static let cards = [".vcard", ".fn"].compactMap(Selector.init)

  /// The day that stands once above the posts of that day, as the first themes wrote it.
  private func dayHeading(before element: Int) -> PrintedDate? {
    var node = page.document.previousSibling(of: page.node(element))
    while let sibling = node {
      let text = FlowWalk.oneLine(of: sibling, in: page.document)
      if let date = MetaLine.date(of: text) { return date }
      // Another post may stand between; anything else long is another matter.
      let isPost =
        page.tree.position(of: sibling).map { PostMarks.id(of: $0, in: page.tree) != nil } ?? text.isEmpty
      guard isPost else { return nil }
      node = page.document.previousSibling(of: sibling)
    }
    return nil
  }

  /// Names what was left because it stands in a side bar, menu or footer.
  private func explainAsides(in reading: inout PageReading) {
    for (selector, element) in page.asideElements where !page.tree.inside(element).isEmpty {
      reading.explain("left", "what \(selector) holds", at: page.offset(element))
    }
  }
}

/// Cuts the entries' texts out of the page as HTML, links made absolute.
struct TextCutter {
  let page: PageContext

  /// The entries with their excerpt or content filled in.
  func cut(_ readings: [EntryReader.Reading]) -> [PageEntry] {
    var document = page.document
    for reading in readings {
      guard let (root, excluded) = reading.text else { continue }
      for node in excluded.nodes { document.remove(node) }
      makeAbsolute(root, in: &document)
    }
    return readings.map { reading in
      var entry = reading.entry
      guard let (root, _) = reading.text else { return entry }
      let html = String(decoding: document.html(of: root), as: UTF8.self).trimmed
      if entry.item.isPartial { entry.item.excerpt = html } else { entry.item.content = html }
      return entry
    }
  }

  private static let references = [(AttributeName.href, "href"), (.src, "src")]

  private func makeAbsolute(_ root: NodeID, in document: inout Document) {
    guard page.base != nil else { return }
    var changes: [(node: NodeID, name: String, value: String)] = []
    for node in document.descendants(of: root) where document.isElement(node) {
      for (name, text) in Self.references {
        // What has a scheme is absolute already.
        guard let bytes = document.attributeBytes(name, of: node), bytes.first != UInt8(ascii: "#"),
          !bytes.starts(with: "http://".utf8), !bytes.starts(with: "https://".utf8)
        else { continue }
        let reference = String(decoding: bytes, as: UTF8.self)
        let address = page.address(reference)
        if address != reference, WebAddress(reference) == nil { changes.append((node, text, address)) }
      }
    }
    for change in changes { document.setAttribute(change.name, to: change.value, of: change.node) }
  }
}
