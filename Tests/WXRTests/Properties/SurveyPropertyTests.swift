import Bytes
import Model
import Testing
import WXR

/// Laws of the first pass, which looks at less than the second.
@Suite struct SurveyPropertyTests {
  /// Findings that only a whole reading can make.
  private static let ofReading: Set<Finding.Code> = [
    .undeclaredPrefix, .textBetweenElements, .serializedLength, .unreadableSerialization,
  ]

  /// Exports with comments in them, damaged by chance.
  private static func samples() throws -> [[UInt8]] {
    var generator = SeededGenerator(seed: 31)
    let comment = """
      \t\t<wp:comment>
      \t\t\t<wp:comment_id>7</wp:comment_id>
      \t\t\t<wp:comment_author><![CDATA[Jördis]]></wp:comment_author>
      \t\t\t<wp:comment_content><![CDATA[Wir <b>kommen</b> & bringen Kuchen.]]></wp:comment_content>
      \t\t\t<wp:comment_author_url>https://example.org/?a=1&amp;b=2</wp:comment_author_url>
      \t\t\t<wp:commentmeta>
      \t\t\t\t<wp:meta_key><![CDATA[rating]]></wp:meta_key>
      \t\t\t\t<wp:meta_value><![CDATA[5]]></wp:meta_value>
      \t\t\t</wp:commentmeta>
      \t\t</wp:comment>

      """
    let item = Export.item(1).replacingLast("\t</item>", with: comment + comment + "\t</item>")
    let whole = Array(Export.wrapping(item + Export.item(2)).utf8)
    return try SplitterPropertyTests.samples(count: 200, seed: 32)
      + [whole, Fixture.bytes("wxr/musterkiez.xml")]
      + (0..<600).map { _ in Damage.random(to: whole, &generator) }
  }

  @Test func `A survey finds the damage that a reading finds, and counts the same`() throws {
    for bytes in try Self.samples() {
      let export = Export(bytes)
      for (item, summary) in zip(export.items, export.summaries) {
        #expect(summary.findings == item.findings.filter { !Self.ofReading.contains($0.code) })
        #expect(summary.commentCount == item.comments.count)
        #expect(summary.metaCount == item.meta.count)
        #expect(summary.id == item.id ?? "")
      }
    }
  }

  @Test func `An item that the survey found sound is read alike without another look for damage`() throws {
    var soundItems = 0
    for bytes in try Self.samples() {
      let export = Export(bytes)
      let reader = ItemReader(dialect: export.dialect)
      for (item, summary) in zip(export.items, export.summaries) where summary.isSound {
        let range = item.provenance.range
        let again = reader.read(
          Array(bytes[range.offset..<range.end]), provenance: item.provenance, isSound: true)
        #expect(again == item)
        soundItems += 1
      }
    }
    #expect(soundItems > 100)
  }

  @Test func `An item that is called sound and is not is read all the same`() throws {
    for bytes in try Self.samples() {
      let export = Export(bytes)
      let reader = ItemReader(dialect: export.dialect)
      for item in export.items {
        let range = item.provenance.range
        let again = reader.read(
          Array(bytes[range.offset..<range.end]), provenance: item.provenance, isSound: true)
        #expect(again.provenance == item.provenance)
      }
    }
  }
}

extension String {
  /// The text with the last occurrence of a part replaced.
  fileprivate func replacingLast(_ part: String, with other: String) -> String {
    guard let range = ranges(of: part).last else { return self }
    return String(self[..<range.lowerBound] + other + self[range.upperBound...])
  }
}
