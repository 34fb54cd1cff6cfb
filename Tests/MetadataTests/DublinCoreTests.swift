import Bytes
import Model
import Testing

@testable import Metadata

struct DublinCoreTests {
  private func item() -> Item {
    var item = Item(
      provenance: Provenance(input: "export.xml", inputIndex: 0, range: ByteRange(offset: 100, length: 50)))
    item.title = "Kiezfest, „laut“ und \"bunt\""
    item.link = "https://qm-musterkiez.example/kiezfest/"
    item.guid = "https://qm-musterkiez.example/?p=7"
    item.date = SourceDate("2016-05-24 10:15:00")
    item.terms = (1...7).map { TermReference(taxonomy: "post_tag", slug: "t\($0)", name: "Thema \($0)") }
    return item
  }

  @Test func `The header has the columns that Archivematica knows`() {
    #expect(
      String(decoding: DublinCoreTable(columns: [.title, .subject, .subject]).header, as: UTF8.self)
        == "filename,dc.title,dc.subject,dc.subject\r\n")
  }

  @Test func `A row has a field a column, and what is too much is joined to the last`() {
    let record = DublinCoreRecord(
      of: item(), authorName: "Erika Mustermann", siteAddress: "https://qm-musterkiez.example",
      language: "de-DE",
      format: "text/markdown")
    let table = DublinCoreTable(columns: [.title, .subject, .subject, .identifier, .date, .source, .rights])
    #expect(
      String(decoding: table.row("objects/markdown/kiezfest.md", record), as: UTF8.self) == """
        objects/markdown/kiezfest.md,"Kiezfest, „laut“ und ""bunt\""",Thema 1,\
        Thema 2; Thema 3; Thema 4; Thema 5; Thema 6; Thema 7,\
        https://qm-musterkiez.example/kiezfest/; https://qm-musterkiez.example/?p=7,2016-05-24,\
        export.xml#bytes=100-149,\r\n
        """)
  }

  @Test(arguments: [
    ("schlicht", "schlicht"), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), (" rand", "\" rand\""), ("", ""),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func `Fields are quoted where they must be`(text: String, field: String) {
    var record = DublinCoreRecord()
    record.add(.title, text)
    let row = DublinCoreTable(columns: [.title]).row("f", record)
    #expect(row == Array("f,\(field)\r\n".utf8))
  }

  @Test func `No e-mail address of the author enters a record`() {
    let record = DublinCoreRecord(of: item(), authorName: nil, siteAddress: nil, language: nil, format: nil)
    #expect(record.values(of: .creator) == [])
    #expect(DublinCoreRecord.Element.allCases.count == 15)
  }
}
