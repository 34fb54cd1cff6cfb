import Reconstruction
import Testing

@Suite struct PageWriterTests {
  private func page(language: String = "de-DE") -> PostPage {
    PostPage(
      title: "Fest & Feier", language: language, siteName: "QM <Musterkiez>",
      siteURL: "https://qm-musterkiez.example/", permalink: "https://qm-musterkiez.example/fest/?a=1&b=\"2\"",
      bodyHTML: Array("<p>Alle kommen.</p>".utf8))
  }

  private func html(_ page: PostPage) -> String { String(decoding: PageWriter.html(page), as: UTF8.self) }

  @Test func `Text is escaped and the body is not`() {
    let text = html(page())
    #expect(text.contains("<h1>Fest &amp; Feier</h1>"))
    #expect(text.contains("QM &lt;Musterkiez&gt;"))
    #expect(text.contains(#"href="https://qm-musterkiez.example/fest/?a=1&amp;b=&quot;2&quot;""#))
    #expect(text.contains("<p>Alle kommen.</p>"))
  }

  @Test(arguments: [("de-DE", "wiederhergestellt"), ("de", "wiederhergestellt"), ("fr", "reconstructed")])
  func `A page says in the site's language that it was rebuilt`(language: String, word: String) {
    #expect(html(page(language: language)).contains(word))
  }

  @Test func `A page says its language and encoding and needs no other file`() {
    let text = html(page())
    #expect(text.contains(#"<html lang="de-DE">"#))
    #expect(text.contains(#"<meta charset="utf-8">"#))
    #expect(!text.contains("<script"))
    #expect(!text.contains("rel=\"stylesheet\""))
  }

  @Test func `Comments stand in their thread and pings apart`() {
    var page = page()
    page.comments = [
      PostPage.Comment(
        author: "Ayşe", date: "2016-05-24 18:00", depth: 0, bodyHTML: Array("<p>Schön!</p>".utf8)),
      PostPage.Comment(
        author: "Bernd", date: "2016-05-24 19:00", depth: 1, bodyHTML: Array("<p>Ja.</p>".utf8)),
    ]
    page.pings = [("Nachbarblog", "https://nachbar.example/")]
    let text = html(page)
    #expect(text.contains("Kommentare (2)"))
    #expect(text.contains("margin-left:2rem"))
    #expect(text.contains(#"<li><a href="https://nachbar.example/">Nachbarblog</a></li>"#))
  }

  @Test func `A page without a title is called untitled`() {
    var page = page()
    page.title = ""
    #expect(html(page).contains("<h1>Ohne Titel</h1>"))
  }
}
