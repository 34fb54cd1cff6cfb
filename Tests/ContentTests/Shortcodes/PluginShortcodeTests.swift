import Model
import Testing

@testable import Content

struct PluginShortcodeTests {
  @Test(arguments: [
    (
      "[code lang=\"php\"]\n$a < 1 && $b;\n[/code]",
      "<pre><code class=\"language-php\">$a &lt; 1 &amp;&amp; $b;</code></pre>\n"
    ),
    (
      "[sourcecode language='css']a &gt; b[/sourcecode]",
      "<pre><code class=\"language-css\">a &gt; b</code></pre>\n"
    ),
    (
      "[php]echo [1];\n\n\n$x;[/php]",
      "<pre><code class=\"language-php\">echo &#91;1&#93;;\n\n\n$x;</code></pre>\n"
    ),
    ("Ein [code]x[/code] Wort", "<p>Ein <code>x</code> Wort</p>\n"),
    (
      "[crayon lang=\"bash\"][gallery][/crayon]",
      "<pre><code class=\"language-bash\">&#91;gallery&#93;</code></pre>\n"
    ),
    ("<pre>[code]x[/code]</pre>", "<pre>[code]x[/code]</pre>\n"),
    ("[code] ohne Ende", "<p>[code] ohne Ende</p>\n"),
  ]) func `Shortcodes of code plugins become code`(content: String, expected: String) {
    #expect(html(content) == expected)
  }

  @Test func `Unknown shortcodes stay as written, their text is read, and they are counted`() {
    let content = """
      [contact-form-7 id="12" title="Fest"]

      [su_box title="x"]Bitte **bis**

      Freitag[/su_box] [su_box /] [ein Einschub] [1] [Anm. d. Red.] [toc] [e-mail]
      """
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(Array(content.utf8))
    #expect(rendered.usage.shortcodes == ["contact-form-7": 1, "su_box": 2, "toc": 1])
    #expect(rendered.findings.allSatisfy { $0.code == .unknownShortcode })
    #expect(
      String(decoding: rendered.html, as: UTF8.self).contains("[contact-form-7 id=\"12\" title=\"Fest\"]"))
  }

  @Test func `Shortcodes in tags are named`() {
    let text =
      "<a href=\"[datei id='5']\">a</a> <img src=\"[bild]\" alt=\"[Foto]\"> <a href='/x?a[]=1' title='[x] y'>b</a> <!-- [c d=1] -->"
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(Array(text.utf8))
    let found = rendered.findings.filter { $0.code == .attributeShortcode }
    #expect(
      found.map(\.detail)
        == ["bild", "datei"].map { "the shortcode [\($0)] stands in a tag and was kept as written" })
    #expect(String(decoding: rendered.html, as: UTF8.self).contains("href=\"[datei id='5']\""))
  }

  @Test(arguments: [
    ("Wort ((die <em>erste</em> Note)).", "die <em>erste</em> Note"),
    ("Wort((siehe Meier (2010), Seite 3)) und", "siehe Meier (2010), Seite 3"),
    ("Wort[note]die zweite[/note].", "die zweite"), ("Wort[efn_note]die dritte[/efn_note].", "die dritte"),
  ])
  func `Notes in the middle of a line`(_ text: String, _ note: String) {
    let mark = "<sup class=\"fn\"><a href=\"#fn-1\" id=\"fn-1-link\">1</a></sup>"
    let html = html(text)
    #expect(html.contains("Wort\(mark)"), "\(html)")
    #expect(html.contains("<li id=\"fn-1\">\(note) <a"), "\(html)")
  }

  @Test(arguments: [
    "a ((b)) c", "f((x + y))", "if ((foo = bar))", "((am Anfang steht)) es", "Lachen :((( und so)) weiter",
    "<code>a ((eins zwei drei)) b</code>", "a ((eins\nzwei drei)) b", "a ((eins zwei drei) b",
    "[note]\nKasten\n[/note]",
  ])
  func `What is no note stays in its line`(_ text: String) {
    #expect(!html(text).contains("wp-block-footnotes"))
  }

  @Test func `Footnotes of plugins get numbers and a list`() {
    #expect(
      html("Ein Wort[ref]Die <em>Note</em>[/ref].")
        == """
        <p>Ein Wort<sup class="fn"><a href="#fn-1" id="fn-1-link">1</a></sup>.</p>
        <ol class="wp-block-footnotes"><li id="fn-1">Die <em>Note</em> <a href="#fn-1-link">↩︎</a></li></ol>
        """)
  }

  @Test func `Brackets in tags are no shortcodes`() {
    let content = "<p><a title=\"[gallery]\" href=\"#\">x</a><!-- [gallery] --></p>"
    #expect(html(content) == content + "\n")
  }
}
