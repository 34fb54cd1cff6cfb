import HTML
import Testing

struct VisibleTextTests {
  @Test(arguments: [
    ("<p>Guten\n   <b>Tag</b> !</p><p>Neu", "Guten Tag !\n\nNeu"),
    ("a<br>b<br><br>c", "a\nb\n\nc"),
    ("<div>a<br></div><div>b</div>", "a\nb"),
    ("<div>a</div><br><div>b</div>", "a\n\nb"),
    ("<ul><li>Hof<li>Garten<ul><li>Beet</ul></ul>Ende", "Hof\nGarten\nBeet\nEnde"),
    ("x<pre>\n  a\n\n    b</pre>y", "x\n  a\n\n    b\ny"),
    ("<table><tr><td>a</td> <td> b<tr><th>c<th>d</table>", "a\tb\nc\td"),
    ("a<script>b</script><style>c</style><template>d</template><i hidden>e</i><!-- f -->g", "ag"),
    ("a<video>kein Film</video><iframe>kein Rahmen</iframe>b", "ab"),
    ("a &nbsp; b", "a \u{A0} b"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢kan"),
    ("<svg><title>t</title><text>Bild</text></svg>", "Bild"),
    ("   \n  ", ""),
  ]) func `Text is extracted as a browser shows it`(source: String, text: String) {
    #expect(Document(fragment: Array(source.utf8)).visibleText == text)
  }

  @Test func `The text of a part begins and ends with the part`() {
    let document = Document(fragment: Array("<p>a<i>b <b>c</b></i>d<p>e".utf8))
    let part = document.descendants(of: document.root).first { document.isElement($0, .i) }
    #expect(part.map { document.visibleText(of: $0) } == "b c")
  }
}
