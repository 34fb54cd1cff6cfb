import Model
import Testing
import WXR

@Suite struct ReadingTests {
  @Test func `An ordinary export is read with all it says`() throws {
    let export = Export(Export.wrapping(Export.item(1) + Export.item(2, title: "Tom & Jerry")))
    #expect(export.findings == [])
    #expect(export.site.title == "Musterkiez")
    #expect(export.site.createdComment == "2024-02-11 09:30")
    #expect(export.dialect.wordPressVersion == "6.4.2")
    #expect(export.items.map(\.id) == ["1", "2"])
    #expect(export.items[1].title == "Tom & Jerry")
    let item = try #require(export.items.first)
    #expect(item.content == "<p>Alle sind eingeladen.</p>")
    #expect(item.excerpt == "")
    #expect(item.terms == [TermReference(taxonomy: "category", slug: "feste", name: "Feste & Feiern")])
    #expect(item.meta == [MetaEntry(key: "_edit_last", value: "1")])
    #expect(item.unknown == [])
    #expect(export.summaries[0].contentLength == 28)
    #expect(export.summaries[0].id == "1")
  }
}
