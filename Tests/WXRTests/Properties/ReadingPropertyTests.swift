import Bytes
import Model
import Testing
import WXR

/// Laws of reading that hold for any bytes whatever.
@Suite struct ReadingPropertyTests {
  @Test func `Damage never stops the reading, and places stay inside the item`() throws {
    for bytes in try SplitterPropertyTests.samples(count: 400, seed: 11) {
      let export = Export(bytes)
      for item in export.items {
        let range = item.provenance.range
        for comment in item.comments {
          let place = try #require(comment.provenance?.range)
          #expect(place.offset >= range.offset && place.end <= range.end && place.length >= 0)
        }
        for finding in item.findings {
          let offset = try #require(finding.offset)
          #expect(offset >= range.offset && offset <= range.end, "\(finding)")
        }
      }
    }
  }

  @Test func `Changing one item changes no other`() throws {
    var generator = SeededGenerator(seed: 5)
    let texts = (1...6).map { Export.item($0, title: "Beitrag \($0)") }
    let before = Export(Export.wrapping(texts.joined())).items
    #expect(before.count == 6)
    for _ in 0..<150 {
      // Damage inside the third item's own tags; boundaries themselves are another law's business.
      let start = "\t<item>".utf8.count
      let inner = Array(texts[2].utf8)[start..<texts[2].utf8.count - "</item>\n".utf8.count]
      var scrap = Damage.random(to: Array(inner), &generator)
      if String(decoding: scrap, as: UTF8.self).contains(#/<\/?(item|channel|rss)|<\?xml|<!--/#) { continue }
      scrap = Array("\t<item>".utf8) + scrap + Array("</item>\n".utf8)
      let head = Array(Export.wrapping("@").utf8)
      let at = try #require(head.firstIndex(of: UInt8(ascii: "@")))
      let bytes =
        head[..<at] + Array(texts[..<2].joined().utf8) + scrap + Array(texts[3...].joined().utf8)
        + head[(at + 1)...]
      let after = Export(Array(bytes)).items
      try #require(after.count == 6, "\(String(decoding: scrap, as: UTF8.self))")
      for index in [0, 1, 3, 4, 5] {
        #expect(after[index].withoutPlaces == before[index].withoutPlaces)
      }
    }
  }

  @Test func `An item with more names than anyone needs does not spoil the next`() throws {
    let names = (0..<11_000).map { "<x:n\($0)/>" }.joined()
    let export = Export(
      Export.wrapping(Export.item(1) + "<item>\(names)</item>" + Export.item(2) + Export.item(3)))
    #expect(export.items.map(\.id) == ["1", nil, "2", "3"])
    #expect(export.items[1].unknown.count == 11_000)
    #expect(export.items[3].withoutPlaces == Export(Export.wrapping(Export.item(3))).items[0].withoutPlaces)
  }

  @Test func `Readers on several threads give the same items`() async throws {
    let bytes = try Fixture.bytes("wxr/musterkiez.xml")
    let expected = Export(bytes).items
    await withTaskGroup(of: [Item].self) { group in
      for _ in 0..<4 { group.addTask { Export(bytes).items } }
      for await items in group { #expect(items == expected) }
    }
  }

  @Test func `Reading an item again, in any company, gives the same item`() throws {
    let bytes = try Fixture.bytes("wxr/musterkiez.xml")
    let export = Export(bytes)
    for item in export.items.reversed() {
      let range = item.provenance.range
      let alone = ItemReader(dialect: export.dialect).read(
        Array(bytes[range.offset..<range.end]), provenance: item.provenance)
      #expect(alone == item)
    }
  }
}

extension Item {
  /// The item without its offsets in the input.
  var withoutPlaces: Item {
    var item = self
    item.provenance.range = ByteRange(offset: 0, length: 0)
    for index in item.comments.indices { item.comments[index].provenance = nil }
    return item
  }
}
