import Model
import Testing

@testable import Pages

@Suite struct RenderedPagesTests {
  /// Every page compared once; the tests look at the scores.
  static let comparison = Result {
    var comparison = Comparison()
    for truth in try RenderedPages.fixtures.truths() {
      var source = PageSource(input: truth.file)
      source.path = RenderedPages.fixtures.mirrorPath(of: truth)
      comparison.compare(
        PageReader().read(try RenderedPages.fixtures.bytes(of: truth), source: source), with: truth)
    }
    return comparison
  }

  @Test(arguments: [
    "number of entries", "ids in order", "title", "permalink", "partial", "date", "author", "categories",
    "tags",
    "kicker", "sticky", "content", "comment author", "comment date", "comment text", "comment parent",
    "number of comments",
  ])
  func `Every page of every theme gives what WordPress says is on it`(field: String) throws {
    let score = try #require(try Self.comparison.get().scores[field])
    #expect(score.total > 0)
    #expect(score.misses.isEmpty, "\(score.misses.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: [("excerpt", 0.99), ("teaser", 0.99), ("comment count", 0.99), ("kind", 0.99)])
  func `Texts are equal word for word, kinds are told where anything tells them`(field: String, share: Double)
    throws
  {
    let score = try #require(try Self.comparison.get().scores[field])
    #expect(score.share >= share, "\(score.misses.prefix(5).joined(separator: "\n"))")
  }

  @Test func `A page's own address is found in the page alone, where the theme prints it`() throws {
    var found = 0
    for truth in try RenderedPages.fixtures.truths()
    where truth.theme.hasPrefix("twenty") && truth.kind == "single" {
      let reading = PageReader().read(
        try RenderedPages.fixtures.bytes(of: truth), source: PageSource(input: truth.file))
      #expect(reading.address == truth.url)
      found += 1
    }
    #expect(found > 10)
  }

  @Test func `Name, tagline, language and menus of the site are read from every theme`() throws {
    for truth in try RenderedPages.fixtures.truths() where truth.kind == "category" && truth.theme != "tafel"
    {
      let reading = PageReader().read(
        try RenderedPages.fixtures.bytes(of: truth), source: PageSource(input: truth.file))
      #expect(reading.site.title == "Quartiersmanagement Musterkiez", "\(truth.file)")
      #expect(reading.site.language?.hasPrefix("de") == true, "\(truth.file)")
      #expect(reading.isWordPress, "\(truth.file)")
    }
  }
}
