import Bytes
import Testing

@testable import Pages

@Suite struct PrintedDateTests {
  @Test(arguments: [
    ("5. Juli 2022", "2022-07-05T00:00:00Z"),
    ("5. Jul. 22", "2022-07-05T00:00:00Z"),
    ("24. 05. 2016", "2016-05-24T00:00:00Z"),
    ("24.5.16", "2016-05-24T00:00:00Z"),
    ("1. Jänner 2009", "2009-01-01T00:00:00Z"),
    ("3. März 2010", "2010-03-03T00:00:00Z"),
    ("Juli 5, 2022", "2022-07-05T00:00:00Z"),
    ("July 5th, 2022", "2022-07-05T00:00:00Z"),
    ("Dec 31, 1999", "1999-12-31T00:00:00Z"),
    ("5 July 2022", "2022-07-05T00:00:00Z"),
    ("2016-05-24", "2016-05-24T00:00:00Z"),
    ("2016/05/24", "2016-05-24T00:00:00Z"),
    ("Dienstag, 5. Juli 2022 um 14:30 Uhr", "2022-07-05T14:30:00Z"),
    ("5. Juli 2022, 14.30 Uhr", "2022-07-05T14:30:00Z"),
    ("July 5, 2022 at 2:30 pm", "2022-07-05T14:30:00Z"),
    ("July 5, 2022 at 12:05 am", "2022-07-05T00:05:00Z"),
    ("Veröffentlicht am 24. 05. 2016 von admin", "2016-05-24T00:00:00Z"),
    ("2016-05-24T10:15:00+02:00", "2016-05-24T10:15:00Z"),
    ("5/13/2022", "2022-05-13T00:00:00Z"),
    ("13/5/2022", "2022-05-13T00:00:00Z"),
  ])
  func `A date is read in every form that themes print`(text: String, time: String) throws {
    let date = try #require(PrintedDate(in: text))
    #expect(date.civil?.description == time)
  }

  @Test(arguments: [
    "", "im Mai", "3 Kommentare", "30. Februar 2022", "Seite 1/2", "Version 1.2.3", "1234567",
  ])
  func `What is no date gives none`(text: String) {
    #expect(PrintedDate(in: text) == nil)
  }

  @Test func `A zone makes it a moment`() throws {
    let date = try #require(PrintedDate(in: "2016-05-24T00:15:00+02:00"))
    #expect(date.moment?.description == "2016-05-23T22:15:00Z")
    #expect(try #require(PrintedDate(in: "5. Juli 2022")).moment == nil)
  }

  @Test func `The permalink settles which figure is the month`() throws {
    var date = try #require(PrintedDate(in: "5/7/2022"))
    #expect(date.month == 5)
    #expect(date.confirm(by: PermalinkDate(address: "https://qm-musterkiez.example/2022/07/fest/")) == true)
    #expect(date.month == 7)
    #expect(date.day == 5)
    #expect(date.confirm(by: PermalinkDate(address: "https://qm-musterkiez.example/2021/07/fest/")) == false)
    #expect(date.confirm(by: PermalinkDate(address: "https://qm-musterkiez.example/fest/")) == nil)
  }

  @Test func `The date is kept as printed`() {
    #expect(PrintedDate(in: "Am 5. Juli 2022 um 14:30 Uhr, im Hof")?.text == "5. Juli 2022 um 14:30 Uhr")
  }

  @Test(arguments: [
    ("Tue, 24 May 2016 10:15:00 GMT", "2016-05-24T10:15:00Z"),
    ("Tue May 24 2016 12:15:00 GMT+0200 (CEST)", "2016-05-24T10:15:00Z"),
    ("24 May 2016 12:15 +0200", "2016-05-24T10:15:00Z"),
  ])
  func `The time a tool saved a page is read`(text: String, time: String) {
    #expect(MailDate.time(in: text)?.description == time)
  }
}
