import Bytes
import Conversion
import Foundation
import Testing
import WARC

/// The lists of posts that a reader of the archive walks from.
@Suite struct SiteIndexTests {
  private static let site = "https://qm-musterkiez.example"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func archives(_ posts: [Export.Post], head: String = "", saved: [String] = []) async throws
    -> PackageArchives
  {
    let text = Export.head + head + posts.map(\.xml).joined() + Export.tail
    let input = try folder.write(Array(text.utf8), to: "export.xml")
    let options = ConversionOptions(destination: folder.path + "/out")
    _ = try await Converter(options: options).convert([input] + saved)
    return try PackageArchives(options.destination)
  }

  /// Posts a day apart, the first the oldest.
  private func posts(_ count: Int) -> [Export.Post] {
    (1...count).map { id in
      var post = Export.Post(id)
      post.title = "Beitrag Nr. \(id)"
      post.date = "2016-05-\(id < 10 ? "0" : "")\(id) 12:00:00"
      return post
    }
  }

  private static func filed(_ taxonomy: String, _ slug: String, _ name: String) -> String {
    "<category domain=\"\(taxonomy)\" nicename=\"\(slug)\"><![CDATA[\(name)]]></category>"
  }

  private func titles(on page: ArchivedRecord?) -> [String] {
    (page?.text ?? "").components(separatedBy: "<h2><a href=").dropFirst().compactMap { part in
      part.components(separatedBy: ">").dropFirst().first?.components(separatedBy: "<").first
    }
  }

  @Test func `The home page lists the latest posts, ten a page, and leads on`() async throws {
    let archives = try await archives(posts(23))
    let home = archives.record(at: Self.site + "/")
    #expect(titles(on: home) == (14...23).reversed().map { "Beitrag Nr. \($0)" })
    #expect(home?.text.contains(#"<a rel="next" href="/page/2/">"#) == true)
    #expect(home?.text.contains(#"<a rel="prev""#) == false)
    let last = archives.record(at: Self.site + "/page/3/")
    #expect(titles(on: last) == ["Beitrag Nr. 3", "Beitrag Nr. 2", "Beitrag Nr. 1"])
    #expect(last?.text.contains(#"<a rel="prev" href="/page/2/">"#) == true)
    #expect(archives.record(at: Self.site + "/page/4/") == nil)
  }

  @Test func `A post is listed however long its title is`() async throws {
    var some = posts(2)
    some[0].title = String(repeating: "lang", count: 300_000)
    let archives = try await archives(some)
    #expect(titles(on: archives.record(at: Self.site + "/")) == ["Beitrag Nr. 2", some[0].title])
  }

  @Test func `Years, months and authors have their lists`() async throws {
    var some = posts(3)
    some[0].date = "2014-11-30 23:59:59"
    let archives = try await archives(some)
    #expect(titles(on: archives.record(at: Self.site + "/2016/")).count == 2)
    #expect(titles(on: archives.record(at: Self.site + "/2016/05/")).count == 2)
    #expect(titles(on: archives.record(at: Self.site + "/2014/11/")) == ["Beitrag Nr. 1"])
    #expect(
      archives.record(at: Self.site + "/2014/11/")?.text.contains("<h1>Archiv: November 2014</h1>") == true)
    #expect(titles(on: archives.record(at: Self.site + "/author/redaktion/")).count == 3)
    #expect(archives.record(at: Self.site + "/author/redaktion/")?.text.contains("Die Redaktion") == true)
    #expect(archives.record(at: Self.site + "/2015/") == nil)
  }

  @Test func `A category stands below its parents, whose lists hold its posts too`() async throws {
    let head = """
      <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>nachbarn</wp:category_nicename>
      <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Nachbarn]]></wp:cat_name></wp:category>
      <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>feste</wp:category_nicename>
      <wp:category_parent>nachbarn</wp:category_parent><wp:cat_name><![CDATA[Feste & Märkte]]></wp:cat_name>
      <wp:category_description><![CDATA[Was <em>gefeiert</em> wird]]></wp:category_description></wp:category>
      <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>leer</wp:category_nicename>
      <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Leer]]></wp:cat_name></wp:category>

      """
    var some = posts(2)
    some[0].extra =
      Self.filed("category", "feste", "Feste &amp; Märkte") + Self.filed("post_tag", "kuchen", "Kuchen")
    let archives = try await archives(some, head: head)
    let feste = archives.record(at: Self.site + "/category/nachbarn/feste/")
    #expect(titles(on: feste) == ["Beitrag Nr. 1"])
    #expect(feste?.text.contains("<h1>Kategorie: Feste &amp; Märkte</h1>\n<p>Was gefeiert wird</p>") == true)
    #expect(titles(on: archives.record(at: Self.site + "/category/nachbarn/")) == ["Beitrag Nr. 1"])
    #expect(
      archives.record(at: Self.site + "/category/leer/")?.text.contains("Hier steht kein Beitrag.") == true)
    #expect(titles(on: archives.record(at: Self.site + "/tag/kuchen/")) == ["Beitrag Nr. 1"])
    let post = archives.record(at: Self.site + "/2016/05/beitrag-1/")
    #expect(post?.text.contains(#"<a href="/category/nachbarn/feste/">Feste"#) == true)
  }

  @Test func `A post leads to the one before and the one after, whatever their order in the export`()
    async throws
  {
    var some = posts(4)
    some.swapAt(0, 2)
    some[1].status = "private"
    let archives = try await archives(some)
    let third = archives.record(at: Self.site + "/2016/05/beitrag-3/")
    #expect(third?.text.contains(#"<a rel="prev" href="/2016/05/beitrag-1/">"#) == true)
    #expect(third?.text.contains(#"<a rel="next" href="/2016/05/beitrag-4/">"#) == true)
    #expect(third?.text.contains("Nächster Beitrag →</span> Beitrag Nr. 4</a>") == true)
  }

  @Test(arguments: ["draft", "pending", "private", "future", "trash"])
  func `What is withheld stands in no list and is nobody's neighbour`(status: String) async throws {
    var some = posts(3)
    some[1].status = status
    some[1].extra = Self.filed("post_tag", "geheimsache", "Geheimsache")
    let archives = try await archives(some)
    let pages = archives.records.filter { $0.head[.contentType] == "text/html" }
    #expect(pages.count > 5)
    #expect(
      pages.filter { $0.text.contains("Beitrag Nr. 2") || $0.text.contains("eheimsache") }.map(\.uri) == [])
  }

  @Test func `Where a page is the front page, the posts are listed elsewhere`() async throws {
    var front = Export.Post(9, slug: "willkommen")
    front.type = "page"
    front.title = "Willkommen"
    front.link = Self.site + "/"
    let archives = try await archives(posts(2) + [front])
    #expect(archives.record(at: Self.site + "/")?.text.contains("<h1>Willkommen</h1>") == true)
    #expect(titles(on: archives.record(at: Self.site + "/?post_type=post")).count == 2)
    #expect(archives.record(at: Self.site + "/")?.text.contains(#"href="/?post_type=post""#) == true)
  }

  @Test func `The site's own menu is on every page, without what is withheld`() async throws {
    func entry(
      _ number: Int, _ type: String, object: String = "", of id: String = "", title: String, url: String = ""
    )
      -> Export.Post
    {
      var entry = Export.Post(number)
      entry.type = "nav_menu_item"
      entry.title = title
      entry.extra =
        Self.filed("nav_menu", "haupt", "Haupt")
        + [("type", type), ("object", object), ("object_id", id), ("url", url)].map { key, value in
          "<wp:postmeta><wp:meta_key>_menu_item_\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
        }.joined()
      return entry
    }
    var draft = posts(2)[1]
    draft.status = "draft"
    let archives = try await archives([
      posts(1)[0], draft, entry(20, "post_type", object: "post", of: "1", title: ""),
      entry(21, "post_type", object: "post", of: "2", title: "Entwurf"),
      entry(22, "custom", title: "Nachbar & Freund", url: "https://freund.example/?a=1&b=2"),
      entry(23, "custom", title: "Böse", url: "javascript:alert(1)"),
    ])
    let home = try #require(archives.record(at: Self.site + "/")?.text)
    #expect(home.contains(#"<li><a href="/2016/05/beitrag-1/">Beitrag Nr. 1</a></li>"#))
    #expect(
      home.contains(#"<li><a href="https://freund.example/?a=1&amp;b=2">Nachbar &amp; Freund</a></li>"#))
    #expect(!home.contains("Entwurf") && !home.contains("javascript"))
  }

  @Test func `From the home page every published post and list is reached, and no link leads nowhere`()
    async throws
  {
    var some = posts(27)
    for place in some.indices {
      some[place].extra =
        Self.filed("post_tag", "wort-\(place % 5)", "Wort \(place % 5)")
        + Self.filed("handlungsfeld", "feld-\(place % 3)", "Feld \(place % 3)")
      if place % 7 == 0 { some[place].type = "page" }
      if place % 7 == 1 { some[place].type = "projekt" }
      if place % 7 == 2 { some[place].status = "private" }
    }
    let archives = try await archives(some)
    var pages: [String: ArchivedRecord] = [:]
    for record in archives.records where record.head[.contentType] == "text/html" {
      pages[record.uri] = record
    }
    var seen: Set<String> = [Self.site + "/"]
    var rest = [Self.site + "/"]
    while let uri = rest.popLast() {
      let page = try #require(pages[uri], "\(uri) is linked and not there")
      for part in page.text.components(separatedBy: "href=\"").dropFirst() {
        let link = part.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
        let address = link.hasPrefix("/") ? Self.site + link : link
        if address.hasPrefix(Self.site), seen.insert(address).inserted { rest.append(address) }
      }
    }
    #expect(Set(pages.keys).subtracting(seen) == [])
  }

  @Test func `A list that was saved as it was is not made anew`() async throws {
    let listing = """
      <!-- saved from url=(0044)\(Self.site)/2016/ --><html lang="de"><head><meta name="generator" content="WordPress 6.1">
      </head><body class="archive date"><article class="post hentry" id="post-1"><h2 class="entry-title">
      <a href="\(Self.site)/2016/05/beitrag-1/" rel="bookmark">Beitrag Nr. 1</a></h2></article></body></html>
      """
    let saved = try folder.write(Array(listing.utf8), to: "jahr.html")
    let archives = try await archives(posts(2), saved: [saved])
    let found = archives.records.filter { $0.uri == Self.site + "/2016/" }
    #expect(found.map { String(decoding: $0.block, as: UTF8.self) } == [listing])
    #expect(archives.record(at: Self.site + "/2016/05/") != nil)
  }

  @Test func `Lists stand under the words that the site's own links use`() async throws {
    let head = """
      <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>feste</wp:category_nicename>
      <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Feste]]></wp:cat_name></wp:category>
      <wp:tag><wp:term_id>3</wp:term_id><wp:tag_slug>beitrag-2</wp:tag_slug><wp:tag_name>Zwei</wp:tag_name></wp:tag>

      """
    var some = posts(2)
    some[0].extra = Self.filed("category", "feste", "Feste") + Self.filed("post_tag", "beitrag-2", "Zwei")
    some[0].content = """
      <a href="\(Self.site)/thema/feste/">Alle Feste</a> <a href="\(Self.site)/thema/feste/page/2/">mehr</a>
      <a href="\(Self.site)/wer/redaktion/">wir</a> <a href="\(Self.site)/2016/05/beitrag-2/">zwei</a>
      """
    let archives = try await archives(some, head: head)
    #expect(titles(on: archives.record(at: Self.site + "/thema/feste/")) == ["Beitrag Nr. 1"])
    #expect(titles(on: archives.record(at: Self.site + "/wer/redaktion/")).count == 2)
    #expect(titles(on: archives.record(at: Self.site + "/tag/beitrag-2/")) == ["Beitrag Nr. 1"])
    #expect(archives.record(at: Self.site + "/category/feste/") == nil)
  }
}
