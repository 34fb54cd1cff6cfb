import Bytes
import Conversion
import Foundation
import Testing

@testable import Audit
@testable import WARC

/// The law of provenance: from a package alone every item is cut out of its source again and reads to the same model,
/// however the source is packed, in whatever encoding, and however broken it is.
struct SourceReadingTests {
  private static let exports = ["wxr", "broken"].flatMap { folder in
    let names = (try? FileSystem.entries(of: MadePackage.fixture(folder)).map(\.name)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.map { "\(folder)/\($0)" }
  }

  @Test(arguments: exports.filter { !$0.hasSuffix("empty-file.xml") && !$0.hasSuffix("not-an-export.xml") })
  func `Every item of every fixture reads to the same model again`(name: String) async throws {
    let (summary, faults) = try await verify([MadePackage.fixture(name)])
    #expect(faults.map(\.line) == [] && (summary.items > 0 || name.hasSuffix("empty-channel.xml")))
  }

  /// One export as it may come, with the number of its items.
  private static let packed: [(name: String, bytes: [UInt8], items: Int)] = {
    let plain = bytes(of: "wxr/handwritten-1.1.xml")
    let other = bytes(of: "wxr/handwritten-1.0.xml")
    let wide = bytes(of: "broken/utf-16.xml")
    let western = bytes(of: "broken/declared-windows-1252.xml")
    let inner = zip([("a.xml", plain), ("Straße.xml", wide)])
    return [
      ("utf-16.xml.gz", gzip(wide), 5),
      ("cut-utf-16.xml", Array(wide.dropLast(wide.count / 3 | 1)), 3),
      (
        "gzip-in-zip.zip",
        zip([("a.xml.gz", gzip(plain)), (".x", [1]), ("bild.png", [0x89, 0]), ("b.xml", other)]), 4
      ),
      ("zip-in-zip.zip", zip([("innen.zip", inner), ("w.xml", western)]), 12),
      ("zip-in-gzip.gz", gzip(inner), 7),
      ("three-layers.zip", zip([("innen.zip", zip([("innen.gz", gzip(plain))]))]), 2),
      ("twice-the-same-name.zip", zip([("a.xml", plain), ("a.xml", other)]), 4),
      ("number-signs.zip", zip([("b", Array("Text".utf8)), ("b#c.xml", other)]), 2),
    ]
  }()

  @Test(arguments: packed.map(\.name))
  func `A source packed in any way is unpacked again`(name: String) async throws {
    let folder = try TemporaryFolder()
    let source = try #require(Self.packed.first { $0.name == name })
    try folder.write(source.bytes, to: name)
    let (summary, faults) = try await verify([folder.path + "/" + name])
    #expect(faults.filter { $0.severity == .fault }.map(\.line) == [])
    #expect(summary.items == source.items)
  }

  @Test func `A package without JSON still has its items compared by their digests`() async throws {
    let package = try await MadePackage.of([MadePackage.fixture("wxr/musterkiez-parts.zip")]) {
      $0.outputs = [.warc]
    }
    #expect(try await MadePackage.verify(package).summary.items > 0)
    try await MadePackage.change("data/ledger.jsonl", in: package) { text in
      text.replacing(/("kind":"item".*?"sha256":")(..)/, maxReplacements: 1) { "\($0.1)zz" }
    }
    #expect(try await MadePackage.verify(package).faults.map(\.kind) == ["item-digest"])
  }

  @Test func `Posts of saved pages are counted apart, and their pages are compared whole`() async throws {
    let package = try await MadePackage.of([MadePackage.fixture("pages/saved/encodings")])
    let sound = try await MadePackage.verify(package)
    #expect(sound.faults.map(\.line) == [] && sound.summary.pageItems > 0 && sound.summary.items == 0)
    #expect(sound.summary.line.contains("posts of saved pages, by their pages' digests"))
    try await MadePackage.change("data/ledger.jsonl", in: package) { text in
      text.replacing(/("kind":"item".*?"length":)(\d+)/, maxReplacements: 1) { "\($0.1)7" }
    }
    let fault = try #require(try await MadePackage.verify(package).faults.first)
    #expect(fault.kind == "page-of-item" && fault.found?.hasPrefix("7 bytes from byte 0 of ") == true)
    let ledger = try package.text(of: "data/ledger.jsonl")
    let page = String(try #require(ledger.firstMatch(of: /"(data\/source\/[^"]*)"/)).1)
    try package.write(try package.bytes(of: page) + [0x20], to: page)
    try await MadePackage.reseal(package)
    let differing = try await MadePackage.verify(package).faults.filter { $0.kind == "source-differs" }
    #expect(differing.map(\.file) == [page])
  }

  @Test(arguments: [
    (false, "none of that name where the ledger has it"), (true, "0 bytes: "),
  ])
  func `A packed source that can no longer be unpacked is named once, with the source in it`(
    isContentDamaged: Bool, found: String
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.zip([("a.xml", Self.bytes(of: "wxr/handwritten-1.1.xml"))]), to: "x.zip")
    let package = try await MadePackage.of([folder.path + "/x.zip"])
    var bytes = try package.bytes(of: "data/source/x.zip")
    // Behind the entry's header stands a block of a type that deflate does not know.
    bytes[isContentDamaged ? 30 + Int(bytes[26]) + Int(bytes[28]) : 0] = 0xFF
    try package.write(bytes, to: "data/source/x.zip")
    try await MadePackage.reseal(package)
    let faults = try await MadePackage.verify(package).faults
    #expect(faults.map(\.kind) == ["source-unreadable"])
    #expect(faults.first?.record == "x.zip#a.xml" && faults.first?.file == "data/source/x.zip")
    #expect(faults.first?.found?.hasPrefix(found) == true)
  }

  private func verify(_ inputs: [String]) async throws -> (summary: VerificationSummary, faults: [Fault]) {
    try await MadePackage.verify(try await MadePackage.of(inputs))
  }

  private static func bytes(of fixture: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: MadePackage.fixture(fixture)))).map(Array.init) ?? []
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var compressor = GzipCompressor(level: 6)
    compressor.appendMember(of: bytes.span, to: &packed)
    return packed
  }

  private static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    do {
      var zip = try ZipWriter()
      for (name, bytes) in entries {
        try zip.begin(name, size: bytes.count, method: .deflated)
        try zip.write(bytes.span)
        try zip.end()
      }
      try zip.close()
      return zip.takeOutput()
    } catch {
      Issue.record(error)
      return []
    }
  }
}
