import Conversion
import Foundation
import Testing

/// Saved pages through the whole pipeline, alone and together with an export.
@Suite struct SavedPagesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let listing = """
    <!-- saved from url=(0050)https://qm-musterkiez.example/category/aktuelles/ -->
    <html lang="de"><head><meta name="generator" content="WordPress 6.1.9"></head><body class="archive category">
    <article class="post hentry" id="post-12"><h2 class="entry-title"><a href="https://qm-musterkiez.example/2016/05/beitrag-12/"
    rel="bookmark">Titel</a></h2><div class="entry-summary"><p>Im Kiez. <a class="more-link"
    href="https://qm-musterkiez.example/2016/05/beitrag-12/#more-12">Weiterlesen</a></p></div></article>
    <article class="post hentry" id="post-13"><h2 class="entry-title"><a href="https://qm-musterkiez.example/2016/06/hof/"
    rel="bookmark">Hof &amp; Garten</a></h2><div class="entry-summary"><p>Wir fegen. <a class="more-link"
    href="https://qm-musterkiez.example/2016/06/hof/#more-13">Weiterlesen</a></p></div></article>
    """

  private func convert(_ inputs: [String]) async throws -> (
    summary: ConversionSummary, files: [String: String]
  ) {
    var options = ConversionOptions(destination: folder.path + "/package")
    options.compressionLevel = 1
    let summary = try await Converter(options: options).convert(inputs)
    let files = try TemporaryFolder.contents(of: options.destination)
    return (summary, files.mapValues { String(decoding: $0, as: UTF8.self) })
  }

  private func rows(_ kind: String, in files: [String: String]) -> [Substring] {
    (files["data/ledger.jsonl"] ?? "").split(separator: "\n").filter { $0.hasPrefix("{\"kind\":\"\(kind)\"") }
  }

  @Test func `A page's text becomes items that are excerpts`() async throws {
    let text = "archive.php\n\nIm Hof:\n\nDas Fest\n\nWir feiern. Weiterlesen → “Das Fest” </span\n"
    let (summary, files) = try await convert([try folder.write(Array(text.utf8), to: "seite.txt")])
    #expect(summary.balance.isBalanced)
    let item = try #require(files["data/json/items.jsonl"])
    #expect(item.contains("\"kicker\":\"Im Hof:\""))
    #expect(item.contains("\"partial\":true"))
    let markdown = try #require(files.first { $0.key.hasPrefix("data/markdown/") }?.value)
    #expect(markdown.hasSuffix("---\n\nWir feiern.\n"))
    #expect(rows("item", in: files).first?.contains("\"code\":\"cut-tag\"") == true)
  }

  @Test func `What is known only by an excerpt is listed with its addresses`() async throws {
    let (summary, files) = try await convert([try folder.write(Array(Self.listing.utf8), to: "seite.html")])
    #expect(summary.balance.isBalanced)
    let list = rows("not-rescued", in: files)
    #expect(list.count == 2)
    #expect(list.last?.contains("\"name\":\"Hof & Garten\"") == true)
    #expect(list.last?.contains("\"addresses\":[\"https://qm-musterkiez.example/2016/06/hof/\"]") == true)
    #expect(
      rows("page", in: files).first?.contains("https://qm-musterkiez.example/category/aktuelles/") == true)
  }

  @Test func `An export's item wins, and the page proves where it was public`() async throws {
    let export = try folder.write(Export.bytes([Export.Post(12)]), to: "export.xml")
    let page = try folder.write(Array(Self.listing.utf8), to: "a-seite.html")
    let (summary, files) = try await convert([page, export])
    #expect(summary.balance.isBalanced)
    let items = rows("item", in: files)
    #expect(items.count == 2)
    #expect(items.first?.contains("\"code\":\"shown-on-page\"") == true)
    #expect(items.first?.contains("only-excerpt") == false)
    #expect(rows("not-rescued", in: files).count == 1)
  }

  @Test func `A folder of a page's parts gives one page`() async throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/in/Seite_files", withIntermediateDirectories: true)
    _ = try folder.write(Array(Self.listing.utf8), to: "in/Seite.html")
    _ = try folder.write(Array("<html><body><div>Rahmen</div>".utf8), to: "in/Seite_files/rahmen.html")
    _ = try folder.write(Array("document.write('<div>')".utf8), to: "in/skript.js")
    let (summary, files) = try await convert([folder.path + "/in"])
    #expect(summary.balance.isBalanced)
    #expect(rows("page", in: files).count == 1)
    #expect(rows("input", in: files).count == 3)
  }
}
