import HTML
import Testing

struct TreeTests {
  /// A list of three entries, the second with a class.
  private func list() -> (Document, [NodeID]) {
    var document = Document()
    let list = document.makeElement(.ul)
    document.append(list, to: document.root)
    var entries: [NodeID] = []
    for word in ["Hof", "Garten", "Keller"] {
      let entry = document.makeElement(.li, attributes: word == "Garten" ? [("class", "grün offen")] : [])
      document.append(document.makeText(word), to: entry)
      document.append(entry, to: list)
      entries.append(entry)
    }
    return (document, entries)
  }

  private func html(_ document: Document) -> String { String(decoding: document.html, as: UTF8.self) }

  @Test func `Nodes are found in document order`() {
    let (document, entries) = list()
    #expect(document.descendants(of: document.root).filter { document.isElement($0, .li) } == entries)
    #expect(document.descendants(of: entries[1]).map { document.text(of: $0) } == ["Garten"])
    #expect(Array(document.ancestors(of: entries[0])).count == 2)
    #expect(document.textContent(of: document.root) == "HofGartenKeller")
  }

  @Test func `An attribute is read, changed and taken away`() {
    var (document, entries) = list()
    #expect(document.hasClass("offen", of: entries[1]))
    #expect(!document.hasClass("off", of: entries[1]))
    document.setAttribute("class", to: "zu", of: entries[1])
    document.setAttribute("id", to: "a\"b&<", of: entries[1])
    #expect(document.attribute("class", of: entries[1]) == "zu")
    document.removeAttribute("class", of: entries[1])
    #expect(document.attribute("class", of: entries[1]) == nil)
    #expect(
      String(decoding: document.outerHTML(of: entries[1]), as: UTF8.self)
        == "<li id=\"a&quot;b&amp;&lt;\">Garten</li>")
  }

  @Test func `A changed copy leaves the original alone`() {
    let (document, entries) = list()
    var copy = document
    copy.remove(entries[0])
    #expect(html(document) == "<ul><li>Hof</li><li class=\"grün offen\">Garten</li><li>Keller</li></ul>")
    #expect(html(copy) == "<ul><li class=\"grün offen\">Garten</li><li>Keller</li></ul>")
  }

  @Test func `Nodes are moved, replaced and unwrapped`() {
    var (document, entries) = list()
    document.insert(entries[2], before: entries[0])
    document.insert(entries[0], after: entries[1])
    document.replace(entries[1], with: document.makeComment("weg"))
    #expect(html(document) == "<ul><li>Keller</li><!--weg--><li>Hof</li></ul>")
    document.moveChildren(of: entries[0], to: entries[2])
    document.unwrap(entries[2])
    #expect(html(document) == "<ul>KellerHof<!--weg--><li></li></ul>")
  }
}
