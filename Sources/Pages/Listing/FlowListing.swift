import Bytes
import HTML
import Model

/// Reads a listing whose markup says nothing: its lines, with the more-links as anchors.
struct FlowListing {
  let page: PageContext

  /// Reads the entries that end in a more-link.
  func read(into reading: inout PageReading) {
    guard let body = page.tree.elements.indices.first(where: { page.tree.isOne($0, of: [.body]) }) else {
      return
    }
    let asides = page.tree.all.filter { page.isAside($0) }.map(page.node)
    let lines = page.lines(body, without: Set(asides))
    var reader = FlowReader(lines: lines, source: page.source)
    reader.words = page.words
    reader.document = page.document
    reader.key = page.key
    let outcome = reader.read()
    reading.entries = outcome.entries
    for entry in outcome.entries {
      reading.explain(
        "entry", "“\(entry.item.title ?? "")”: lines that end in “\(entry.moreLink?.label ?? "")”",
        at: entry.item.provenance.range.offset)
    }
    for line in outcome.leftOver { reading.explain("left", line.text, at: line.range.offset) }
  }
}
