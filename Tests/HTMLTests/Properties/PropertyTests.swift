import CLibXML2
import Foundation
import HTML
import Testing

struct PropertyTests {
  private func notation(_ document: Document) -> String {
    String(decoding: document.treeNotation, as: UTF8.self)
  }

  @Test(arguments: 0..<200) func `A tree written as HTML is read back as the same tree`(seed: Int) {
    var generator = HTMLGenerator(seed: UInt64(seed))
    let document = Document(fragment: Array(generator.blocks(4).utf8))
    #expect(notation(Document(fragment: document.html)) == notation(document))
  }

  @Test(arguments: 0..<200) func `Where nothing is broken both readings give the same tree and find nothing`(
    seed: Int
  ) {
    var generator = HTMLGenerator(seed: UInt64(seed))
    let source = Array(generator.blocks(4).utf8)
    let archival = Document(archivalFragment: source)
    #expect(notation(archival) == notation(Document(fragment: source)))
    #expect(archival.findings.isEmpty)
  }

  @Test(arguments: 0..<200) func `libxml2 reads the same text from well-formed HTML`(seed: Int) {
    var generator = HTMLGenerator(seed: UInt64(seed))
    let source = "<html><body>" + generator.blocks(4) + "</body></html>"
    let document = Document(parsing: Array(source.utf8))
    #expect(document.textContent(of: document.root) == libxml2Text(source))
  }

  @Test(arguments: 0..<600) func `A broken page becomes a sound tree, in both readings`(seed: Int) {
    var generator = HTMLGenerator(seed: UInt64(seed))
    let source = Array(generator.broken().utf8)
    for document in [
      Document(parsing: source), Document(archivalParsing: source), Document(fragment: source),
      Document(archivalFragment: source, context: .td),
    ] {
      expectSound(document)
      #expect(Document(fragment: document.html).nodeCount > 0)
    }
  }

  @Test(arguments: 0..<500) func `The archival reading shows all that the standard's shows`(seed: Int) {
    var generator = HTMLGenerator(seed: UInt64(seed))
    // Markers in alphabetical order, each of which must be found again.
    var source = ""
    for index in 0..<12 { source += pieceWithoutRawText(&generator) + " w\(index)x " }
    let standard = Document(fragment: Array(source.utf8)).textOfAllKinds
    let archival = Document(archivalFragment: Array(source.utf8)).textOfAllKinds
    for index in 0..<12 where standard.contains(" w\(index)x ") { #expect(archival.contains(" w\(index)x ")) }
  }

  private func pieceWithoutRawText(_ generator: inout HTMLGenerator) -> String {
    generator.pick([
      "<p>", "<b>", "</b>", "<a href=\"x", "\">", "<!--", "-->", "<table>", "<td>", "</ ", "<?", "<iframe>",
      "<script>", "</table>",
    ])
  }

  /// Every link between nodes has its counterpart, and nothing hangs in a circle.
  private func expectSound(_ document: Document) {
    var count = 0
    for node in document.descendants(of: document.root) {
      count += 1
      guard count <= document.nodeCount else { break }
      if let next = document.nextSibling(of: node) {
        #expect(document.previousSibling(of: next) == node)
        #expect(document.parent(of: next) == document.parent(of: node))
      } else if let parent = document.parent(of: node) {
        #expect(document.lastChild(of: parent) == node)
      }
      if let first = document.firstChild(of: node) { #expect(document.parent(of: first) == node) }
    }
    #expect(count <= document.nodeCount)
  }

  private func libxml2Text(_ source: String) -> String? {
    var bytes = Array(source.utf8CString)
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
    guard let document = htmlReadMemory(&bytes, Int32(bytes.count - 1), nil, "UTF-8", Int32(options)) else {
      return nil
    }
    defer { xmlFreeDoc(document) }
    guard let content = xmlNodeGetContent(xmlDocGetRootElement(document)) else { return nil }
    defer { free(content) }
    return String(cString: content)
  }
}

extension Document {
  /// Text, comments and attribute values: all that is not markup.
  fileprivate var textOfAllKinds: String {
    descendants(of: root).map { node in
      text(of: node) + attributes(of: node).map { "\($0.name) \($0.value)" }.joined(separator: " ")
    }.joined(separator: " ")
  }
}
