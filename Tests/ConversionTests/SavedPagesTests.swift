import Conversion
import Foundation
import Testing

@testable import WARC

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

  @Test func `A page that shows other words than the export is named`() async throws {
    var post = Export.Post(12)
    post.content = "<p>Im Kiez. Wir „feiern“ – mit allen.</p>"
    let export = try folder.write(Export.bytes([post]), to: "export.xml")
    let same = Self.listing.replacingOccurrences(
      of: "Im Kiez.", with: "Im Kiez. Wir &quot;feiern&quot; - mit [...]")
    let other = Self.listing.replacingOccurrences(
      of: "Im Kiez.", with: "Im Kiez. Wir feiern dieses Jahr nicht.")
    let (_, files) = try await convert([
      try folder.write(Array(same.utf8), to: "seite.html"), export,
    ])
    #expect(rows("item", in: files).first?.contains("shown-on-page") == true)
    #expect(rows("item", in: files).first?.contains("text-contradiction") == false)
    try FileManager.default.removeItem(atPath: folder.path + "/package")
    let (_, changed) = try await convert([
      try folder.write(Array(other.utf8), to: "seite.html"), export,
    ])
    #expect(rows("item", in: changed).first?.contains("text-contradiction") == true)
  }

  /// A mirror as wget or HTTrack leave it: pages and uploads below the host's folder.
  private func mirror(_ name: String) throws -> String {
    let page = Self.listing.replacingOccurrences(
      of: "Im Kiez.",
      with:
        "Im Kiez. <img src=\"https://qm-musterkiez.example/wp-content/uploads/2016/05/hof.png\" alt=\"Hof\">")
    let host = "\(folder.path)/\(name)/qm-musterkiez.example"
    for inner in ["category/aktuelles", "wp-content/uploads/2016/05"] {
      try FileManager.default.createDirectory(atPath: "\(host)/\(inner)", withIntermediateDirectories: true)
    }
    _ = try folder.write(
      Array(page.utf8), to: "\(name)/qm-musterkiez.example/category/aktuelles/index.html")
    _ = try folder.write(
      Self.picture, to: "\(name)/qm-musterkiez.example/wp-content/uploads/2016/05/hof.png")
    return "\(folder.path)/\(name)"
  }

  /// The files below a folder as a zip file.
  private static func zip(of folder: String) throws -> [UInt8] {
    var zip = try ZipWriter()
    for (path, bytes) in try TemporaryFolder.contents(of: folder).sorted(by: { $0.key < $1.key }) {
      try zip.begin(path, size: bytes.count, method: .deflated)
      try zip.write([UInt8](bytes).span)
      try zip.end()
    }
    try zip.close()
    return zip.takeOutput()
  }

  private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  @Test(arguments: [false, true])
  func `A mirror's own uploads are used without being asked, in a folder and in a zip`(isZip: Bool)
    async throws
  {
    var input = try mirror("spiegel")
    if isZip { input = try folder.write(try Self.zip(of: input), to: "spiegel.zip") }
    let (summary, files) = try await convert([input])
    #expect(summary.mirroredUploads == 1)
    #expect(files["data/media/2016/05/hof.png"] != nil)
    #expect(files["data/missing-media.csv"] == nil)
    #expect(rows("input", in: files).contains { $0.contains("mirrored-upload") })
    let markdown = try #require(
      files.first {
        $0.key.hasSuffix("beitrag-12.md")
          || $0.value.contains("Im Kiez") && $0.key.hasPrefix("data/markdown/")
      })
    #expect(markdown.value.contains("media/2016/05/hof.png"))
  }

  @Test func `An uploads folder that the user names wins over the mirror's own`() async throws {
    let input = try mirror("spiegel")
    try FileManager.default.createDirectory(atPath: folder.path + "/leer", withIntermediateDirectories: true)
    var options = ConversionOptions(destination: folder.path + "/package")
    options.uploads = folder.path + "/leer"
    let summary = try await Converter(options: options).convert([input])
    let files = try TemporaryFolder.contents(of: options.destination)
    #expect(summary.mirroredUploads == 0)
    #expect(files["data/media/2016/05/hof.png"] == nil)
    #expect(files["data/missing-media.csv"] != nil)
  }

  private static let front = """
    <!-- saved from url=(0031)https://qm-musterkiez.example/ -->
    <html lang="de-DE"><head><meta name="generator" content="WordPress 5.9.3"><title>QM Musterkiez – Ein Kiez</title></head><body class="home blog">
    <header><img class="custom-logo" src="/wp-content/uploads/2016/logo.png" alt="Das Logo"><p class="site-title"><a href="/" rel="home">QM
    Musterkiez</a></p><p class="site-description">Gemeinsam für den Kiez</p></header><nav aria-label="Hauptmenü"><ul class="menu"><li
    class="menu-item"><a href="/projekte/">Projekte</a><ul><li class="menu-item"><a href="/projekte/hof/">Der Hof</a></li></ul></li><li
    class="menu-item"><a href="/kontakt/">Kontakt</a></li></ul></nav><main><article class="post hentry" id="post-12"><h2 class="entry-title"><a
    href="/2016/05/beitrag-12/" rel="bookmark">Titel</a></h2><div class="entry-summary"><p>Im Kiez.</p></div></article></main>
    """

  @Test func `Name, tagline, language, logo and menus come from the pages, once`() async throws {
    let second = Self.front.replacingOccurrences(of: "example/ -->", with: "example/page/2/ -->")
    let (summary, files) = try await convert([
      try folder.write(Array(Self.front.utf8), to: "a.html"),
      try folder.write(Array(second.utf8), to: "b.html"),
    ])
    #expect(summary.balance.isBalanced)
    let json = try #require(files["data/json/site.json"])
    let site = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(site["name"] as? String == "QM Musterkiez")
    #expect(site["description"] as? String == "Gemeinsam für den Kiez")
    #expect(site["language"] as? String == "de-DE")
    #expect(site["url"] as? String == "https://qm-musterkiez.example/")
    let image = site["image"] as? [String: Any]
    #expect(image?["url"] as? String == "https://qm-musterkiez.example/wp-content/uploads/2016/logo.png")
    let menus = try #require(site["menus"] as? [[String: Any]])
    #expect(menus.map { $0["name"] as? String } == ["Hauptmenü"])
    let entries = try #require(menus.first?["entries"] as? [[String: Any]])
    #expect(entries.map { $0["title"] as? String } == ["Projekte", "Der Hof", "Kontakt"])
    #expect(entries.map { $0["depth"] as? Int } == [0, 1, 0])
    #expect(entries.first?["url"] as? String == "https://qm-musterkiez.example/projekte/")
    let rows = rows("site", in: files)
    #expect(rows.count == 1)
    #expect(rows.first?.contains("\"name\":\"QM Musterkiez\"") == true)
  }

  @Test func `Pages beside an export leave its site what it is, and are no second one`() async throws {
    let export = try folder.write(Export.bytes([Export.Post(99)]), to: "export.xml")
    let (summary, files) = try await convert([export, try folder.write(Array(Self.front.utf8), to: "a.html")])
    #expect(summary.balance.isBalanced)
    let json = try #require(files["data/json/site.json"])
    #expect(json.hasPrefix("{\"name\":\"QM Musterkiez\",\"description\":\"Gemeinsam"))
    #expect(json.contains("\"wxr_version\":\"1.2\""))
    #expect(json.contains("Hauptmenü"))
    #expect(rows("author", in: files).count == 1)
    #expect(rows("site", in: files).map { $0.contains("export.xml") } == [true, false])
  }

  @Test func `A page that no WordPress made is kept, reported and converted as a plain page`() async throws {
    let html = """
      <html lang="de"><head><title>Impressum | Nachbar e. V.</title></head><body><div id="nav"><a href="/">Start</a></div><div><h1>Impressum</h1>
      <p>Verantwortlich ist der Verein mit allen seinen Mitgliedern, die in diesem langen Satz aufgezählt werden könnten, wenn es denn nötig
      wäre; es ist aber nicht nötig, denn dieser Satz soll nur lang genug sein, um ein Text zu sein.</p></div></body></html>
      """
    let (summary, files) = try await convert([
      try folder.write(Array(html.utf8), to: "impressum.html")
    ])
    #expect(summary.balance.isBalanced)
    #expect(files.contains { $0.key.hasPrefix("data/source/") && $0.value == html })
    let page = try #require(rows("page", in: files).first)
    #expect(page.contains("\"code\":\"foreign-page\""))
    let item = try #require(files["data/json/items.jsonl"])
    #expect(item.contains("\"type\":\"page\""))
    #expect(item.contains("\"title\":\"Impressum\""))
    let markdown = files.filter { $0.key.hasPrefix("data/markdown/") && $0.key.hasSuffix(".md") }
    #expect(markdown.count == 1)
    #expect(markdown.first?.value.contains("Verantwortlich ist der Verein") == true)
    #expect(markdown.first?.value.contains("Start") == false)
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
