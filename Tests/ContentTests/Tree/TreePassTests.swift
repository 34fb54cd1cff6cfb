import HTML
import Model
import Testing

@testable import Content

struct TreePassTests {
  private func tree(_ content: String) -> String {
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(Array(content.utf8))
    return String(decoding: rendered.document.html(of: rendered.document.root), as: UTF8.self)
  }

  @Test func `An address alone on its line is an embed`() {
    let link = "<a class=\"embed\" href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a>"
    #expect(tree("https://a.example/?b=1&c=2") == "<p>\(link)</p>\n")
    #expect(tree("Ein\nhttps://a.example/?b=1&c=2\nZwei") == "<p>Ein<br>\(link)<br>\nZwei</p>\n")
    #expect(tree("Ein https://a.example/ Zwei") == "<p>Ein https://a.example/ Zwei</p>\n")
    #expect(tree("<pre>https://a.example/</pre>") == "<pre>https://a.example/</pre>\n")
  }

  @Test(arguments: [
    "<pre class=\"brush: php; title: x\">a</pre>", "<pre class=\"lang:php decode:true\">a</pre>",
    "<pre class=\"EnlighterJSRAW\" data-enlighter-language=\"php\">a</pre>", "<pre lang=\"php\">a</pre>",
    "<!-- wp:my/code-block {\"language\":\"PHP\"} --><pre>a</pre><!-- /wp:my/code-block -->",
  ]) func `A code block's language is a class`(content: String) {
    #expect(tree(content).contains("class=\"language-php"))
  }

  @Test func `A picture that a script was to load has its address`() {
    #expect(
      tree("<img src=\"data:image/gif;base64,R0lGODlhAQABAAAA\" data-src=\"/a.jpg\">")
        == "<p><img src=\"/a.jpg\"></p>\n")
    #expect(tree("<img src=\"/b.jpg\" data-src=\"/a.jpg\">").contains("src=\"/b.jpg\""))
    #expect(tree("<img data-srcset=\"/a-300x200.jpg 300w, /a.jpg 900w\">").contains("src=\"/a-300x200.jpg\""))
  }

  @Test(arguments: [
    "<img src=\"data:image/svg+xml,x\" data-src=\"/a.jpg\"><noscript><img src=\"/a.jpg\"></noscript>",
    "<a href=\"/x\"><img class=\"lazy\" data-src=\"/a.jpg\"><noscript><img src=\"/a-300x200.jpg\"></noscript></a>",
    "<figure><img src=\"about:blank\"><noscript><img src=\"/a.jpg\"></noscript></figure>",
  ]) func `A picture and its twin for those without scripts come once`(content: String) {
    let html = tree(content)
    #expect(html.split(separator: "<img").count == (html.hasPrefix("<img") ? 1 : 2), "\(html)")
    #expect(html.contains("src=\"/a.jpg\""), "\(html)")
  }

  @Test func `What else stands in a noscript stays`() {
    let html = tree(
      "<p><img src=\"/a.jpg\"><noscript><img src=\"/b.jpg\"></noscript><noscript>Text <img src=\"/a.jpg\"></noscript></p>"
    )
    #expect(html.split(separator: "<img").count == 4, "\(html)")
  }

  @Test func `Of a picture without an address its words are left`() {
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(
      Array("<p>a <img alt=\"b\"><img> <img src=\"\"></p>".utf8))
    #expect(
      String(decoding: rendered.document.html(of: rendered.document.root), as: UTF8.self) == "<p>a b </p>\n")
    #expect(rendered.findings.map(\.code) == [.imageWithoutAddress])
    #expect(rendered.findings.first?.count == 3)
  }

  @Test(arguments: [
    "<?php if ($a < 3 && $b > 1) { echo \"<b>&amp;</b>\"; } ?>", "<?= $x->y ?> und <?xml version=\"1.0\"?>",
    "<?php offen",
  ]) func `Program text in code is kept byte for byte`(code: String) {
    for (before, after) in [
      ("<pre>", "</pre>"), ("<p>a <code>", "</code> b</p>"),
      ("<!-- wp:code --><pre class=\"wp-block-code\"><code>", "</code></pre><!-- /wp:code -->"),
    ] {
      let document = ContentRenderer(lookup: NoContentLookup()).render(Array((before + code + after).utf8))
        .document
      #expect(document.textContent(of: document.root).contains(code))
    }
  }
}
