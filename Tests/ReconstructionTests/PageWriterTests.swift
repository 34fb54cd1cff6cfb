import Reconstruction
import Testing

@Suite struct PageWriterTests {
  private func page() -> PostPage {
    PostPage(
      title: "Fest & Feier", permalink: "https://qm-musterkiez.example/fest/?a=1&b=\"2\"",
      bodyHTML: Array("<p>Alle kommen.</p>".utf8))
  }

  private func frame(language: String = "de-DE") -> PageFrame {
    var navigation = PageFrame.Navigation()
    navigation.menu = [PageLink("Über uns", url: "/ueber-uns/")]
    navigation.categories = [PageLink("Feste & Märkte", url: "/category/feste/")]
    navigation.years = [PageLink("2016", url: "/2016/")]
    return PageFrame(
      language: language, siteName: "QM <Musterkiez>", siteURL: "https://qm-musterkiez.example/",
      navigation: navigation)
  }

  private func html(_ page: PostPage, language: String = "de-DE") -> String {
    String(decoding: PageWriter.html(page, in: frame(language: language)), as: UTF8.self)
  }

  @Test func `Text is escaped and the body is not`() {
    let text = html(page())
    #expect(text.contains("<h1>Fest &amp; Feier</h1>"))
    #expect(text.contains("QM &lt;Musterkiez&gt;"))
    #expect(text.contains(#"href="https://qm-musterkiez.example/fest/?a=1&amp;b=&quot;2&quot;""#))
    #expect(text.contains("<p>Alle kommen.</p>"))
  }

  @Test(arguments: [("de-DE", "wiederhergestellt"), ("de", "wiederhergestellt"), ("fr", "reconstructed")])
  func `A page says in the site's language that it was rebuilt`(language: String, word: String) {
    #expect(html(page(), language: language).contains(word))
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

  @Test func `A page has landmarks, a way past the menu and the site's navigation`() {
    let text = html(page())
    for part in [
      ##"<a class="skip" href="#content">Zum Inhalt</a>"##, #"<main id="content">"#,
      #"<header class="site">"#,
      #"<nav aria-label="Menü">"#, #"<li><a href="https://qm-musterkiez.example/">Startseite</a></li>"#,
      #"<li><a href="/ueber-uns/">Über uns</a></li>"#, #"<nav aria-label="Kategorien">"#,
      #"<li><a href="/category/feste/">Feste &amp; Märkte</a></li>"#, #"<li><a href="/2016/">2016</a></li>"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.ranges(of: "<h1>").count == 1)
  }

  @Test func `A post leads to its neighbours, its author's posts and its terms`() {
    var page = page()
    page.author = PageLink("Die Redaktion", url: "/author/redaktion/")
    page.date = "2016-05-24 12:15"
    page.tags = [PageLink("Kuchen", url: "/tag/kuchen/"), PageLink("Lose")]
    page.previous = PageLink("Davor", url: "/davor/")
    let text = html(page)
    #expect(
      text.contains(#"<time>2016-05-24 12:15</time> von <a href="/author/redaktion/">Die Redaktion</a>"#))
    #expect(text.contains(#"Schlagwörter: <a href="/tag/kuchen/">Kuchen</a>, Lose"#))
    #expect(text.contains(#"<a rel="prev" href="/davor/"><span>← Vorheriger Beitrag:</span> Davor</a>"#))
    #expect(!text.contains(#"<a rel="next""#))
  }

  @Test func `A list says which page it is and leads back and on`() {
    let teaser = Teaser(
      title: PageLink("", url: "/1/"), date: "2016-05-24 12:15", author: nil, text: Array("Fünf < sechs".utf8)
    )
    var list = IndexPage(
      title: "Kategorie: Feste", permalink: "https://qm-musterkiez.example/category/feste/page/2/", number: 2,
      count: 3, entriesHTML: teaser.html(in: frame()))
    list.newer = "/category/feste/"
    list.older = "/category/feste/page/3/"
    let text = String(decoding: list.html(in: frame()), as: UTF8.self)
    for part in [
      "<title>Kategorie: Feste – Seite 2 – QM &lt;Musterkiez&gt;</title>", "Seite 2 von 3",
      #"<h2><a href="/1/">Ohne Titel</a></h2>"#, "<p>Fünf &lt; sechs</p>",
      #"<a rel="prev" href="/category/feste/"><span>← Neuere</span></a>"#,
      #"<a rel="next" href="/category/feste/page/3/"><span>Ältere →</span></a>"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `A list without entries says so`() {
    let list = IndexPage(title: "Leer", permalink: "/", number: 1, count: 1, entriesHTML: [])
    #expect(String(decoding: list.html(in: frame()), as: UTF8.self).contains("Hier steht kein Beitrag."))
  }
}
