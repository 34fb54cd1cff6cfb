import Bytes
import Testing

@Suite struct MailDateTests {
  @Test(arguments: [
    ("Tue, 24 May 2016 12:15:30 +0200", "2016-05-24T10:15:30Z"),
    ("24 May 2016 12:15 GMT", "2016-05-24T12:15:00Z"),
    ("Mon, 01 Jan 2018 00:30:00 +0100", "2017-12-31T23:30:00Z"),
  ])
  func `A feed's date is read`(text: String, expected: String) {
    #expect(UTCTime(mailDate: text)?.description == expected)
  }

  @Test(arguments: ["", "Mon, 30 Nov -0001 00:00:00 +0000", "Tue, 24 Foo 2016 12:15:30 +0200", "24 May"])
  func `What is no date is none`(text: String) {
    #expect(UTCTime(mailDate: text) == nil)
  }
}
