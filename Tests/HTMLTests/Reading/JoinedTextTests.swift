import HTML
import Testing

/// Text that comes in pieces, between which other text is read.
struct JoinedTextTests {
  /// The lengths at which a text just fills the room it was given are among these.
  @Test(arguments: 1...70) func `Text before a table is joined whole, whatever is read in between`(
    length: Int
  ) {
    let pieces = ["a": 20, "b": 20, "c": length, "d": 10, "e": 10, "f": 100, "g": 30]
      .sorted { $0.key < $1.key }.map { String(repeating: $0.key, count: $0.value) }
    var source = "<table>"
    for (index, piece) in pieces.enumerated() {
      source += piece + (index % 2 == 0 ? "<tr>" : "<tr><td>&amp;\(index)&amp;</td></tr>")
    }
    let document = Document(fragment: Array(source.utf8))
    #expect(document.firstChild(of: document.root).map { document.text(of: $0) } == pieces.joined())
    let cells = document.descendants(of: document.root).filter { document.isElement($0, .td) }
    #expect(cells.map { document.textContent(of: $0) } == ["&1&", "&3&", "&5&"])
  }

  /// Each reference is moved to the store of decoded text, which must not be copied for it: that would be 260 GB here.
  @Test func `A reference in each of very many paragraphs is joined to its text`() {
    let count = 200_000
    let source = String(repeating: "<p>Spiel &amp; Spaß</p>", count: count)
    let document = Document(fragment: Array(source.utf8))
    #expect(document.textContent(of: document.root) == String(repeating: "Spiel & Spaß", count: count))
  }
}
