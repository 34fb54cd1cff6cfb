import Model
import Testing

@testable import Pages

@Suite struct PageMergeTests {
  private func listing(
    _ name: String, _ entries: (title: String, path: String, text: String, date: String)...
  ) -> PageReading {
    let items = entries.map { entry in
      """
      <article class="post hentry"><h2 class="entry-title"><a href="\(entry.path)" rel="bookmark">\(entry.title)</a></h2>
      <time class="entry-date" datetime="\(entry.date)T10:00:00+01:00"></time>
      <div class="entry-summary"><p>\(entry.text) <a class="more-link" href="\(entry.path)">Weiterlesen</a></p></div></article>
      """
    }
    return page(name, "<body class=\"archive category\">" + items.joined())
  }

  private func page(_ name: String, _ html: String) -> PageReading {
    var source = PageSource(input: name)
    source.path = "qm-musterkiez.example/\(name)/index.html"
    return PageReader().read(Array(html.utf8), source: source)
  }

  private func single(_ name: String, title: String, text: String) -> PageReading {
    page(
      name,
      """
      <body class="single"><article class="post hentry"><h1 class="entry-title">\(title)</h1>
      <div class="entry-content"><p>\(text)</p></div></article>
      """)
  }

  @Test func `A post on many pages becomes one item with all its evidence`() {
    var merge = PageMerge()
    merge.add(listing("category/a", ("Fest", "/2022/07/fest/", "Wir feiern.", "2022-07-05")))
    merge.add(
      listing(
        "tag/b", ("Hof", "/2022/08/hof/", "Wir fegen.", "2022-08-09"),
        ("Fest", "/2022/07/fest", "Wir feiern.", "2022-07-05")))
    merge.finish()
    #expect(merge.posts.map(\.item.title) == ["Fest", "Hof"])
    #expect(merge.posts.first?.sightings.map(\.place) == [1, 2])
    #expect(merge.posts.first?.sightings.map(\.input) == ["category/a", "tag/b"])
    #expect(merge.unrescued.count == 2)
    #expect(merge.posts.allSatisfy { $0.item.findings.contains { $0.code == .onlyExcerpt } })
  }

  @Test(arguments: [true, false])
  func `A single page wins over an excerpt, whichever comes first`(isExcerptFirst: Bool) {
    let excerpt = listing("category/a", ("Fest", "/2022/07/fest/", "Wir feiern.", "2022-07-05"))
    let whole = single("2022/07/fest", title: "Fest", text: "Wir feiern. Und dann gehen wir heim.")
    var merge = PageMerge()
    for reading in isExcerptFirst ? [excerpt, whole] : [whole, excerpt] { merge.add(reading) }
    merge.finish()
    #expect(merge.posts.count == 1)
    let item = merge.posts.first?.item
    #expect(item?.isPartial == false)
    #expect(item?.content == "<p>Wir feiern. Und dann gehen wir heim.</p>")
    #expect(item?.date?.civil != nil)
    #expect(merge.unrescued.isEmpty)
  }

  @Test func `An export wins, the page proves where it was public`() throws {
    let known = KnownItem(
      number: 7, id: "12", link: "https://qm-musterkiez.example/2022/07/fest/",
      title: "\"Fest\" - wir kommen",
      date: "2022-07-05 10:00:00")
    var merge = PageMerge(known: [known])
    merge.add(listing("category/a", ("„Fest“ – wir kommen", "/2022/07/fest/", "Wir feiern.", "2022-07-05")))
    merge.add(listing("category/b", ("Ganz anders", "/2022/07/fest/", "Wir feiern.", "2022-07-06")))
    #expect(merge.posts.isEmpty)
    let proof = try #require(merge.proofs[7])
    #expect(proof.sightings.count == 2)
    #expect(proof.findings.map(\.code) == [.titleContradiction, .dateContradiction])
  }

  @Test func `Pages that contradict each other are named`() {
    var merge = PageMerge()
    merge.add(listing("category/a", ("Fest", "/2022/07/fest/", "Wir feiern im Hof mit allen.", "2022-07-05")))
    merge.add(listing("category/b", ("Feste", "/2022/07/fest/", "Heute geht es um den Müll.", "2022-07-06")))
    let codes = merge.posts.first?.item.findings.map(\.code) ?? []
    #expect(codes.contains(.titleContradiction))
    #expect(codes.contains(.dateContradiction))
    #expect(codes.contains(.textContradiction))
  }

  /// Texts of one post: what its whole says, what another page shows, and whether that contradicts it.
  private static let texts: [(whole: String, shown: String, isContradiction: Bool)] = [
    ("Wir feiern im Hof mit allen Nachbarn.", "Wir feiern im Hof mit", false),
    ("Wir feiern im Hof mit allen Nachbarn.", "Wir feiern im Hof mit allen …", false),
    ("Wir feiern im Hof mit allen Nachbarn.", "Wir feiern im Hof mit all[…]", false),
    ("Wir feiern im Hof mit allen Nachbarn.", "Wir feiern im Hof mit [...]", false),
    ("„Alle“ – sagt sie –&nbsp;kommen… und du?", "\"Alle\" - sagt sie - kommen... und", false),
    ("Bild: Der Hof. Wir feiern im Hof mit allen.", "Wir feiern im Hof mit allen.", false),
    ("Wir feiern im Hof mit allen Nachbarn.", "Wir fegen im Hof mit allen Nachbarn.", true),
    ("Wir feiern im Hof mit allen Nachbarn.", "Das Fest fällt leider aus, wegen Regen.", true),
    ("Wir feiern im Hof mit allen Nachbarn.", "Anders", false),
    ("Wir feiern<br>im Hof,<br>mit allen Nachbarn.", "Wir feiernim Hof,mit allen", false),
    (
      "Wir feiern [gallery ids=3] im Hof mit allen.", "[su_box a=1]Wir feiern im Hof[/su_box] mit [su_x b=",
      false
    ),
  ]

  @Test(arguments: texts)
  func `An excerpt contradicts a whole post only where it says something else`(
    whole: String, shown: String, isContradiction: Bool
  ) {
    let excerpt = listing("category/a", ("Fest", "/2022/07/fest/", shown, "2022-07-05"))
    let page = single("2022/07/fest", title: "Fest", text: whole)
    for readings in [[excerpt, page], [page, excerpt]] {
      var merge = PageMerge()
      for reading in readings { merge.add(reading) }
      let findings = merge.posts.flatMap(\.item.findings).filter { $0.code == .textContradiction }
      #expect(findings.count == (isContradiction ? 1 : 0))
      #expect(merge.posts.map(\.item.isPartial) == [false])
    }
  }

  @Test(arguments: texts)
  func `An export's text is compared with what pages show of it, each text once`(
    whole: String, shown: String, isContradiction: Bool
  ) throws {
    let known = KnownItem(
      number: 3, id: "12", link: "https://qm-musterkiez.example/2022/07/fest/", title: "Fest",
      date: "2022-07-05 10:00:00")
    var merge = PageMerge(known: [known])
    var asked = 0
    for name in ["category/a", "tag/b", "2022/07"] {
      merge.add(listing(name, ("Fest", "/2022/07/fest/", shown, "2022-07-05"))) { number in
        asked += 1
        return number == 3 ? [whole.replacing("&nbsp;", with: "\u{A0}").replacing("<br>", with: "\n")] : []
      }
    }
    let proof = try #require(merge.proofs[3])
    #expect(proof.sightings.count == 3)
    #expect(proof.findings.map(\.code) == (isContradiction ? [.textContradiction] : []))
    #expect(asked == 1)
  }

  @Test func `A contradiction names both texts and the page`() throws {
    let known = KnownItem(
      number: 0, id: "12", link: "https://qm-musterkiez.example/2022/07/fest/", title: "Fest", date: "")
    var merge = PageMerge(known: [known])
    merge.add(single("2022/07/fest", title: "Fest", text: "Wir feiern im Garten mit allen.")) { _ in
      ["Wir feiern im Hof mit allen."]
    }
    let finding = try #require(merge.proofs[0]?.findings.first)
    #expect(
      finding.detail
        == "begins “wir feiern im hof mit allen…”, but on http://qm-musterkiez.example/2022/07/fest/ "
        + "word 4 and those after it are “garten mit allen…”; the first is kept")
  }

  @Test func `A manual excerpt, and a form for a password, contradict nothing`() {
    let page = listing("category/a", ("Fest", "/2022/07/fest/", "Von Hand, kurz und gut.", "2022-07-05"))
    for isProtected in [false, true] {
      let known = KnownItem(
        number: 0, id: "12", link: "https://qm-musterkiez.example/2022/07/fest/", title: "Fest", date: "",
        isProtected: isProtected)
      var merge = PageMerge(known: [known])
      merge.add(page) { _ in
        isProtected
          ? ["Ganz geheime Dinge stehen hier."] : ["Der lange Text des Festes.", "Von Hand, kurz und gut."]
      }
      #expect(merge.proofs[0]?.findings.isEmpty == true)
    }
  }

  @Test func `Entries of one page stay apart, though each has a link to the page itself`() {
    let entries = (1...3).map { number in
      """
      <article class="post hentry"><h2 class="entry-title"><a href="/2022/07/post-\(number)/" rel="bookmark">Post \(number)</a></h2>
      <div class="entry-summary"><p>Text \(number) <a href="/2022/07/post-\(number)/" class="more-link">Weiterlesen</a></p></div>
      <span class="comments-link"><a href="#respond">Kommentieren</a></span></article>
      """
    }
    let reading = page("category/a", "<body class=\"archive category\">" + entries.joined())
    #expect(reading.entries.map(\.addresses.count) == [1, 1, 1])
    var merge = PageMerge()
    merge.add(reading)
    #expect(merge.posts.map(\.item.title) == ["Post 1", "Post 2", "Post 3"])
    // Nor are they one by what else they may share.
    var shared = reading
    for index in shared.entries.indices {
      shared.entries[index].addresses.append("https://qm-musterkiez.example/")
    }
    merge = PageMerge()
    merge.add(shared)
    merge.add(shared)
    #expect(merge.posts.count == 3)
  }

  @Test(arguments: [
    ("https://qm-musterkiez.example/alt/", "Fest", "2022-07-05", true),
    ("https://qm-musterkiez.example/alt/", "Umbenannt", "2022-07-05", true),
    ("https://qm-musterkiez.example/hamburg/alt/", "Anders", "2019-01-01", false),
    ("https://neu.example/fest/", "Fest", "2022-07-05", true),
    ("https://nachbar.example/anders/", "Anders", "2022-07-05", false),
  ])
  func `An id alone makes two entries one post only within a site`(
    address: String, title: String, date: String, isSame: Bool
  ) {
    func reading(_ address: String, _ title: String, _ date: String) -> PageReading {
      page(
        "category/a",
        """
        <body class="archive"><article class="post-12 post hentry"><h2 class="entry-title"><a href="\(address)" rel="bookmark">\(title)</a></h2><time
        class="entry-date" datetime="\(date)T10:00:00+01:00"></time><div class="entry-summary"><p>Text</p></div></article>
        """)
    }
    var merge = PageMerge()
    merge.add(reading("https://qm-musterkiez.example/fest/", "Fest", "2022-07-05"))
    merge.add(reading(address, title, date))
    #expect(merge.posts.count == (isSame ? 1 : 2))
  }

  @Test func `The parts of a post are joined, and a missing one is named`() {
    func part(_ number: Int) -> PageReading {
      let links = (1...3).filter { $0 != number }
        .map { "<a href=\"/2016/05/chronik/\($0 == 1 ? "" : "\($0)/")\">\($0)</a>" }
      let path = number == 1 ? "2016/05/chronik" : "2016/05/chronik/\(number)"
      return page(
        path,
        """
        <body class="single"><article class="post hentry"><h1 class="entry-title">Chronik</h1><div class="entry-content"><p>Teil \(number)</p>
        <p>Seiten: \(links.joined(separator: " "))</p></div></article>
        """)
    }
    var merge = PageMerge()
    for number in [3, 1] { merge.add(part(number)) }
    merge.finish()
    #expect(merge.posts.count == 1)
    #expect(merge.posts.first?.item.content == "<p>Teil 1</p>\n<!--nextpage-->\n<p>Teil 3</p>")
    #expect(merge.posts.first?.item.findings.map(\.detail) == ["part 2 of 3 was not among the pages"])
  }
}
