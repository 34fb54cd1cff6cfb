import HTML
import Testing

@testable import Pages

/// What the readers tell texts by, byte for byte.
@Suite struct TextToolsTests {
  @Test(arguments: [
    "", "  Im \n Hof ", "a\u{A0}\u{2003}b", "\u{A0}", "Ä\u{85}Ö", "ein\u{3000}Wort ", "€ → „x“",
  ])
  func `White space collapses alike, whole or piece by piece`(text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.collapsed == words)
    for cut in text.indices {
      var pieces = CollapsedText()
      pieces.add(text[..<cut].utf8)
      pieces.add(text[cut...].utf8)
      #expect(pieces.text == words)
    }
  }

  @Test(arguments: ["WEITERLESEN", "Über Öl und ÄRGER", "ЧИТАТЬ ДАЛЕЕ", "Ёлка", "×ß→", "Straße"])
  func `Small letters take as many bytes as capitals`(text: String) {
    let folded = FoldedCase.bytes(of: text)
    #expect(folded.count == text.utf8.count)
    #expect(String(decoding: folded, as: UTF8.self) == text.lowercased())
  }

  @Test func `A phrase is found whole, at the start, or anywhere`() {
    let table = PhraseTable(["kategorie:", "tags:", "märz"])
    #expect(table.begins("tags: Hof".utf8))
    #expect(!table.begins("die tags: Hof".utf8))
    #expect(table.stands(in: "am 3. märz".utf8))
    #expect(!table.stands(in: "am 3. mär".utf8))
    #expect(table.contains("märz".utf8))
    #expect(!table.contains("märz ".utf8))
    #expect(!table.contains("".utf8))
  }

  @Test(arguments: [
    (".a", ["1", "2", "4"]), ("#x", ["1"]), ("p.a", ["4"]), (".b .a", ["2", "4"]), (".b > .a", ["2"]),
    ("[title]", ["3"]), ("[title~=zwei]", ["3"]), ("[title^=eins]", ["3"]), ("[title$=drei]", ["3"]),
    ("[title*=\"wei\"]", ["3"]), ("[data-n=\"4\"].a", ["4"]), (".c", []), ("*.b", ["1"]),
  ])
  func `Selectors pick what they say`(text: String, wanted: [String]) throws {
    let html = """
      <div class="a b a" id="x" data-n="1"><div class="a" data-n="2"><span title="eins zwei drei" data-n="3"><p class="a" data-n="4"></p></span></div></div>
      """
    let tree = PageTree(.init(archivalParsing: Array(html.utf8)))
    let selector = try #require(Selector(text))
    let found = tree.all(selector, in: tree.all).map {
      tree.document.attribute("data-n", of: tree.elements[$0].node)
    }
    #expect(found == wanted)
  }
}
