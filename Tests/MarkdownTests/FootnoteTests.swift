import HTML
import Model
import Testing

@testable import Markdown

struct FootnoteTests {
  static let options = {
    var options = MarkdownOptions()
    options.footnotes = true
    return options
  }()

  @Test(arguments: [
    // WordPress's own since 6.3.
    (
      """
      <p>Eins<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup>, zwei<sup data-fn="n2" class="fn"><a \
      href="#n2" id="n2-link">2</a></sup>.</p><ol class="wp-block-footnotes"><li id="n1">Die <em>Note</em> <a \
      href="#n1-link">↩︎</a></li><li id="n2">Zweite <a href="#n2-link">↩︎</a></li></ol>
      """,
      "Eins[^1], zwei[^2].\n\n[^1]: Die *Note*\n\n[^2]: Zweite"
    ),
    // Word.
    (
      """
      <p>Eins<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> und<a href="file:///C:/x.htm#_ftn2" name="_ftnref2">[2]</a> \
      mehr.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> Erste.</p><p>Noch ein Absatz.</p><p><a \
      href="#_ftnref2" name="_ftn2">[2]</a> Zweite.</p><p>Danach.</p>
      """,
      "Eins[^1] und[^2] mehr.\n\n---\n\nDanach.\n\n[^1]: Erste.\n\n    Noch ein Absatz.\n\n[^2]: Zweite."
    ),
    // Lines of one paragraph, as classic posts have them.
    (
      """
      <p>Eins<sup><a href="#fn1">1</a></sup>, zwei<sup><a href="#fn2">2</a></sup>.</p><p><strong>Anmerkungen</strong><br>\
      <a name="fn1"></a>1. Erste <em>Note</em><br><a name="fn2"></a>2) Zweite,<br>auf zwei Zeilen</p>
      """,
      "Eins[^1], zwei[^2].\n\n**Anmerkungen**\n\n[^1]: Erste *Note*\n\n[^2]: Zweite,\\\n    auf zwei Zeilen"
    ),
    // Word's divisions, LibreOffice's anchors.
    (
      """
      <p>Eins<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div \
      id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Erste.</p><ul><li>a</li></ul></div>
      """,
      "Eins[^1].\n\n[^1]: Erste.\n\n    - a"
    ),
    // A mark of its own, brackets around the link, words that lead back.
    (
      """
      <p>Eins<sup>[<a href="#note-a" id="back-a">*</a>]</sup></p><div class="footnotes"><hr><ul><li id="note-a">* Text \
      <a href="#back-a">Zurück zum Text</a></li></ul></div>
      """,
      "Eins[^1]\n\n[^1]: Text "
    ),
    // The same note twice, another number than its place.
    (
      """
      <p>a<sup><a id="r1" href="#fn5">5</a></sup> b<sup><a href="#fn5">5</a></sup></p><ol start="5"><li id="fn5"><p>x</p>\
      <pre>y</pre><p><a href="#r1">^</a></p></li></ol>
      """,
      "a[^5] b[^5]\n\n[^5]: x\n\n    ```\n    y\n    ```"
    ),
    // Lines inside of another element, and inside of a division.
    (
      """
      <p>a<sup><a href="#n1" id="r1">1</a></sup> b<a href="#n2"><sup>2</sup></a></p><p><small><a href="#r1" id="n1">1</a> Erste\
      <br><a id="n2"></a><sup>2</sup> Zweite</small></p><div>c<sup><a href="#fn3">3</a></sup><br><a name="fn3"></a>3. x<p>d</p></div>
      """,
      "a[^1] b[^2]\n\nc[^3]\n\nd\n\n[^1]: Erste\n\n[^2]: Zweite\n\n[^3]: x"
    ),
    // Two references in one pair of tags, and what may not touch a reference.
    (
      """
      <p>a!<sup><a href="#fn1">1</a>, <a href="#fn2">2</a></sup>(b)</p><h2>c<sup><a href="#fn2">2</a></sup>: d</h2><ol>\
      <li id="fn1">1. Mai</li><li id="fn2">y</li></ol>
      """,
      "a\\![^1], [^2]\\(b)\n\n## c[^2]\\: d\n\n[^1]: 1\\. Mai\n\n[^2]: y"
    ),
  ])
  func `Footnotes of many makers`(_ html: String, _ expected: String) {
    let trimmed = markdown(html, Self.options)
    #expect(trimmed == expected.trimmingBlanks, "\(trimmed)")
    #expect(markdown(html).contains("[^") == false)
  }

  @Test(arguments: [
    // A note without a reference stays in its list.
    (
      "<p>a<sup><a href='#fn2'>2</a></sup></p><ol><li id='fn1'>x</li><li id='fn2'>y</li></ol>",
      "a[^2]\n\n1. x\n\n[^2]: y"
    ),
    // A reference without a note stays a link.
    ("<p>a<sup><a href='#fn1'>1</a></sup></p>", "a<sup>[1](#fn1)</sup>"),
    // Links between parts of a page are no footnotes.
    (
      "<p><a href='#eins'>1</a></p><h2 id='eins'>Eins</h2><p>Text</p>",
      "[1](#eins)\n\n## <a id=\"eins\"></a>Eins\n\nText"
    ),
    ("<p><a href='#t'>weiter</a></p><p id='t'>Text</p>", "[weiter](#t)\n\n<a id=\"t\"></a>Text"),
    // What stands in HTML stays a link, and so does its note.
    (
      """
      <table><tr><td colspan='2'>a<sup><a href='#fn1'>1</a></sup></td></tr><tr><td>b</td><td>c</td></tr></table><p>d<sup>\
      <a href='#fn2'>2</a></sup></p><ol><li id='fn1'>x</li><li id='fn2'>y</li></ol>
      """,
      """
      <table>\n<tbody>\n<tr><td colspan="2">a<sup><a href="#fn1">1</a></sup></td></tr>\n<tr><td>b</td><td>c</td></tr>\n\
      </tbody>\n</table>\n\nd[^2]\n\n1. <a id="fn1"></a>x\n\n[^2]: y
      """
    ),
    // An empty note would be no footnote.
    (
      "<p>a<sup><a href='#fn1' id='r'>1</a></sup></p><ol><li id='fn1'><a href='#r'>↩</a></li></ol>",
      "a<sup><a id=\"r\"></a>[1](#fn1)</sup>\n\n1. <a id=\"fn1\"></a>[↩](#r)"
    ),
    // What only looks like one.
    ("<p>a [^1] <b>[^</b>2]</p><p>[^1]: b</p>", "a \\[^1] <strong>\\[^</strong>2]\n\n\\[^1\\]: b"),
    ("<p>!<a href=x>^1</a> <img src=y alt='^1'></p>", "\\![\\^1](x) ![\\^1](y)"),
  ])
  func `What is no footnote stays as it is`(_ html: String, _ expected: String) {
    #expect(markdown(html, Self.options) == expected)
  }

  @Test func `A lost, a moved and a changed footnote are each seen`() {
    let html =
      "<p>a<sup><a href='#fn1'>1</a></sup> b<sup><a href='#fn2'>2</a></sup></p><ol><li id='fn1'>x</li><li id='fn2'>y</li></ol>"
    let document = Document(fragment: Array(html.utf8))
    let links = FragmentLinks(below: document.root, in: document).links
    let footnotes = FootnoteReader.footnotes(below: document.root, in: document, links: links)
    #expect(footnotes.notes.count == 2)
    func agrees(_ markdown: String) -> Bool {
      SelfCheck.agree(Array(markdown.utf8), document, from: document.root, Self.options, footnotes)
    }
    #expect(agrees("a[^1] b[^2]\n\n[^1]: x\n\n[^2]: y\n"))
    #expect(agrees("a[^1] b[^2]\n\n[^2]: y\n\n[^1]: x\n"))
    #expect(!agrees("a[^1] b[^2]\n\n[^1]: x\n\n[^2]: z\n"))
    #expect(!agrees("a[^1] b[^2]\n\n[^1]: x\n"))
    #expect(!agrees("a[^2] b[^1]\n\n[^1]: x\n\n[^2]: y\n"))
    #expect(!agrees("a[^1] b\n\n[^1]: x\n\n[^2]: y\n"))
    #expect(!agrees("a[^1] b[^2]\n\n[^1]: x\n\n[^2]: y\n\n[^3]: z[^1]\n\nq\n"))
  }

  @Test func `A block that must become HTML leaves the footnotes of others alone`() {
    let html =
      "<p>a<sup><a href='#fn1'>1</a></sup></p><ol><ol><li>b</li></ol></ol><ul><li id='fn1'>1. x <a href='#r'>y</a></li></ul>"
    let text = MarkdownWriter(options: Self.options).write(Document(fragment: Array(html.utf8)))
    let expected = "a[^1]\n\n<ol>\n<ol>\n<li>b</li>\n</ol>\n</ol>\n\n[^1]: x [y](#r)\n"
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    #expect(text.findings.contains { $0.code == .markdownFallback })
    #expect(!text.findings.contains { $0.code == .markdownDiffers })
  }

  @Test func `Thousands of footnotes are no more work than each alone`() {
    // Each form by itself would be quadratic if every note looked at all others.
    let numbers = 1...3000
    let text = numbers.map { "<p>a<sup><a href='#fn\($0)' id='r\($0)'>\($0)</a></sup></p>" }.joined()
    let lines = numbers.map { "<a name='fn\($0)'></a>\($0). x" }.joined(separator: "<br>")
    let items = numbers.map { "<li id='fn\($0)'>x <a href='#r\($0)'>↩</a></li>" }.joined()
    for notes in ["<p>\(lines)</p>", "<ol>\(items)</ol>"] {
      let options = { () -> MarkdownOptions in
        var options = Self.options
        options.selfCheck = false
        return options
      }()
      let written = markdown(text + notes, options)
      #expect(written.hasSuffix("[^2999]: x\n\n[^3000]: x"))
    }
  }

  @Test func `Random trees with notes say the same`() {
    for seed in 0..<100 {
      var trees = RandomTrees(seed: seed)
      let notes = (1...3).map { number in
        switch seed % 5 {
        case 0: "<li id='fn\(number)'>\(trees.blocks())</li>"
        case 1:
          "<p><a href='#r\(number)' name='fn\(number)'>[\(number)]</a> \(trees.inline())</p>\(trees.blocks())"
        case 2: "<a name='fn\(number)'></a>\(number). \(trees.inline())<br>"
        case 3: "<div id='fn\(number)'><p><sup>\(number)</sup> \(trees.inline())</p>\(trees.blocks())</div>"
        default: "<small><a id='fn\(number)'></a>\(trees.inline())<br></small>"
        }
      }.joined()
      let list = seed % 5 == 0 ? "<ol>\(notes)</ol>" : seed % 5 == 2 ? "<p>\(notes)</p>" : notes
      let html =
        "\(trees.blocks())<p>a<sup><a href='#fn2' id='r2'>2</a></sup></p>\(trees.blocks())<p>b<sup><a href='#fn1'>1</a></sup></p>"
        + list + trees.blocks()
      let document = Document(fragment: Array(html.utf8))
      let text = MarkdownWriter(options: Self.options).write(document)
      #expect(!text.findings.contains { $0.code == .markdownDiffers }, "\(seed): \(String(reflecting: html))")
      // What is not written as a footnote must be written as a link and an item.
      let plain = MarkdownWriter().write(document)
      let rendered = [(text, true), (plain, false)].map { text, hasFootnotes in
        let html = CommonMarkRenderer.html(of: text.bytes, readsFootnotes: hasFootnotes) ?? []
        return Document(fragment: html).textContent(of: Document(fragment: html).root)
          .unicodeScalars.filter { $0.properties.isAlphabetic }.sorted()
      }
      #expect(rendered[0] == rendered[1], "\(seed)")
    }
  }

  @Test(arguments: [
    ("[1]", "1"), (" (12) ", "12"), ("²", "2"), ("**", "**"), ("a", "a"), ("iv", "iv"), ("1)", "1"),
    ("†", "†"),
    ("12345", nil), ("ab", nil), ("#", nil), ("", nil), ("1, 2", nil), ("mehr", nil), ("****", nil),
  ])
  func `Marks`(_ text: String, _ mark: String?) { #expect(FootnoteMark.read(text) == mark) }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
