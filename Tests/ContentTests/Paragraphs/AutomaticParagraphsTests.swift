import Testing

@testable import Content

struct AutomaticParagraphsTests {
  @Test(arguments: [
    ("", ""),
    (" \n\t", ""),
    ("Kiez", "<p>Kiez</p>\n"),
    ("Ein\nZwei", "<p>Ein<br />\nZwei</p>\n"),
    ("Ein\n\nZwei", "<p>Ein</p>\n<p>Zwei</p>\n"),
    ("Ein\r\n\r\nZwei\rDrei", "<p>Ein</p>\n<p>Zwei<br />\nDrei</p>\n"),
    ("Ein<br><br />Zwei", "<p>Ein</p>\n<p>Zwei</p>\n"),
    ("Ein<br />\nZwei", "<p>Ein<br />\nZwei</p>\n"),
    ("<ul>\n<li>Ein</li>\n</ul>", "<ul>\n<li>Ein</li>\n</ul>\n"),
    (
      "Vor\n<blockquote>Wort\n\nWort</blockquote>",
      "<p>Vor</p>\n<blockquote><p>Wort</p>\n<p>Wort</p></blockquote>\n"
    ),
    ("<div>Ein\n\nZwei</div>", "<div>Ein</p>\n<p>Zwei</p></div>\n"),
    ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>\n"),
    ("<a\nhref=\"/x\">Ein</a>", "<p><a\nhref=\"/x\">Ein</a></p>\n"),
    ("<script>\na\n</script>", "<p><script>\na\n</script></p>\n"),
    ("<!--more-->\nZwei", "<p><!--more--><br />\nZwei</p>\n"),
    ("Ein<hr>Zwei", "<p>Ein</p>\n<hr>\n<p>Zwei</p>\n"),
    ("Ein\n\n\n \nZwei\n", "<p>Ein</p>\n<p>Zwei</p>\n"),
    // The later steps see `p` in the names of other tags.
    ("<picture>Ein</picture>", "<picture>Ein</picture>\n"),
  ]) func `Classic text gets the paragraphs WordPress gives it`(text: String, expected: String) {
    #expect(String(decoding: AutomaticParagraphs.apply(to: Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func `Line ends stay line ends where breaks are not wanted`() {
    let html = AutomaticParagraphs.apply(to: Array("Ein\nZwei".utf8), lineBreaks: false)
    #expect(String(decoding: html, as: UTF8.self) == "<p>Ein\nZwei</p>\n")
  }

  @Test(arguments: [
    "<p><li", "<p", "<script>", "<br>", "<p> ", "a</pre>", "<pre>", "<a\n", "<", "<br /> <p", "<object>",
    "<p>\n",
  ]) func `Text that asks for looking ahead again and again ends soon and stays in proportion`(piece: String)
  {
    let text = Array(String(repeating: piece, count: 20_000).utf8)
    #expect(AutomaticParagraphs.apply(to: text).count < 20 * text.count)
  }
}
