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
