import Bytes
import Model
import Testing
import WXR

/// Every element of the format, each with a value of its own, lands in the model.
@Suite struct EveryElementTests {
  static let header = """
    \t<description>Neues aus dem Kiez</description>
    \t<pubDate>Sun, 11 Feb 2024 09:30:00 +0000</pubDate>
    \t<language>de-DE</language>
    \t<wp:base_site_url>https://netz.example</wp:base_site_url>
    \t<wp:base_blog_url>https://qm-musterkiez.example</wp:base_blog_url>
    \t<wp:author><wp:author_id>3</wp:author_id><wp:author_login><![CDATA[ayse]]></wp:author_login>\
    <wp:author_email><![CDATA[ayse@qm-musterkiez.example]]></wp:author_email>\
    <wp:author_display_name><![CDATA[Ayşe Ö.]]></wp:author_display_name>\
    <wp:author_first_name><![CDATA[Ayşe]]></wp:author_first_name>\
    <wp:author_last_name><![CDATA[Özdemir]]></wp:author_last_name></wp:author>
    \t<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename><![CDATA[hof]]></wp:category_nicename>\
    <wp:category_parent><![CDATA[haus]]></wp:category_parent><wp:cat_name><![CDATA[Hof &amp; Haus]]></wp:cat_name>\
    <wp:category_description><![CDATA[R&amp;D]]></wp:category_description>\
    <wp:termmeta><wp:meta_key><![CDATA[farbe]]></wp:meta_key><wp:meta_value><![CDATA[rot]]></wp:meta_value></wp:termmeta>\
    </wp:category>
    \t<wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug><![CDATA[tee]]></wp:tag_slug>\
    <wp:tag_name><![CDATA[Tee]]></wp:tag_name><wp:tag_description><![CDATA[Heiß]]></wp:tag_description></wp:tag>
    \t<wp:term><wp:term_id>6</wp:term_id><wp:term_taxonomy><![CDATA[ort]]></wp:term_taxonomy>\
    <wp:term_slug><![CDATA[platz]]></wp:term_slug><wp:term_parent><![CDATA[]]></wp:term_parent>\
    <wp:term_name><![CDATA[Platz]]></wp:term_name><wp:term_description><![CDATA[Mitte]]></wp:term_description></wp:term>
    \t<image><url>https://qm-musterkiez.example/icon.png</url><title>Kiez</title><link>https://qm-musterkiez.example</link>\
    <width>32</width></image>
    \t<atom:link href="https://qm-musterkiez.example/feed/" xmlns:atom="http://www.w3.org/2005/Atom" />

    """

  static let item = """
    <item>
    <title><![CDATA[Titel &amp; mehr]]></title>
    <link>https://qm-musterkiez.example/titel/</link>
    <pubDate>Tue, 06 Feb 2024 10:00:00 +0000</pubDate>
    <dc:creator><![CDATA[ayse]]></dc:creator>
    <guid isPermaLink="false">https://qm-musterkiez.example/?p=9</guid>
    <description>Beschreibung</description>
    <content:encoded><![CDATA[Inhalt]]]]><![CDATA[>]]></content:encoded>
    <excerpt:encoded><![CDATA[Auszug]]></excerpt:encoded>
    <wp:post_id>9</wp:post_id>
    <wp:post_date><![CDATA[2024-02-06 11:00:00]]></wp:post_date>
    <wp:post_date_gmt><![CDATA[2024-02-06 10:00:00]]></wp:post_date_gmt>
    <wp:post_modified><![CDATA[2024-02-07 11:00:00]]></wp:post_modified>
    <wp:post_modified_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_modified_gmt>
    <wp:comment_status><![CDATA[open]]></wp:comment_status>
    <wp:ping_status><![CDATA[closed]]></wp:ping_status>
    <wp:post_name><![CDATA[titel]]></wp:post_name>
    <wp:status><![CDATA[private]]></wp:status>
    <wp:post_parent>7</wp:post_parent>
    <wp:menu_order>2</wp:menu_order>
    <wp:post_type><![CDATA[attachment]]></wp:post_type>
    <wp:post_password><![CDATA[geheim]]></wp:post_password>
    <wp:is_sticky>1</wp:is_sticky>
    <wp:attachment_url><![CDATA[https://qm-musterkiez.example/bild.jpg]]></wp:attachment_url>
    <category domain="ort" nicename="platz"><![CDATA[Platz &amp; Park]]></category>
    <category>Ohne alles</category>
    <wp:postmeta><wp:meta_key><![CDATA[k]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
    <wp:postmeta><wp:meta_key><![CDATA[k]]></wp:meta_key><wp:meta_value><![CDATA[2]]></wp:meta_value></wp:postmeta>
    <wp:comment>
    <wp:comment_id>11</wp:comment_id>
    <wp:comment_author><![CDATA[Noor]]></wp:comment_author>
    <wp:comment_author_email>noor@nachbarn.example</wp:comment_author_email>
    <wp:comment_author_url>https://nachbarn.example/?a=1&amp;b=2</wp:comment_author_url>
    <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
    <wp:comment_date><![CDATA[2024-02-08 12:00:00]]></wp:comment_date>
    <wp:comment_date_gmt><![CDATA[2024-02-08 11:00:00]]></wp:comment_date_gmt>
    <wp:comment_content><![CDATA[Schön!]]></wp:comment_content>
    <wp:comment_approved><![CDATA[1]]></wp:comment_approved>
    <wp:comment_type><![CDATA[pingback]]></wp:comment_type>
    <wp:comment_parent>10</wp:comment_parent>
    <wp:comment_user_id>3</wp:comment_user_id>
    <wp:commentmeta><wp:meta_key>m</wp:meta_key><wp:meta_value><![CDATA[n]]></wp:meta_value></wp:commentmeta>
    </wp:comment>
    <wp:neu x="1"><b>roh</b></wp:neu>
    </item>

    """

  @Test func `The header`() throws {
    let export = Export(Export.wrapping("", header: Self.header))
    let site = export.site
    #expect(export.findings == [])
    #expect(site.description == "Neues aus dem Kiez")
    #expect(site.publicationDate == "Sun, 11 Feb 2024 09:30:00 +0000")
    #expect(site.language == "de-DE")
    #expect(site.baseSiteURL == "https://netz.example")
    #expect(site.baseBlogURL == "https://qm-musterkiez.example")
    #expect(site.image?.url == "https://qm-musterkiez.example/icon.png")
    #expect(site.unknown.map(\.name) == ["atom:link"])
    let author = try #require(site.authors.first)
    #expect(
      [author.id, author.login, author.email, author.displayName, author.firstName, author.lastName]
        == ["3", "ayse", "ayse@qm-musterkiez.example", "Ayşe Ö.", "Ayşe", "Özdemir"])
    #expect(site.terms.map(\.id) == ["4", "5", "6"])
    #expect(site.terms.map(\.taxonomy) == ["category", "post_tag", "ort"])
    #expect(site.terms.map(\.slug) == ["hof", "tee", "platz"])
    #expect(site.terms.map(\.parent) == ["haus", "", ""])
    #expect(site.terms.map(\.name) == ["Hof & Haus", "Tee", "Platz"])
    #expect(site.terms.map(\.rawName) == ["Hof &amp; Haus", "Tee", "Platz"])
    #expect(site.terms.map(\.description) == ["R&D", "Heiß", "Mitte"])
    #expect(site.terms.first?.meta == [MetaEntry(key: "farbe", value: "rot")])
  }

  @Test func `The places of authors and terms`() throws {
    let bytes = Array(Export.wrapping("", header: Self.header).utf8)
    let site = Export(bytes).site
    let places = site.authors.compactMap(\.provenance) + site.terms.compactMap(\.provenance)
    let texts = places.map { String(decoding: bytes[$0.range.offset..<$0.range.end], as: UTF8.self) }
    #expect(texts.count == 4)
    for (text, name) in zip(texts, ["wp:author", "wp:category", "wp:tag", "wp:term"]) {
      #expect(text.hasPrefix("<\(name)>") && text.hasSuffix("</\(name)>"))
    }
  }

  static func expected(at provenance: Provenance) -> Item {
    var item = Item(provenance: provenance)
    item.title = "Titel &amp; mehr"
    item.rawTitle = "Titel &amp; mehr"
    item.link = "https://qm-musterkiez.example/titel/"
    item.publicationDate = "Tue, 06 Feb 2024 10:00:00 +0000"
    item.creator = "ayse"
    item.guid = "https://qm-musterkiez.example/?p=9"
    item.guidIsPermalink = "false"
    item.description = "Beschreibung"
    item.content = "Inhalt]]>"
    item.excerpt = "Auszug"
    item.id = "9"
    item.date = SourceDate("2024-02-06 11:00:00")
    item.dateGMT = SourceDate("2024-02-06 10:00:00")
    item.modified = SourceDate("2024-02-07 11:00:00")
    item.modifiedGMT = SourceDate(raw: "0000-00-00 00:00:00", civil: nil)
    item.commentStatus = "open"
    item.pingStatus = "closed"
    item.slug = "titel"
    item.status = "private"
    item.parent = "7"
    item.menuOrder = "2"
    item.type = "attachment"
    item.password = "geheim"
    item.sticky = "1"
    item.attachmentURL = "https://qm-musterkiez.example/bild.jpg"
    item.terms = [
      TermReference(taxonomy: "ort", slug: "platz", name: "Platz & Park"),
      TermReference(taxonomy: "category", slug: "", name: "Ohne alles"),
    ]
    item.meta = [MetaEntry(key: "k", value: "1"), MetaEntry(key: "k", value: "2")]
    item.unknown = [RawElement(name: "wp:neu", xml: #"<wp:neu x="1"><b>roh</b></wp:neu>"#)]
    var comment = Comment()
    comment.id = "11"
    comment.author = "Noor"
    comment.authorEmail = "noor@nachbarn.example"
    comment.authorURL = "https://nachbarn.example/?a=1&b=2"
    comment.authorIP = "192.0.2.7"
    comment.date = SourceDate("2024-02-08 12:00:00")
    comment.dateGMT = SourceDate("2024-02-08 11:00:00")
    comment.content = "Schön!"
    comment.approved = "1"
    comment.type = "pingback"
    comment.parent = "10"
    comment.userID = "3"
    comment.meta = [MetaEntry(key: "m", value: "n")]
    item.comments = [comment]
    return item
  }

  @Test func `The item`() throws {
    let bytes = Array(Export.wrapping(Self.item).utf8)
    let item = try #require(Export(bytes).items.first)
    #expect(item.withoutPlaces == Self.expected(at: item.provenance).withoutPlaces)
    let place = try #require(item.comments.first?.provenance?.range)
    let text = String(decoding: bytes[place.offset..<place.end], as: UTF8.self)
    #expect(text.hasPrefix("<wp:comment>") && text.hasSuffix("</wp:comment>"))
  }

  @Test func `The item, its elements in any order`() throws {
    var generator = SeededGenerator(seed: 9)
    let lines = Self.item.split(separator: "\n").dropFirst().dropLast()
    // A comment's own lines stay together; the rest is shuffled, terms and meta keeping their order.
    let start = try #require(lines.firstIndex(of: "<wp:comment>"))
    let end = try #require(lines.firstIndex(of: "</wp:comment>"))
    let comment = lines[start...end].joined(separator: "\n")
    let kept = lines.filter { $0.hasPrefix("<category") || $0.hasPrefix("<wp:postmeta") }.joined(
      separator: "\n")
    let others = (lines[..<start] + lines[(end + 1)...]).filter {
      !$0.hasPrefix("<category") && !$0.hasPrefix("<wp:postmeta")
    }
    for _ in 0..<20 {
      let shuffled = (others.map(String.init) + [comment, kept]).shuffled(using: &generator).joined(
        separator: "\n")
      let item = try #require(Export(Export.wrapping("<item>\n\(shuffled)\n</item>\n")).items.first)
      #expect(item.withoutPlaces == Self.expected(at: item.provenance).withoutPlaces)
    }
  }

  @Test func `Empty elements are empty texts and missing ones are none`() throws {
    let item = try #require(
      Export(Export.wrapping("<item><title></title><wp:status/><wp:post_id>1</wp:post_id></item>")).items
        .first)
    #expect(item.title == "" && item.status == "" && item.id == "1")
    #expect(item.content == nil && item.excerpt == nil && item.date == nil && item.slug == nil)
  }

  @Test(arguments: ["http", "https"], ["1.0", "1.1", "1.2", "1.3"])
  func `Namespaces are known by their family`(scheme: String, version: String) throws {
    let text = Export.wrapping(Self.item)
      .replacing("http://wordpress.org/export/1.2/", with: "\(scheme)://wordpress.org/export/\(version)/")
      .replacing("xmlns:wp=", with: "xmlns:w=").replacing("<wp:", with: "<w:").replacing(
        "</wp:", with: "</w:")
    var item = try #require(Export(text).items.first)
    item.unknown = []
    var expected = Self.expected(at: item.provenance)
    expected.unknown = []
    #expect(item.withoutPlaces == expected.withoutPlaces)
  }
}
