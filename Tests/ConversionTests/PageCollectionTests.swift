import Bytes
import Conversion
import Foundation
import Testing
import WARC

/// The web archive packed into one file for browsers.
@Suite struct PageCollectionTests {
  private static let site = "https://qm-musterkiez.example"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func convert(
    _ inputs: [String], configure: (inout ConversionOptions) -> Void = { _ in }
  ) async throws -> String {
    var options = ConversionOptions(destination: folder.path + "/out")
    configure(&options)
    _ = try await Converter(options: options).convert(inputs)
    return options.destination + "/data/warc/qm-musterkiez.example-20220704100000.wacz"
  }

  private func export(_ posts: [Export.Post]) throws -> String {
    try folder.write(Export.bytes(posts), to: "export.xml")
  }

  /// The entries of a collection and their bytes.
  private func entries(of path: String) throws -> [String: String] {
    var zip = try ArchiveReader(path, as: .zip)
    var entries: [String: String] = [:]
    while let name = try zip.nextEntry() {
      var bytes: [UInt8] = []
      while try zip.read(1 << 16, appendingTo: &bytes) > 0 {}
      entries[name] = String(decoding: bytes, as: UTF8.self)
    }
    return entries
  }

  private func pages(_ list: String?) throws -> [[String: Any]] {
    try (list ?? "").split(separator: "\n").dropFirst().map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test func `It holds the archive, the conversions, the index and every page with its text, and is sound`()
    async throws
  {
    var secret = Export.Post(2)
    secret.status = "private"
    secret.title = "Geheim"
    var post = Export.Post(1)
    post.content = "Am <b>Brunnen</b> wird\n\ngefeiert & gelacht."
    let path = try await convert([try export([post, secret])])
    var faults: [String] = []
    WACZVerifier.verify(path: path) { faults.append("\($0)") }
    #expect(faults == [])
    let entries = try entries(of: path)
    let archive = "qm-musterkiez.example-20220704100000-00000"
    #expect(
      entries.keys.sorted() == [
        "archive/\(archive).warc.gz", "datapackage-digest.json", "datapackage.json",
        "indexes/index.cdx", "pages/extraPages.jsonl", "pages/pages.jsonl",
      ])
    let page = try #require(try pages(entries["pages/pages.jsonl"]).first)
    #expect(page["url"] as? String == Self.site + "/2016/05/beitrag-1/")
    #expect(page["title"] as? String == "Titel" && page["ts"] as? String == "2022-07-04T10:00:00Z")
    #expect(page["text"] as? String == "Am Brunnen wird\n\ngefeiert & gelacht.")
    #expect(entries["pages/pages.jsonl"]?.contains("Geheim") == false)
    let lists = try pages(entries["pages/extraPages.jsonl"]).compactMap { $0["url"] as? String }
    #expect(
      Set(lists).isSuperset(of: [Self.site + "/", Self.site + "/2016/", Self.site + "/author/redaktion/"]))
    #expect(entries["datapackage.json"]?.contains("\"mainPageUrl\":\"\(Self.site)/\"") == true)
  }

  @Test func `A saved page is listed with the text of its post, at its own time`() async throws {
    let saved = """
      <!-- saved from url=(0044)\(Self.site)/2016/05/beitrag-1/ --><html lang="de"><head>
      <meta name="generator" content="WordPress 6.1"></head><body class="single single-post postid-1"><article class="post hentry" id="post-1">
      <h1 class="entry-title">Titel</h1><div class="entry-content"><p>Wie es war.</p></div></article></body></html>
      """
    let path = try await convert([
      try export([Export.Post(1)]), try folder.write(Array(saved.utf8), to: "seite.html"),
    ])
    var faults: [String] = []
    WACZVerifier.verify(path: path) { faults.append("\($0)") }
    #expect(faults == [])
    let found = try pages(try entries(of: path)["pages/pages.jsonl"])
    #expect(found.map { $0["title"] as? String } == ["Titel"])
  }

  @Test func `It is left out where it is not wanted`() async throws {
    let path = try await convert([try export([Export.Post(1)])]) { $0.writesCollection = false }
    #expect(!FileManager.default.fileExists(atPath: path))
    let folder = (path as NSString).deletingLastPathComponent
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
  }
}
