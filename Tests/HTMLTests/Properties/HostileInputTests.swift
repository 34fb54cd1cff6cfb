@testable import HTML
import Model
import Testing

/// Input made to exhaust a parser; what it costs is counted in nodes and bytes, at one size and at its double.
struct HostileInputTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (Int) -> String

    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.make = make
    }
  }

  static let attacks = [
    Attack("nested div") { String(repeating: "<div>", count: $0) + "Hof" },
    Attack("formatting, then paragraphs") {
      String(repeating: "<b><i><a>", count: $0) + String(repeating: "<p>x", count: $0)
    },
    Attack("font left open") { String(repeating: "<font>", count: $0) + "Hof" },
    Attack("font of many kinds left open") { n in
      (0..<n).map { "<font size=\($0)>" }.joined() + String(repeating: "<p>x", count: n)
    },
    Attack("nested tables") { String(repeating: "<table><tr><td>", count: $0) + "Hof" },
    Attack("text before a table, piece by piece") { "<table>" + String(repeating: "x<tr> </tr>", count: $0) },
    Attack("references") { String(repeating: "&amp;x", count: $0) },
    Attack("attributes of body") { n in (0..<n).map { "<body a\($0)=x>" }.joined() },
    Attack("attributes of one tag") { n in "<p " + (0..<n).map { "a\($0) " }.joined() + ">" },
    Attack("options and their copy") {
      "<select><selectedcontent></selectedcontent>" + String(repeating: "<option selected>x", count: $0)
    },
    Attack("nested templates") { String(repeating: "<template>", count: $0) + "Hof" },
    Attack("nested SVG") { String(repeating: "<svg><g>", count: $0) + "Hof" },
    Attack("lists") { String(repeating: "<ul><li>", count: $0) + "Hof" },
    Attack("captions and markers") { String(repeating: "<table><caption><marquee><b>", count: $0) + "Hof" },
    Attack("cells with formatting") { String(repeating: "<table><td><a><b><i><p>", count: $0) + "Hof" },
    Attack("links in blocks") { String(repeating: "<a><div>", count: $0) + "Hof" },
    Attack("blocks in bold, closed") {
      String(repeating: "<b><div>", count: $0) + String(repeating: "</b>", count: $0) + "Hof"
    },
  ]

  private func cost(_ source: String, _ document: Document) -> Double {
    Double(document.nodes.count + document.decoded.count + document.attributes.count)
      / Double(source.utf8.count)
  }

  private func depth(_ document: Document) -> Int {
    var depths: [NodeID: Int] = [:]
    for node in document.descendants(of: document.root) {
      depths[node] = (document.parent(of: node).flatMap { depths[$0] } ?? 0) + 1
    }
    return depths.values.max() ?? 0
  }

  @Test(arguments: attacks) func `A tree stays in proportion to its source`(_ attack: Attack) {
    let (small, large) = (attack.make(1000), attack.make(2000))
    let costs = [small, large].map { cost($0, Document(fragment: Array($0.utf8))) }
    #expect(costs[1] <= max(costs[0] * 1.2, 4))
  }

  @Test(arguments: attacks) func `A tree is no deeper than the limit allows, and no text is dropped`(
    _ attack: Attack
  ) {
    let source = attack.make(1200)
    let document = Document(archivalFragment: Array(source.utf8))
    #expect(depth(document) <= TreeBuilder.depthLimit * 2)
    if source.hasSuffix("Hof") { #expect(document.textContent(of: document.root) == "Hof") }
  }

  @Test func `The depth limit flattens and says so`() {
    let levels = 600
    let source =
      String(repeating: "<div>", count: levels) + "tief" + String(repeating: "</div>", count: levels) + "Ende"
    let document = Document(fragment: Array(source.utf8))
    #expect(document.descendants(of: document.root).count { document.isElement($0, .div) } == levels)
    #expect(document.visibleText == "tief\nEnde")
    // The end tags of the flattened elements close nothing else: what follows them stands where its author put it.
    #expect(document.lastChild(of: document.root).map { document.text(of: $0) } == "Ende")
    #expect(document.findings.map(\.code) == [.depthLimit])
    #expect(document.findings.first?.count == levels + 1 - TreeBuilder.depthLimit)
  }
}
