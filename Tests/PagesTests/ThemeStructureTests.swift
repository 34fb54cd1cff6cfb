import Bytes
import Model
import Testing

@testable import Pages

/// The structures of themes, each as small as it can be.
@Suite struct ThemeStructureTests {
  private func read(_ html: String, path: String? = "qm-musterkiez.example/index.html") -> PageReading {
    var source = PageSource(input: "seite.html")
    source.path = path
    return PageReader().read(Array(html.utf8), source: source)
  }

  @Test func `Twenty Ten: the more-link's arrow is no excerpt, the time stands in the link's title`() throws {
    let reading = read(
      """
      <body class="home blog"><div id="content"><div id="post-9" class="post-9 post type-post hentry category-feste sticky">
      <h2 class="entry-title"><a href="http://qm-musterkiez.example/2022/07/fest/" rel="bookmark">Sommerfest</a></h2>
      <div class="entry-meta">Publiziert am <a href="http://qm-musterkiez.example/2022/07/fest/" title="14:30" rel="bookmark"><span
      class="entry-date">5. Juli 2022</span></a> von <span class="author vcard"><a class="url fn n" href="/author/j/">Jana Muster</a></span></div>
      <div class="entry-content"><p>Wir feiern im Hof. <a href="http://qm-musterkiez.example/2022/07/fest/#more-9" class="more-link">Weiterlesen
      <span class="meta-nav">&rarr;</span></a></p></div>
      <div class="entry-utility"><span class="cat-links">Veröffentlicht unter <a href="/category/feste/" rel="category tag">Feste &amp; Märkte</a></span>
      <span class="comments-link"><a href="http://qm-musterkiez.example/2022/07/fest/#comments">3 Kommentare</a></span></div></div></div>
      """)
    let entry = try #require(reading.entries.first)
    #expect(reading.kind == .home)
    #expect(entry.item.id == "9")
    #expect(entry.item.title == "Sommerfest")
    #expect(entry.item.link == "http://qm-musterkiez.example/2022/07/fest/")
    #expect(entry.item.date?.civil?.description == "2022-07-05T14:30:00Z")
    #expect(entry.author == "Jana Muster")
    #expect(entry.item.terms == [TermReference(taxonomy: "category", slug: "feste", name: "Feste & Märkte")])
    #expect(entry.item.excerpt == "<p>Wir feiern im Hof. </p>")
    #expect(entry.excerptText == "Wir feiern im Hof.")
    #expect(entry.commentCount == 3)
    #expect(entry.isSticky)
    #expect(entry.moreLink?.label == "Weiterlesen →")
  }

  @Test(arguments: [
    "<span class=\"screen-reader-text\">Sommerfest</span> weiterlesen <span class=\"meta-nav\">→</span>",
    "<span class=\"screen-reader-text\">Sommerfest</span> weiterlesen",
    "<span class=\"screen-reader-text\">„Sommerfest“ </span>weiterlesen",
    "Weiterlesen<span class=\"screen-reader-text\"> „Sommerfest“</span>",
    "(mehr&hellip;)", "Komm herein und lies",
    "Weiterlesen <span class=\"meta-nav\">→</span> “Sommerfest” &lt;/span",
  ])
  func `Every more-link of WordPress's themes is kept out of the excerpt`(link: String) {
    let reading = read(
      """
      <body class="archive"><main><article id="post-9" class="post-9 post type-post hentry">
      <header class="entry-header"><h1 class="entry-title"><a href="/2022/07/fest/" rel="bookmark">Sommerfest</a></h1></header>
      <div class="entry-content"><p>Wir feiern.</p><p><a href="/2022/07/fest/#more-9" class="more-link">\(link)</a></p><p>Danach</p></div>
      </article></main>
      """)
    #expect(reading.entries.map(\.excerptText) == ["Wir feiern."])
  }

  @Test func `A cut tag does not swallow the next entry`() throws {
    func entry(_ id: Int, _ title: String) -> String {
      """
      <div id="post-\(id)" class="post-\(id) post type-post hentry"><p class="dachzeile">Zu \(title):</p>
      <h2 class="entry-title"><a href="/?p=\(id)" rel="bookmark">\(title)</a></h2><div class="entry-summary"><p>Text \(id).
      <a href="/?p=\(id)#more-\(id)" class="more-link">Weiterlesen <span class="meta-nav">→</span> “\(title)” </span</a></p></div></div>
      """
    }
    let html =
      "<body class=\"archive category\">archive.php" + entry(1, "Eins") + entry(2, "Zwei") + entry(3, "Drei")
    let reading = read(html)
    #expect(reading.entries.map(\.item.title) == ["Eins", "Zwei", "Drei"])
    #expect(reading.entries.map(\.item.kicker) == ["Zu Eins:", "Zu Zwei:", "Zu Drei:"])
    #expect(reading.entries.map(\.excerptText) == ["Text 1.", "Text 2.", "Text 3."])
    for entry in reading.entries {
      let finding = try #require(entry.item.findings.first { $0.code == .cutTag })
      let offset = try #require(finding.offset)
      #expect(String(decoding: Array(html.utf8)[offset..<offset + 9], as: UTF8.self) == "</span</a")
    }
  }

  @Test func `Block themes: a list of posts, terms by their taxonomy, the excerpt without its link`() throws {
    let reading = read(
      """
      <body class="archive tag"><div class="wp-site-blocks"><main><ul class="wp-block-post-template">
      <li class="wp-block-post post-9 post type-post hentry"><h2 class="wp-block-post-title"><a href="/2022/07/fest/">Sommerfest</a></h2>
      <div class="wp-block-post-date"><time datetime="2022-07-05T14:30:00+02:00">5. Juli 2022</time></div>
      <div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">Wir feiern. </p>
      <p class="wp-block-post-excerpt__more-text"><a class="wp-block-post-excerpt__more-link" href="/2022/07/fest/">Mehr dazu</a></p></div>
      <div class="taxonomy-post_tag wp-block-post-terms"><a href="/tag/hof/" rel="tag">Hof</a></div></li></ul></main></div>
      """)
    let entry = try #require(reading.entries.first)
    #expect(entry.excerptText == "Wir feiern.")
    #expect(entry.item.terms == [TermReference(taxonomy: "post_tag", slug: "hof", name: "Hof")])
    #expect(entry.item.dateGMT?.civil?.description == "2022-07-05T12:30:00Z")
    #expect(entry.moreLink?.label == "Mehr dazu")
  }

  @Test func `Kubrick: author in a comment, meta under the entry`() throws {
    let reading = read(
      """
      <body><div id="content"><h2 class="pagetitle">Archiv f&uuml;r die Kategorie Feste</h2>
      <div class="post"><h3 id="post-9"><a href="/2022/07/fest/" rel="bookmark" title="Permanenter Link">Sommerfest</a></h3>
      <small>Dienstag, 5. Juli 2022 <!-- von Jana Muster --></small><div class="entry"><p>Wir feiern.</p></div>
      <p class="postmetadata">Abgelegt unter <a href="/category/feste/" rel="category tag">Feste</a> | <a href="/2022/07/fest/#respond">Keine
      Kommentare &#187;</a></p></div></div>
      <div id="sidebar"><ul><li><h2>Neues</h2><ul><li><a href="/2022/07/fest/">Sommerfest</a></li></ul></li></ul></div>
      """)
    #expect(reading.kind == .category)
    #expect(reading.entries.count == 1)
    let entry = try #require(reading.entries.first)
    #expect(entry.item.id == "9")
    #expect(entry.author == "Jana Muster")
    #expect(entry.item.date?.civil?.dateText == "2022-07-05")
    #expect(entry.commentCount == 0)
    #expect(entry.excerptText == "Wir feiern.")
  }

  @Test func `A table without any class: capitals, unclosed cells, bold for titles`() {
    let reading = read(
      """
      <BODY><TABLE><TR><TD><UL><LI><A HREF=/2022/07/fest/>Sommerfest</A><LI><A HREF=/2022/08/hof/>Hof</A></UL>
      <TD><TABLE><TR><TD><FONT SIZE=1>Im Hof:</FONT><BR><A HREF=/2022/07/fest/><B>Sommerfest</B></A><TD>05.07.2022
      <TR><TD COLSPAN=2>Wir feiern. <A HREF=/2022/07/fest/>mehr...</A>
      <TR><TD><A HREF=/2022/08/hof/><B>Der Hof</B></A><TD>09.08.2022<TR><TD COLSPAN=2>Wir fegen. <A HREF=/2022/08/hof/>mehr...</A>
      </TABLE></TABLE>
      """)
    #expect(reading.entries.map(\.item.title) == ["Sommerfest", "Der Hof"])
    #expect(reading.entries.map(\.item.kicker) == ["Im Hof:", nil])
    #expect(reading.entries.map(\.excerptText) == ["Wir feiern.", "Wir fegen."])
    #expect(reading.entries.map { $0.item.date?.civil?.dateText } == ["2022-07-05", "2022-08-09"])
    #expect(reading.entries.map(\.item.link).first == "http://qm-musterkiez.example/2022/07/fest/")
  }

  @Test func `The first themes print the day once above its posts`() {
    let reading = read(
      """
      <body><div id="content"><h2>5. Juli 2022</h2>
      <div class="post" id="post-9"><h3 class="storytitle"><a href="/2022/07/fest/" rel="bookmark">Sommerfest</a></h3>
      <div class="meta">Filed under: <a href="/category/feste/" rel="category tag">Feste</a> &#8212; jana @ 14:30</div>
      <div class="storycontent"><p>Wir feiern.</p></div><div class="feedback"><a href="/2022/07/fest/#comments">Comments (2)</a></div></div>
      <div class="post" id="post-8"><h3 class="storytitle"><a href="/2022/07/hof/" rel="bookmark">Hof</a></h3>
      <div class="storycontent"><p>Wir fegen.</p></div></div></div>
      """)
    #expect(reading.entries.map { $0.item.date?.civil?.dateText } == ["2022-07-05", "2022-07-05"])
    #expect(reading.entries.first?.commentCount == 2)
  }

  @Test func `A profile reads a theme that nobody else knows`() throws {
    let html = """
      <body><div class="beitrag"><span class="oben">Im Hof:</span><div class="zeile">Sommerfest</div><div class="anriss">Wir feiern.
      <span class="los"><a href="/fest">Hereinspaziert</a></span></div></div>
      """
    let json = #"""
      {"name": "kiez", "entry": ".beitrag", "title": ".zeile", "kicker": ".oben", "text": ".anriss", "more": ".los a"}
      """#
    let reader = PageReader(profile: try ThemeProfile(json: Array(json.utf8)))
    var source = PageSource(input: "seite.html")
    source.address = "https://qm-musterkiez.example/category/feste/"
    let entry = try #require(reader.read(Array(html.utf8), source: source).entries.first)
    #expect(entry.item.title == "Sommerfest")
    #expect(entry.item.kicker == "Im Hof:")
    #expect(entry.excerptText == "Wir feiern.")
    #expect(entry.item.link == "https://qm-musterkiez.example/fest")
  }

  @Test func `A page that no WordPress made is read as a plain page`() throws {
    let reading = read(
      """
      <html lang="de"><head><title>Impressum | Nachbar e. V.</title></head><body><div><a href="/">Start</a></div>
      <div><h1>Impressum</h1><p>Verantwortlich ist der Verein mit allen seinen Mitgliedern, die in diesem langen Satz aufgezählt werden
      könnten, wenn es denn nötig wäre; es ist aber nicht nötig, denn dieser Satz soll nur lang genug sein, um ein Text zu sein.</p></div>
      """, path: nil)
    #expect(!reading.isWordPress)
    #expect(reading.findings.contains { $0.code == .foreignPage })
    #expect(reading.findings.contains { $0.code == .unknownAddress })
    let item = try #require(reading.entries.first?.item)
    #expect(item.title == "Impressum")
    #expect(item.content?.contains("Verantwortlich ist der Verein") == true)
    #expect(item.content?.contains("Start") == false)
  }

  @Test func `Links that a mirror rewrote lead to the addresses they had`() {
    let reading = read(
      """
      <!-- Mirrored from qm-musterkiez.example/category/feste/ by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 24 May 2016 10:15:00 GMT -->
      <body class="archive category"><article id="post-9" class="post-9 post hentry"><h2 class="entry-title"><a
      href="../../2022/07/fest/index.html" rel="bookmark">Sommerfest</a></h2><div class="entry-summary"><p>Wir <a href="../../hof/index.html">feiern</a>.</p></div></article>
      """, path: "qm-musterkiez.example/category/feste/index.html")
    #expect(reading.address == "http://qm-musterkiez.example/category/feste/")
    #expect(reading.captured?.description == "2016-05-24T10:15:00Z")
    #expect(reading.entries.first?.item.link == "http://qm-musterkiez.example/2022/07/fest/")
    #expect(
      reading.entries.first?.item.excerpt
        == #"<p>Wir <a href="http://qm-musterkiez.example/hof/">feiern</a>.</p>"#)
  }

  @Test(arguments: [
    "", "<", "<body", "</span</a>", "<a class=more-link", "\u{0}", "<table><tr><td><a href=#more-1>",
  ])
  func `No page is too broken to be read`(html: String) {
    #expect(read(html).entries.allSatisfy { $0.item.isPartial || $0.item.title != nil })
  }
}
