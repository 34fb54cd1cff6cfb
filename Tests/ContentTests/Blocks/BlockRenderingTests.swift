import Model
import Testing

@testable import Content

struct BlockRenderingTests {
  private func render(_ content: String, meta: [MetaEntry] = []) -> RenderedContent {
    ContentRenderer(lookup: NoContentLookup()).render(Array(content.utf8), meta: meta)
  }

  @Test func `What the site computed leaves a placeholder and a finding`() {
    let rendered = render("<!-- wp:latest-posts {\"postsToShow\":3} /-->")
    #expect(
      String(decoding: rendered.html, as: UTF8.self)
        == "<p class=\"placeholder\"><em>(latest-posts: computed by the site whenever it was shown)</em></p>\n"
    )
    #expect(rendered.findings.map(\.code) == [.dynamicBlock])
  }

  @Test func `What was computed as a whole leaves one placeholder`() {
    let rendered = render(
      "<!-- wp:query --><div><!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template --></div><!-- /wp:query -->"
    )
    #expect(
      String(decoding: rendered.html, as: UTF8.self)
        == "<div></div><p class=\"placeholder\"><em>(query: computed by the site whenever it was shown)</em></p>\n"
    )
    #expect(rendered.findings.count == 3)
  }

  @Test func `An empty block leaves nothing`() {
    let rendered = render("<!-- wp:group -->\n<!-- /wp:group --><!-- wp:spacer /-->")
    #expect(String(decoding: rendered.html, as: UTF8.self) == "\n")
    #expect(rendered.findings.isEmpty)
  }

  @Test func `Words that replace those of a pattern are kept`() {
    let site = SmallSite(items: ["7": ContentItem(type: "wp_block", content: "<p>Muster</p>")])
    let content = "<!-- wp:block {\"ref\":7,\"content\":{\"Titel\":{\"content\":\"Eigenes Wort\"}}} /-->"
    #expect(html(content, site).contains("<p>Eigenes Wort</p>"))
  }

  @Test func `A menu's entries are links in their order`() {
    let content =
      "<!-- wp:navigation-submenu {\"label\":\"Oben\",\"url\":\"/o\"} --><!-- wp:navigation-link {\"label\":\"Unten\",\"url\":\"/u\"} /--><!-- /wp:navigation-submenu -->"
    #expect(html(content) == "<p><a href=\"/o\">Oben</a></p><p><a href=\"/u\">Unten</a></p>")
  }

  @Test(arguments: [
    (
      "<!-- wp:navigation-link {\"label\":\"Über uns\",\"url\":\"/a?b=1&c=2\"} /-->",
      "<p><a href=\"/a?b=1&amp;c=2\">Über uns</a></p>"
    ),
    (
      "<!-- wp:acf/box {\"data\":{\"_t\":\"field_1\",\"t\":\"Ein Wort\",\"farbe\":\"red\"}} /-->",
      "<p>Ein Wort</p>\n"
    ),
    (
      "<!-- wp:embed {\"url\":\"https://a.example/\"} /-->",
      "<p><a class=\"embed\" href=\"https://a.example/\">https://a.example/</a></p>"
    ),
    ("<!-- wp:search {\"label\":\"Suche\"} /-->", "<p>Suche</p>\n"),
  ]) func `Words that stand only in settings are shown`(content: String, expected: String) {
    let rendered = render(content)
    #expect(String(decoding: rendered.html, as: UTF8.self) == expected)
    #expect(rendered.findings.contains { $0.code == .attributeText })
  }

  @Test func `The HTML of unknown blocks is kept and counted`() {
    let rendered = render(
      "<!-- wp:my/box --><div>Wort</div><!-- /wp:my/box --><!-- wp:my/box --><div>Wort</div><!-- /wp:my/box -->"
    )
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<div>Wort</div><div>Wort</div>")
    #expect(rendered.findings.map(\.count) == [2])
    #expect(rendered.usage.blocks == ["my/box": 2])
  }

  @Test func `Text behind a stray closer is read on`() {
    let rendered = render(
      "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- /wp:x --><!-- wp:code --><pre>b</pre><!-- /wp:code -->"
    )
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<p>a</p><pre>b</pre>")
    #expect(rendered.findings.map(\.code) == [.strayBlockCloser])
  }

  @Test func `Blocks that never end say their text once`() {
    let rendered = render("<!-- wp:group --><div><!-- wp:group --><div><p>a</p></div></div>")
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<div><div><p>a</p></div></div>")
    #expect(rendered.findings.map(\.code) == [.unclosedBlock])
    #expect(rendered.findings.map(\.count) == [2])
  }

  @Test func `Footnotes without their block are put at the end`() {
    let meta = [MetaEntry(key: "footnotes", value: "[{\"content\":\"Note\",\"id\":\"n1\"}]")]
    let text =
      "<!-- wp:paragraph --><p>a<sup data-fn=\"n1\" class=\"fn\"><a href=\"#n1\">1</a></sup></p><!-- /wp:paragraph -->"
    let rendered = render(text, meta: meta)
    #expect(
      String(decoding: rendered.html, as: UTF8.self).hasSuffix(
        "<li id=\"n1\">Note <a href=\"#n1-link\">↩︎</a></li></ol>"))
    #expect(rendered.findings.map(\.code) == [.hiddenFootnotes])
  }

  @Test func `Footnotes come from their field`() {
    let meta = [MetaEntry(key: "footnotes", value: "[{\"content\":\"Die <em>Note<\\/em>\",\"id\":\"n1\"}]")]
    let rendered = render("<!-- wp:footnotes /-->", meta: meta)
    #expect(
      String(decoding: rendered.html, as: UTF8.self)
        == "<ol class=\"wp-block-footnotes\"><li id=\"n1\">Die <em>Note</em> <a href=\"#n1-link\">↩︎</a></li></ol>"
    )
  }

  @Test func `A very deep nesting is no danger`() {
    let depth = 20_000
    let content =
      String(repeating: "<!-- wp:group -->", count: depth) + "Wort"
      + String(repeating: "<!-- /wp:group -->", count: depth)
    #expect(String(decoding: render(content).html, as: UTF8.self) == "Wort")
  }
}
