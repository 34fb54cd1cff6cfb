import Bytes
import Model
import Testing

@testable import Pages

/// Manners of themes beyond WordPress's own, each as small as it can be.
@Suite struct ThemeMannerTests {
  private func read(_ html: String, captured: UTCTime? = nil) -> PageReading {
    var source = PageSource(input: "seite.html")
    source.address = "https://qm-musterkiez.example/category/aktuelles/"
    source.captured = captured
    return PageReader().read(Array(html.utf8), source: source)
  }

  private static let relative = """
    <body class="archive category"><article class="post-31 post type-post hentry ast-article-post"><header class="entry-header">
    <h2 class="entry-title"><a href="/das-fest/" rel="bookmark">Gestern im Hof</a></h2><div class="entry-meta">Von <span class="author vcard"><a
    class="url fn n" href="/author/jana/" rel="author">Jana Muster</a></span> / <span class="posted-on">vor 3 Tagen</span></div></header>
    <div class="entry-content"><p>Wir feiern mit allen und noch mehr […]</p><p class="read-more"><a href="/das-fest/">Weiterlesen »</a></p></div></article>
    """

  @Test func `A date that is so long ago is counted back from when the page was saved`() throws {
    let reading = read(Self.relative, captured: UTCTime("2022-07-20 08:30:00"))
    let entry = try #require(reading.entries.first)
    #expect(entry.item.date?.raw == "vor 3 Tagen")
    #expect(entry.item.date?.civil?.description == "2022-07-17T00:00:00Z")
    #expect(entry.item.findings.map(\.code) == [.relativeDate])
    #expect(entry.excerptText == "Wir feiern mit allen und noch mehr […]")
    let unknown = try #require(read(Self.relative).entries.first)
    #expect(unknown.item.date == nil)
    #expect(unknown.item.findings.map(\.code) == [.relativeDate])
  }

  @Test(arguments: [
    ("vor einer Woche", "2022-07-13"), ("2 days ago", "2022-07-18"), ("gestern", "2022-07-19"),
    ("Posted an hour ago", "2022-07-20"), ("vor 2 Monaten", nil),
    ("Heute ist ein guter Tag für den Hof", nil),
    ("vor dem Haus", nil),
  ])
  func `What so much time ago means`(text: String, day: String?) throws {
    let saved = try #require(UTCTime("2022-07-20 08:30:00"))
    #expect(RelativeDate(in: text)?.moment(before: saved)?.dateText == day)
  }

  @Test func `Author, date and categories in one line without any class`() {
    let reading = read(
      """
      <body><div id="content"><div class="artikel"><h2><a href="/2014/03/markt/">Der Markt</a></h2>
      <p class="info">von Jana Muster | 12. März 2014 | <a href="/category/feste/">Feste</a></p>
      <p>Am Samstag ist wieder Markt. <a href="/2014/03/markt/">mehr &raquo;</a></p></div>
      <div class="artikel"><h2><a href="/2014/02/schnee/">Schnee</a></h2><p class="info">2. Februar 2014, von Olaf Kiez, Kategorie: <a
      href="/?cat=4">Wetter</a></p><p>Es schneit. <a href="/2014/02/schnee/">mehr &raquo;</a></p></div></div>
      """)
    #expect(reading.entries.map(\.item.title) == ["Der Markt", "Schnee"])
    #expect(reading.entries.map(\.author) == ["Jana Muster", "Olaf Kiez"])
    #expect(reading.entries.map { $0.item.date?.civil?.dateText } == ["2014-03-12", "2014-02-02"])
    #expect(reading.entries.map { $0.item.terms.map(\.name) } == [["Feste"], ["Wetter"]])
    #expect(reading.entries.map(\.excerptText) == ["Am Samstag ist wieder Markt.", "Es schneit."])
  }

  @Test func `A more-link that is a picture`() {
    let reading = read(
      """
      <body><div class="post" id="post-5"><h3><a href="/2011/04/baum/">Ein Baum</a></h3><div class="date">14.04.2011</div><div class="entry">
      <p>Gepflanzt wurde er gestern. <a href="/2011/04/baum/"><img src="/weiter.gif" alt="weiterlesen"></a></p></div></div>
      """)
    #expect(reading.entries.map { $0.moreLink?.label } == ["weiterlesen"])
    #expect(reading.entries.map(\.item.excerpt) == ["<p>Gepflanzt wurde er gestern. </p>"])
  }

  @Test func `A card whose link says its title only to screen readers`() {
    let reading = read(
      """
      <body class="archive tag"><main><article class="card post-71 post type-post hentry"><a href="/garten/" aria-label="Der Garten blüht"></a>
      <div class="card-body"><time datetime="2023-05-04T09:00:00+02:00">4. Mai 2023</time><p class="excerpt">Alles grünt.</p></div></article>
      <article class="card post-70 post type-post hentry"><a href="/beet/" aria-label="Mehr lesen über das Beet"></a><a href="/beet/" title="Das
      Beet"></a><p class="excerpt">Neu angelegt.</p></article></main>
      """)
    #expect(reading.entries.map(\.item.title) == ["Der Garten blüht", "Das Beet"])
    #expect(reading.entries.map(\.item.link).last == "https://qm-musterkiez.example/beet/")
  }

  @Test func `When a post was changed is not its date, and of two dates the permalink knows`() {
    let reading = read(
      """
      <body class="archive author"><article class="fusion-post-grid post post-61 type-post hentry"><h2 class="entry-title"><a
      href="/2020/02/katze/">Die Katze</a></h2><p class="meta">Von Jana<span class="updated">2020-03-01T09:00:00+01:00</span>| 11. Februar 2020 |</p>
      <div class="excerpt"><p>Sie schläft [...]</p></div></article>
      <article class="post post-60 type-post hentry"><h2 class="entry-title"><a href="/2020/01/hund/">Der Hund</a></h2>
      <p class="date">Geändert am 3. März 2020</p><p>Geschrieben am 7. Januar 2020</p><div class="excerpt"><p>Er bellt.</p></div></article>
      """)
    #expect(reading.entries.map { $0.item.date?.civil?.dateText } == ["2020-02-11", "2020-01-07"])
    #expect(reading.entries.allSatisfy { $0.item.findings.isEmpty })
  }

  @Test func `A grid of Divi's kind: h3 titles, sticky, several categories`() {
    let reading = read(
      """
      <body class="blog"><div class="et_pb_blog_grid"><article id="post-80" class="et_pb_post post-80 post type-post hentry sticky"><h3
      class="entry-title"><a href="/b/">Zweitens</a></h3><p class="post-meta">von <span class="author vcard"><a href="/author/olaf/"
      rel="author">Olaf Kiez</a></span> | <span class="published">Mai 30, 2021</span> | <a href="/category/neues/" rel="category tag">Neues</a>, <a
      href="/category/alt/" rel="category tag">Altes</a> | 2 Kommentare</p><div class="post-content"><div class="post-content-inner"><p>Das ist der
      zweite Text...</p></div><a href="/b/" class="more-link">mehr lesen</a></div></article></div>
      """)
    let entry = reading.entries.first
    #expect(entry?.excerptText == "Das ist der zweite Text...")
    #expect(entry?.item.terms.map(\.name) == ["Neues", "Altes"])
    #expect(entry?.item.terms.map(\.slug) == ["neues", "alt"])
    #expect(entry?.item.date?.civil?.dateText == "2021-05-30")
    #expect(entry?.author == "Olaf Kiez")
    #expect(entry?.isSticky == true)
  }

  @Test func `English: posted on, by, filed under, replies, a cut excerpt`() {
    let reading = read(
      """
      <body class="search search-results"><article class="post-12 post type-post hentry"><h2 class="entry-title"><a href="/2012/08/yard/"
      rel="bookmark">The yard</a></h2><div class="entry-meta">Posted on <a href="/2012/08/yard/" rel="bookmark">August 9, 2012</a> by <span
      class="author vcard"><a class="url fn n" href="/author/j/">Jana</a></span></div><div class="entry-summary"><p>We swept the yard
      [&hellip;]</p></div><footer class="entry-meta">Posted in <a href="/category/news/" rel="category tag">News</a> | Tagged <a href="/tag/broom/"
      rel="tag">broom</a> | <a href="/2012/08/yard/#comments">2 Replies</a></footer></article>
      """)
    let entry = reading.entries.first
    #expect(entry?.excerptText == "We swept the yard […]")
    #expect(entry?.item.date?.civil?.dateText == "2012-08-09")
    #expect(entry?.author == "Jana")
    #expect(entry?.item.terms.map(\.name) == ["News", "broom"])
    #expect(entry?.commentCount == 2)
  }

  @Test(arguments: [
    (
      "QM Musterkiez – Garten",
      "<TABLE><TR><TD><SCRIPT>x()</SCRIPT><FONT SIZE=5>QM Musterkiez</FONT><TR><TD>Garten</TABLE>"
    ),
    ("Garten « QM Musterkiez", "<p>Zum Inhalt</p><h2>Garten</h2>"), ("QM Musterkiez", "<p>Garten</p>"),
  ])
  func `The site's name is the part of the title that stands at the top of the page, or the last`(
    title: String, body: String
  ) {
    #expect(read("<title>\(title)</title><body>\(body)").site.title == "QM Musterkiez")
  }

  @Test func `The heading of an archive in a table is no kicker`() {
    let reading = read(
      """
      <BODY><TABLE><TR><TD VALIGN=TOP><FONT SIZE=5>Archiv f&uuml;r M&auml;rz 2009</FONT><HR><A HREF="/?p=21"><FONT SIZE=4>Putz</FONT></A><BR>
      <FONT SIZE=1>28. M&auml;rz 2009, von Jana Muster</FONT><P>Alle fegen mit. <A HREF="/?p=21#more-21">(weiter&hellip;)</A></TABLE>
      """)
    #expect(reading.entries.map(\.item.title) == ["Putz"])
    #expect(reading.entries.map(\.item.kicker) == [nil])
    #expect(reading.entries.map(\.author) == ["Jana Muster"])
  }

  @Test func `A caption inside an excerpt stays with its picture, once, and is none of its words`() {
    let reading = read(
      """
      <body class="archive"><article class="post-9 post type-post hentry"><h2 class="entry-title"><a href="/fest/" rel="bookmark">Fest</a></h2>
      <div class="entry-content"><p>Wir feiern.</p><figure class="wp-caption"><img src="/hof.jpg" alt=""><figcaption class="wp-caption-text">Der
      Hof</figcaption></figure><p>Kommt alle. <a class="more-link" href="/fest/#more-9">Weiterlesen</a></p></div></article>
      """)
    let entry = reading.entries.first
    #expect(entry?.excerptText == "Wir feiern.\n\nKommt alle.")
    let html = entry?.item.excerpt ?? ""
    #expect(html.ranges(of: "<figcaption").count == 1)
    #expect(html.contains("<img src=\"https://qm-musterkiez.example/hof.jpg\""))
    #expect(!html.contains("Weiterlesen"))
  }

  @Test(arguments: [
    ("https://qm-musterkiez.example/projekte/", "/projekte/garten/", PageKind.postType),
    ("https://qm-musterkiez.example/projekte/page/2/", "/projekte/garten/", .postType),
    ("https://qm-musterkiez.example/handlungsfeld/gruen/", "/projekte/garten/", .taxonomy),
    ("https://qm-musterkiez.example/aktuelles/", "/2022/07/fest/", .listing),
  ])
  func `A listing without classes is told by where it and its entries stand`(
    address: String, entry: String, kind: PageKind
  ) {
    var source = PageSource(input: "seite.html")
    source.address = address
    let html = """
      <body><p><a href="\(entry)"><b>Eins</b></a><br>Text. <a href="\(entry)">mehr</a></p><p><a href="\(entry)x/"><b>Zwei</b></a><br>Text. <a
      href="\(entry)x/">mehr</a></p>
      """
    let reading = PageReader().read(Array(html.utf8), source: source)
    #expect(reading.kind == kind)
    #expect(reading.kindEvidence.count == (kind == .listing ? 1 : 2))
  }
}
