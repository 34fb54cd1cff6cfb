import Bytes
import Model
import Testing
import WXR

@Suite struct DialectTests {
  @Test(arguments: [
    ("5.6.9", true), ("5.7", false), ("4.9.26", true), ("6.4.2", false), ("10.0", false), ("3.0.1", true),
    ("5.7-beta1-49980", false), ("2.9.2", true),
  ])
  func `Titles were encoded before WordPress 5.7`(version: String, encodes: Bool) {
    #expect(Dialect(wxrVersion: "1.2", wordPressVersion: version).encodesTitles == encodes)
  }

  @Test(arguments: [("1.0", true), ("1.1", true), ("1.2", false), (nil as String?, false)])
  func `Without a version of WordPress, that of the format decides`(version: String?, encodes: Bool) {
    #expect(Dialect(wxrVersion: version).encodesTitles == encodes)
  }

  @Test(arguments: [
    ("1.0" as String?, "2.9.2" as String?, true), (nil, "2.3.3", true), ("1.1", "3.2", false),
    (nil, "6.4", false),
    (nil, nil, false), ("1.2", "2.0", false),
  ])
  func `The first format is known by its number or by an old WordPress`(
    version: String?, wordPress: String?, isFirst: Bool
  ) {
    #expect(Dialect(wxrVersion: version, wordPressVersion: wordPress).isWXR1_0 == isFirst)
  }

  @Test(arguments: [("5.6", "Tom & Jerry – „Fest“"), ("5.7", "Tom &amp; Jerry &#8211; „Fest“")])
  func `A title is decoded where it was encoded, and kept as written beside`(version: String, title: String)
    throws
  {
    let raw = "Tom &amp; Jerry &#8211; „Fest“"
    let text = Export.wrapping(Export.item(1, title: raw)).replacing("?v=6.4.2", with: "?v=\(version)")
    let item = try #require(Export(text).items.first)
    #expect(item.title == title)
    #expect(item.rawTitle == raw)
  }

  @Test func `WXR 1.0 writes terms twice, calls tags tag and names parents by name`() throws {
    let export = Export(try Fixture.bytes("wxr/handwritten-1.0.xml"))
    #expect(export.dialect.isWXR1_0)
    #expect(export.dialect.wordPressVersion == "2.9.2")
    let item = try #require(export.items.first)
    #expect(
      item.terms == [
        TermReference(taxonomy: "category", slug: "feste", name: "Feste & Märkte"),
        TermReference(taxonomy: "post_tag", slug: "garten", name: "Garten"),
      ])
    #expect(item.title == "Frühlingsfest – wir feiern & tanzen")
    #expect(export.site.terms.map(\.parent).contains("Aktuelles"))
    #expect(export.site.authors == [])
    #expect(export.items.flatMap(\.comments).contains { $0.approved == "spam" })
  }

  @Test func `WXR 1.1 lists its authors`() throws {
    let export = Export(try Fixture.bytes("wxr/handwritten-1.1.xml"))
    #expect(export.dialect.wxrVersion == "1.1")
    #expect(export.site.authors.count == 1)
    #expect(export.items.count == 2)
  }

  @Test(arguments: [
    ("declared-windows-1252.xml", "WINDOWS-1252"), ("declared-iso-8859-15.xml", "ISO-8859-15"),
    ("utf-16.xml", "UTF-8"),
    ("declared-utf-8-but-windows-1252.xml", "UTF-8"), ("bare-ampersand.xml", "UTF-8"),
  ])
  func `Text is the same in every encoding`(file: String, encoding: String) throws {
    let export = Export(try Fixture.bytes("broken/" + file))
    let plain = Export(try Fixture.bytes("broken/zero-dates.xml"))
    #expect(export.dialect.encoding.name == encoding)
    for index in [0, 1, 3] {
      #expect(export.items[index].title == plain.items[index].title)
      #expect(export.items[index].content == plain.items[index].content)
    }
  }

  @Test func `UTF-8 under another declaration is read as UTF-8 and said`() throws {
    let text = Export.wrapping(Export.item(1, title: "Straße")).replacing(
      "encoding=\"UTF-8\"", with: "encoding='ISO-8859-1'")
    let export = Export(text)
    #expect(export.items.first?.title == "Straße")
    #expect(export.items.first?.findings.map(\.code) == [.contradictedEncoding])
  }

  @Test func `An unknown declaration is said, and the text read as UTF-8`() throws {
    let text = Export.wrapping(Export.item(1, title: "Straße")).replacing("\"UTF-8\"", with: "\"x-kiez\"")
    let export = Export(text)
    #expect(export.items.first?.title == "Straße")
    #expect(export.site.findings.map(\.code) == [.unknownEncoding])
  }

  @Test func `Items without a header are read with the usual prefixes`() throws {
    let export = Export(Export.item(1) + Export.item(2))
    #expect(export.items.map(\.id) == ["1", "2"])
    #expect(export.findings.map(\.code) == [.spaceBeforeDeclaration, .missingHeader, .missingEnd])
  }
}
