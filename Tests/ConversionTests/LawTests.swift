import Conversion
import Foundation
import Testing

/// The laws that hold for every conversion, whatever the input.
@Suite struct LawTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func convert(
    _ inputs: [String], to name: String, configure: (inout ConversionOptions) -> Void = { _ in }
  ) async throws -> ConversionSummary {
    var options = ConversionOptions(destination: "\(folder.path)/\(name)")
    configure(&options)
    return try await Converter(options: options).convert(inputs)
  }

  /// Posts of many shapes, always the same ones.
  private func posts(_ count: Int, seed: UInt64 = 7) -> [Export.Post] {
    var random = SeededGenerator(seed: seed)
    return (1...count).map { id in
      var post = Export.Post(id)
      post.title =
        ["Sommerfest", "Müll & Mehr", "„Kiez“", "", "👩‍👧 Familientag"].randomElement(using: &random) ?? ""
      post.status =
        ["publish", "publish", "publish", "draft", "private", "trash"].randomElement(using: &random) ?? ""
      post.type =
        ["post", "page", "attachment", "projekt", "nav_menu_item"].randomElement(using: &random) ?? ""
      post.password = Int.random(in: 0..<10, using: &random) == 0 ? "geheim" : ""
      post.content = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
        [
          "Ein Absatz über den Kiez.", "<b>Fett</b> und <i>schräg", "[unbekannt a=1]Text[/unbekannt]",
          "<ul><li>a<li>b</ul>",
          "<!-- wp:paragraph --><p>Block</p><!-- /wp:paragraph -->", "<table><tr><td>1</td></tr></table>",
        ]
        .randomElement(using: &random) ?? ""
      }.joined(separator: "\n\n")
      return post
    }
  }

  @Test func `Balance: everything in the source has exactly one outcome`() async throws {
    let input = try folder.write(Export.bytes(posts(300)), to: "export.xml")
    let summary = try await convert([input], to: "out")
    #expect(summary.balance.isBalanced)
    #expect(summary.balance.lines["item"]?.inSource == 300)
    let ledger = try String(contentsOfFile: summary.ledger, encoding: .utf8)
    #expect(ledger.split(separator: "\n").count { $0.hasPrefix(#"{"kind":"item""#) } == 300)
  }

  @Test func `Determinism: any number of jobs gives the same bytes`() async throws {
    var some = posts(700)
    // Large files are read for their digests while others are still written.
    some[0].content = String(repeating: "Kiez ", count: 250_000)
    let input = try folder.write(Export.bytes(some), to: "export.xml")
    _ = try await convert([input], to: "one") { $0.jobs = 1 }
    _ = try await convert([input], to: "many") { $0.jobs = 5 }
    let one = try TemporaryFolder.contents(of: folder.path + "/one")
    #expect(try one == TemporaryFolder.contents(of: folder.path + "/many"))
    #expect(one.count > 150)
  }

  @Test(arguments: [1, 2, 3])
  func `Isolation: changing one item changes no other item's output`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var some = posts(40, seed: seed)
    let before = try folder.write(Export.bytes(some), to: "before.xml")
    let changed = Int.random(in: 0..<some.count, using: &random)
    some[changed].content = "Anders \u{1} & <div ]]> <p"
    let after = try folder.write(Export.bytes(some), to: "after.xml")
    _ = try await convert([before], to: "a") {
      $0.outputs = [.markdown]; $0.isBare = true
    }
    _ = try await convert([after], to: "b") {
      $0.outputs = [.markdown]; $0.isBare = true
    }
    let (a, b) = try (
      TemporaryFolder.contents(of: folder.path + "/a"), TemporaryFolder.contents(of: folder.path + "/b")
    )
    #expect(Set(a.keys) == Set(b.keys))
    #expect(a.keys.count { a[$0] != b[$0] } <= 1)
  }

  @Test func `Safe names: no slug leads out of the package or over another's file`() async throws {
    let hostile = [
      "../../etc/passwd", "..", ".", "con", "a/../b", "%2e%2e%2fx", "x\u{0}y", "SOMMER", "sommer", "sommer",
      String(repeating: "lang-", count: 60), "%e5%8c", "ümlaut", "u\u{308}mlaut", "a:b*c?", "trailing.", "",
    ]
    let input = try folder.write(
      Export.bytes(
        hostile.enumerated().map { place, slug in
          var post = Export.Post(place + 1, slug: slug)
          post.link = place.isMultiple(of: 2) ? nil : ""
          return post
        }), to: "export.xml")
    let summary = try await convert([input], to: "out")
    let names = try TemporaryFolder.contents(of: folder.path + "/out").keys.filter { $0.hasSuffix(".md") }
    #expect(names.count == hostile.count)
    #expect(Set(names.map { $0.precomposedStringWithCanonicalMapping.lowercased() }).count == hostile.count)
    #expect(names.filter { !$0.hasPrefix("data/markdown/") || $0.contains("..") || $0.contains(":") } == [])
    #expect(names.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 200 } })
    #expect(summary.balance.isBalanced)
  }

  @Test(arguments: ["draft", "pending", "private", "future", "trash", "auto-draft", "geheimstatus"])
  func `Private by default: what the site did not publish is not among what is meant for publication`(
    status: String
  ) async throws {
    var secret = Export.Post(1)
    secret.status = status
    secret.content = "Nur intern"
    let input = try folder.write(Export.bytes([secret, Export.Post(2)]), to: "export.xml")
    let summary = try await convert([input], to: "out")
    let contents = try TemporaryFolder.contents(of: folder.path + "/out")
    #expect(contents.keys.filter { $0.hasSuffix(".md") } == ["data/markdown/2016/05/beitrag-2.md"])
    #expect(summary.balance.lines["item"]?.outcomes == ["withheld": 1, "converted": 1])
    let items = String(decoding: contents["data/json/items.jsonl"] ?? [], as: UTF8.self)
    #expect(items.contains("Nur intern"))
  }

  @Test func `All or nothing: a folder that is in use stays as it is`() async throws {
    let input = try folder.write(Export.bytes([Export.Post(1)]), to: "export.xml")
    try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
    _ = try folder.write(Array("meins".utf8), to: "out/eigenes.txt")
    await #expect(throws: ConversionError.self) { try await convert([input], to: "out") }
    #expect(try TemporaryFolder.contents(of: folder.path + "/out").keys.sorted() == ["eigenes.txt"])
  }

  @Test func `All or nothing: an input that is no export leaves nothing behind`() async throws {
    let input = try folder.write([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0, 0, 0], to: "bild.png")
    await #expect(throws: ConversionError.self) { try await convert([input], to: "out") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bild.png"])
  }

  @Test func `Provenance: the ledger's range cuts the item out of the original`() async throws {
    let bytes = Export.bytes(posts(20))
    let input = try folder.write(bytes, to: "export.xml")
    let summary = try await convert([input], to: "out")
    let ledger = try String(contentsOfFile: summary.ledger, encoding: .utf8)
    var seen = 0
    for line in ledger.split(separator: "\n") where line.hasPrefix(#"{"kind":"item""#) {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let piece = bytes[row.source.offset..<row.source.offset + row.source.length]
      let text = String(decoding: piece, as: UTF8.self)
      #expect(text.hasPrefix("<item>") && text.hasSuffix("</item>"))
      #expect(text.contains("<wp:post_id>\(row.id)</wp:post_id>"))
      seen += 1
    }
    #expect(seen == 20)
  }

  private struct Row: Decodable {
    struct Source: Decodable {
      var offset: Int
      var length: Int
    }
    var id: String
    var source: Source
  }
}

/// A generator that gives the same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
