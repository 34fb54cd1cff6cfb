import Model
import Testing

@Suite struct ZonedDateTests {
  @Test(arguments: [
    ("2016-05-24 12:15:00", "2016-05-24 10:15:00", "2016-05-24T12:15:00+02:00"),
    ("2016-01-24 05:15:00", "2016-01-24 10:15:00", "2016-01-24T05:15:00-05:00"),
    ("2016-01-24 05:45:00", "2016-01-24 00:00:00", "2016-01-24T05:45:00+05:45"),
    ("2016-01-24 05:15:00", "2016-01-24 05:15:00", "2016-01-24T05:15:00Z"),
    ("2016-01-24 05:15:00", "0000-00-00 00:00:00", "2016-01-24T05:15:00"),
    ("0000-00-00 00:00:00", "2016-01-24 05:15:00", "2016-01-24T05:15:00Z"),
    ("2016-01-24 05:15:00", "2011-01-24 05:15:00", "2016-01-24T05:15:00"),
  ])
  func `The zone is what local and GMT date together tell`(local: String, gmt: String, expected: String) {
    #expect(ZonedDate.iso8601(local: SourceDate(local), gmt: SourceDate(gmt)) == expected)
  }

  @Test func `Two zero dates are no date`() {
    let zero = SourceDate("0000-00-00 00:00:00")
    #expect(ZonedDate.iso8601(local: zero, gmt: zero) == nil)
    #expect(zero.raw == "0000-00-00 00:00:00")
  }
}
