import HTML
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
  }
}
