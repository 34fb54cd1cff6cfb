import Bytes
import HTML
import Model

/// Reads a listing whose markup says nothing: its lines, with the more-links as anchors.
struct FlowListing {
  let page: PageContext

  /// Reads the entries that end in a more-link.
  func read(into reading: inout PageReading) {
    guard let body = page.body else { return }
    let lines = page.lines(body, without: page.asideNodes)
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
