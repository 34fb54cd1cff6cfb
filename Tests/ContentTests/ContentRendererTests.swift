import Model
import Testing

@testable import Content

/// A site of a few things, for tests.
struct SmallSite: ContentLookup {
  var items: [String: ContentItem] = [:]
  var media: [String: ContentAttachment] = [:]
  var children: [String: [String]] = [:]

  func item(_ id: String) -> ContentItem? { items[id] }
  func attachment(_ id: String) -> ContentAttachment? { media[id] }
  func attachments(ofParent id: String) -> [ContentAttachment] {
    (children[id] ?? []).compactMap { media[$0] }
  }
}

/// Renders content and gives the HTML as a string.
func html(_ content: String, _ site: SmallSite = SmallSite(), id: String? = nil) -> String {
  let rendered = ContentRenderer(lookup: site).render(Array(content.utf8), id: id)
  return String(decoding: rendered.html, as: UTF8.self)
}

struct ContentRendererTests {
  @Test func `A caption becomes a figure`() {
    #expect(
      html(
        "[caption id=\"attachment_3\" align=\"alignleft\" width=\"300\"]<img src=\"/a.jpg\" /> Der <em>Garten</em>[/caption]"
      )
        == """
        <figure class="wp-caption alignleft"><img src="/a.jpg" /><figcaption class="wp-caption-text">Der \
        <em>Garten</em></figcaption></figure>

        """)
  }

  @Test func `Block delimiters go and text outside of blocks gets paragraphs`() {
    let content =
      "Davor\n\nText\n<!-- wp:paragraph {\"align\":\"left\"} -->\n<p>Drin</p>\n<!-- /wp:paragraph -->"
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(Array(content.utf8))
    #expect(String(decoding: rendered.html, as: UTF8.self) == "<p>Davor</p>\n<p>Text</p>\n\n<p>Drin</p>\n")
    #expect(rendered.findings.map(\.code) == [.freeformParagraphs])
    #expect(rendered.usage.blocks == ["core/paragraph": 1])
  }

  @Test func `A reusable block stands where it is used and never in itself`() {
    let site = SmallSite(items: [
      "7": ContentItem(
        type: "wp_block",
        content: "<!-- wp:paragraph --><p>Gemeinsam</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":7} /-->")
    ])
    let rendered = ContentRenderer(lookup: site).render(Array("<!-- wp:block {\"ref\":7} /-->".utf8))
    #expect(String(decoding: rendered.html, as: UTF8.self).hasPrefix("<p>Gemeinsam</p>"))
    #expect(rendered.findings.map(\.code) == [.missingReusableBlock])
  }

  @Test func `Marks are recorded and all text is kept`() {
    let content = "Ein\n<!--more Weiter im Text-->\nZwei<!--noteaser--> Drei<!--nextpage-->Vier"
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(Array(content.utf8))
    #expect(rendered.marks.hasMore)
    #expect(rendered.marks.moreText == "Weiter im Text")
    #expect(rendered.marks.hidesTeaser)
    #expect(rendered.marks.pageBreaks == 1)
    #expect(
      String(decoding: rendered.html, as: UTF8.self)
        == "<p>Ein</p>\n<!--more Weiter im Text-->\n<p>Zwei<!--noteaser--> Drei</p>\n<!--nextpage-->\n<p>Vier</p>\n"
    )
  }

  @Test func `Shortcodes in a reusable block are run`() {
    let site = SmallSite(items: [
      "7": ContentItem(
        type: "wp_block", content: "<!-- wp:shortcode -->[code]x\ny[/code]<!-- /wp:shortcode -->")
    ])
    #expect(html("<!-- wp:block {\"ref\":7} /-->", site) == "<pre><code>x\ny</code></pre>\n")
  }

  @Test(arguments: [
    "<!--more", "[a1]", "<!-- wp:a {", "[vc_raw_html]", "[code]", "<!--", "[x", "[[", "{:", "<pre>[</pre>",
  ])
  func `Content that asks for looking ahead again and again ends soon`(piece: String) {
    #expect(html("Wort " + String(repeating: piece, count: 20_000)).contains("Wort"))
  }
}
