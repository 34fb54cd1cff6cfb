import HTML
import Model
import Testing

@testable import Markdown

struct RoundTripTests {
  /// What the writer alone says otherwise and the self-check turns into HTML.
  static let knownWithoutCheck: Set<String> = ["<ol><ol><li>a</li></ol></ol>"]

  @Test(arguments: Cases.groups)
  func `Every case says the same in Markdown`(_ group: String) throws {
    for html in try Cases.html(of: group) {
      let document = Document(fragment: Array(html.utf8))
      let text = MarkdownWriter().write(document)
      #expect(SelfCheck.agree(text.bytes, document, from: document.root, MarkdownOptions()), "\(html)")
      #expect(!text.findings.contains { $0.code == .markdownDiffers }, "\(html)")
    }
  }

  @Test(arguments: Cases.groups)
  func `The writer needs the self-check only where it is known to`(_ group: String) throws {
    for html in try Cases.html(of: group) where !Self.knownWithoutCheck.contains(html) {
      let document = Document(fragment: Array(html.utf8))
      let text = MarkdownWriter(options: unchecked).write(document)
      #expect(
        SelfCheck.agree(text.bytes, document, from: document.root, MarkdownOptions()),
        "\(html)\n\(String(decoding: text.bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: Cases.groups)
  func `Every dialect's spelling is good CommonMark`(_ group: String) throws {
    for dialect in [MarkdownDialect.kramdown, .pythonMarkdown] {
      let options = MarkdownOptions(dialect: dialect)
      for html in try Cases.html(of: group) {
        let document = Document(fragment: Array(html.utf8))
        let text = MarkdownWriter(options: options).write(document)
        #expect(SelfCheck.agree(text.bytes, document, from: document.root, options), "\(html)")
      }
    }
  }

  @Test func `There are more than four hundred cases`() throws {
    #expect(try Cases.groups.map { try Cases.html(of: $0).count }.reduce(0, +) > 400)
  }

  @Test func `Lost text, a lost break and lost structure are each seen`() {
    let document = Document(fragment: Array("<p>eins <b>zwei</b><br>drei</p><ul><li>vier</li></ul>".utf8))
    func agrees(_ markdown: String) -> Bool {
      SelfCheck.agree(Array(markdown.utf8), document, from: document.root, MarkdownOptions())
    }
    #expect(agrees("eins **zwei**\\\ndrei\n\n- vier\n"))
    #expect(!agrees("eins **zwei**\\\ndrei\n\n- fier\n"))
    #expect(!agrees("eins **zwei**\ndrei\n\n- vier\n"))
    #expect(!agrees("eins *zwei*\\\ndrei\n\n- vier\n"))
    #expect(!agrees("eins **zwei**\\\ndrei\n\n1. vier\n"))
    #expect(!agrees("eins**zwei**\\\ndrei\n\n- vier\n"))
  }
}

struct RandomTreeTests {
  @Test func `Random trees say the same in Markdown`() {
    for seed in 0..<1500 {
      var trees = RandomTrees(seed: seed)
      let html = trees.blocks()
      let document = Document(fragment: Array(html.utf8))
      let text = MarkdownWriter().write(document)
      #expect(
        SelfCheck.agree(text.bytes, document, from: document.root, MarkdownOptions()),
        "\(seed): \(String(reflecting: html))")
      #expect(!text.findings.contains { $0.code == .markdownDiffers }, "\(seed)")
    }
  }

  @Test func `A text that is compared stretch by stretch is written like one that is compared as a whole`() {
    var agreed = 0
    for seed in 0..<100 {
      // Several trees behind each other, with paragraphs between them for stretches to end at.
      var trees = RandomTrees(seed: seed)
      let html = (0..<4).map { _ in trees.blocks() + "<p>" + trees.words() + "</p><p>Ende</p>" }.joined()
      let document = Document(fragment: Array(html.utf8))
      var check = SelfCheck(document: document, options: MarkdownOptions(), node: document.root)
      let whole = check.write()
      check.stretchLength = 1
      let stretched = check.write()
      #expect(stretched.bytes == whole.bytes, "\(seed): \(String(reflecting: html))")
      #expect(stretched.findings == whole.findings, "\(seed)")
      var writer = BlockWriter(document, MarkdownOptions())
      writer.writeAll(from: document.root)
      if check.agreesInStretches(writer) { agreed += 1 }
    }
    #expect(agreed > 75)
  }

  @Test func `A stretch that says something else is seen`() {
    let document = Document(fragment: Array("<p>eins</p><p>zwei</p><ul><li>drei</li></ul>".utf8))
    var check = SelfCheck(document: document, options: MarkdownOptions(), node: document.root)
    check.stretchLength = 1
    var writer = BlockWriter(document, MarkdownOptions())
    writer.writeAll(from: document.root)
    #expect(check.agreesInStretches(writer))
    for place in writer.output.indices where (0x61...0x7A).contains(writer.output[place]) {
      var damaged = writer
      damaged.output[place] ^= 1
      #expect(!check.agreesInStretches(damaged), "\(place)")
    }
  }

  @Test func `Any number of threads find the same`() async {
    // The library that checks keeps what it knows of tildes in one place for all threads.
    let texts = [
      "<p>a <del>b</del> ~c~ <b>d</b></p><ul><li>e <s>f</s></li></ul>", "<p>a <em>b</em> <b>d</b> [e]</p>",
    ].map { Array($0.utf8) }
    let expected = texts.map { MarkdownWriter().write(Document(fragment: $0)).bytes }
    await withTaskGroup(of: Int.self) { group in
      for task in 0..<6 {
        group.addTask {
          (0..<300).count { _ in
            let text = MarkdownWriter().write(Document(fragment: texts[task % 2]))
            return text.bytes != expected[task % 2] || !text.findings.isEmpty
          }
        }
      }
      for await differing in group { #expect(differing == 0) }
    }
  }
}
