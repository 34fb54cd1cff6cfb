import Bytes
import Testing
import WXR

/// Laws of the splitter that hold for any bytes whatever.
@Suite struct SplitterPropertyTests {
  /// Exports, and the same with damage done by chance.
  static func samples(count: Int, seed: UInt64) throws -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    let whole = try Fixture.brokenNames().map { try Fixture.bytes("broken/" + $0) }
    return (0..<count).map { _ in Damage.random(to: whole.randomElement(using: &generator) ?? [], &generator)
    }
  }

  @Test func `Every byte belongs to exactly one piece`() throws {
    for bytes in try Self.samples(count: 300, seed: 1) {
      var end = 0
      for piece in Export.split(bytes, chunk: 4096) {
        #expect(piece.range.offset == end)
        #expect(piece.range.length >= 0)
        end = piece.range.end
      }
      #expect(end == bytes.count)
    }
  }

  @Test func `The pieces do not depend on how the input is cut into chunks`() throws {
    var generator = SeededGenerator(seed: 2)
    for bytes in try Self.samples(count: 120, seed: 3) {
      let whole = Export.split(bytes, chunk: max(1, bytes.count))
      for chunk in [1, 7, 511, 2048, Int.random(in: 1...5000, using: &generator)] {
        #expect(Export.split(bytes, chunk: chunk) == whole)
      }
    }
  }

  @Test func `A cut export keeps every item that is complete`() throws {
    let bytes = Array(Export.wrapping((1...8).map { Export.item($0) }.joined()).utf8)
    let items = Export.split(bytes, chunk: 4096).filter { $0.kind == .item }.map(\.range)
    #expect(items.count == 8)
    for end in stride(from: 0, through: bytes.count, by: 13) {
      let cut = Export.split(Array(bytes[..<end]), chunk: 1000).filter { $0.kind == .item }.map(\.range)
      let complete = items.filter { $0.end <= end }
      #expect(Array(cut.prefix(complete.count)) == complete)
    }
  }
}

/// What may happen to a file.
enum Damage {
  static let scraps = [
    "]]>", "<![CDATA[", "</item>", "<item>", "<!--", "-->", "</channel>", "</rss>", "<?xml version=\"1.0\"?>",
    "&", "<", "\0",
    "\u{FFFE}", "</content:encoded>", "<wp:postmeta>", "\"", ">", "ß",
  ]

  static func random(to bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &generator)))
      case 2: bytes.removeSubrange(at...)
      default: bytes.insert(contentsOf: (scraps.randomElement(using: &generator) ?? "").utf8, at: at)
      }
    }
    return bytes
  }
}
