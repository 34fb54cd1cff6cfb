import HTML
import Testing

struct SerializerTests {
  @Test(arguments: [
    (
      "<p title='a\"b<c>&amp;&nbsp;'>x &amp; y &lt; z &nbsp;</p>",
      "<p title=\"a&quot;b&lt;c&gt;&amp;&nbsp;\">x &amp; y &lt; z &nbsp;</p>"
    ),
    ("<br><img src=a><hr>", "<br><img src=\"a\"><hr>"),
    ("<script>a < b && c</script>", "<script>a < b && c</script>"),
    ("<textarea>a &lt; b</textarea>", "<textarea>a &lt; b</textarea>"),
    ("<template><p>x</template>", "<template><p>x</p></template>"),
    (
      "<svg viewBox='0 0 1 1'><foreignObject><p>x</p></foreignObject></svg>",
      "<svg viewBox=\"0 0 1 1\"><foreignObject><p>x</p></foreignObject></svg>"
    ),
    ("<!-- wp:more --><o:p>x</o:p>", "<!-- wp:more --><o:p>x</o:p>"),
    ("<noscript>a &lt; <b>b</b></noscript>", "<noscript>a &lt; <b>b</b></noscript>"),
  ]) func `HTML is written by the rules of the standard`(source: String, html: String) {
    #expect(String(decoding: Document(fragment: Array(source.utf8)).html, as: UTF8.self) == html)
  }

  @Test func `A page is written with its document type`() {
    let page =
      "<!DOCTYPE html><html lang=\"de\"><head><title>Hof</title></head><body><p>Garten</p></body></html>"
    #expect(String(decoding: Document(parsing: Array(page.utf8)).html, as: UTF8.self) == page)
  }

  @Test func `Inner and outer HTML differ by the element itself`() {
    let document = Document(fragment: Array("<ul class=a><li>x</ul>".utf8))
    let list = document.firstChild(of: document.root)
    #expect(list.map { String(decoding: document.html(of: $0), as: UTF8.self) } == "<li>x</li>")
    #expect(
      list.map { String(decoding: document.outerHTML(of: $0), as: UTF8.self) }
        == "<ul class=\"a\"><li>x</li></ul>")
  }
}
