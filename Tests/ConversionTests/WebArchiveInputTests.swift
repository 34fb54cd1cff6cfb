import Bytes
import Conversion
import Foundation
import Testing
import WARC

/// Web archives that others made: what crawlers, wget and browsers' recorders write.
@Suite struct WebArchiveInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: An archive as warcio lays it out

  private static func record(_ type: String, _ uri: String?, _ contentType: String?, _ block: [UInt8])
    -> [UInt8]
  {
    var head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(UUID().uuidString.lowercased())>\r\n"
    head += "WARC-Date: 2022-07-20T08:30:00Z\r\n"
    if let uri { head += "WARC-Target-URI: \(uri)\r\n" }
    if let contentType { head += "Content-Type: \(contentType)\r\n" }
    head += "Content-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private static func answer(
    _ uri: String, status: String = "200 OK", _ fields: [String], _ body: [UInt8]
  ) -> [UInt8] {
    let head = "HTTP/1.1 \(status)\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    return record("response", uri, "application/http; msgtype=response", Array(head.utf8) + body)
  }

  private static func zipped(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = []
    var compressor = GzipCompressor(level: 6)
    compressor.appendMember(of: bytes.span, to: &member)
    return member
  }

  private static func chunked(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(100)
      text += "\(String(piece.count, radix: 16))\r\n".utf8 + piece + "\r\n".utf8
      rest = rest.dropFirst(100)
    }
    return text + "0\r\n\r\n".utf8
  }

  private static let site = "https://qm-musterkiez.example"

  private static func post(_ path: String, _ title: String, _ text: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html><html lang="de-DE"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.1.9">
      <title>\(title) – QM Musterkiez</title><link rel="canonical" href="\(site)\(path)"></head><body class="single">
      <article class="post type-post hentry"><h1 class="entry-title">\(title)</h1><div class="entry-content"><p>\(text)</p></div></article>
      """.utf8)
  }

  private static let html = "Content-Type: text/html; charset=UTF-8"

  private static func records() -> [[UInt8]] {
    let hof = post("/2022/07/hof/", "Der Hof", "Wir fegen den Hof, alle zusammen.")
    return [
      record(
        "warcinfo", nil, "application/warc-fields",
        Array("software: warcio\r\nformat: WARC File Format 1.0\r\n".utf8)),
      record(
        "request", "\(site)/2022/07/fest/", "application/http; msgtype=request",
        Array("GET /2022/07/fest/ HTTP/1.1\r\n\r\n".utf8)),
      answer(
        "\(site)/2022/07/fest/", [html, "Content-Encoding: gzip", "Transfer-Encoding: chunked"],
        chunked(zipped(post("/2022/07/fest/", "Das Fest", "Wir feiern im Hof mit allen.")))),
      answer("<\(site)/2022/07/hof/>", [html, "Transfer-Encoding: chunked"], chunked(hof)),
      answer(
        "\(site)/2022/07/plan/", [html, "Content-Encoding: deflate"],
        deflated(post("/2022/07/plan/", "Der Plan", "Wir planen den Hof."))),
      record(
        "resource", "\(site)/2022/07/markt/", "text/html",
        post("/2022/07/markt/", "Der Markt", "Am Samstag ist Markt.")),
      record(
        "revisit", "\(site)/2022/07/hof/", "application/http; msgtype=response",
        Array("HTTP/1.1 200 OK\r\n\(html)\r\n\r\n".utf8)),
      answer("\(site)/?p=9", status: "301 Moved Permanently", ["Location: \(site)/2022/07/fest/"], []),
      answer("\(site)/fehlt/", status: "404 Not Found", [html], hof),
      answer(
        "\(site)/wp-content/uploads/2022/07/hof.png", ["Content-Type: image/png"], [0x89, 0x50, 0x4E, 0x47]),
      answer("\(site)/feed/", ["Content-Type: application/rss+xml"], Array("<rss></rss>".utf8)),
      record(
        "metadata", "\(site)/2022/07/hof/", "application/warc-fields", Array("fetchTimeMs: 12\r\n".utf8)),
    ]
  }

  /// The zlib form of bytes, stored (RFC 1950 and 1951): servers call it deflate.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let length = UInt16(bytes.count)
    let size = [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let check = high << 16 | low
    return [0x78, 0x01, 0x01] + size + bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: check >> $0) }
  }

  // MARK: What comes of it

  private func convert(_ input: String) async throws -> (summary: ConversionSummary, files: [String: String])
  {
    var options = ConversionOptions(destination: folder.path + "/package")
    options.compressionLevel = 1
    let summary = try await Converter(options: options).convert([input])
    return (
      summary,
      try TemporaryFolder.contents(of: options.destination).mapValues { String(decoding: $0, as: UTF8.self) }
    )
  }

  private func expectPosts(_ summary: ConversionSummary, _ files: [String: String]) throws {
    #expect(summary.balance.isBalanced)
    let items = try #require(files["data/json/items.jsonl"]).split(separator: "\n")
    #expect(items.count == 4)
    for (title, text) in [
      ("Das Fest", "Wir feiern im Hof mit allen."), ("Der Hof", "Wir fegen den Hof, alle zusammen."),
      ("Der Plan", "Wir planen den Hof."), ("Der Markt", "Am Samstag ist Markt."),
    ] {
      let item = try #require(items.first { $0.contains("\"title\":\"\(title)\"") })
      #expect(item.contains(text))
      #expect(item.contains("\"link\":\"\(Self.site)/2022/07/"))
    }
    let ledger = try #require(files["data/ledger.jsonl"]).split(separator: "\n")
    let pages = ledger.filter { $0.hasPrefix("{\"kind\":\"page\"") }
    #expect(pages.count == 4)
    let note = try #require(ledger.first { $0.contains("\"code\":\"other-records\"") })
    #expect(
      note.contains(
        "besides 4 pages the web archive holds 8 records that are none, kept as they are: 1 application/rss+xml, "
          + "1 image/png, 1 metadata, 1 request, 1 revisit, 1 status 301, 1 status 404, 1 warcinfo"))
  }

  @Test(arguments: [false, true])
  func `A web archive gives its pages, and says what else is in it`(isCompressed: Bool) async throws {
    let records = Self.records()
    let bytes = isCompressed ? records.flatMap(Self.zipped) : records.flatMap(\.self)
    let (summary, files) = try await convert(
      try folder.write(bytes, to: isCompressed ? "fremd.warc.gz" : "fremd.warc"))
    try expectPosts(summary, files)
  }

  @Test func `A WACZ gives the pages of the archive in it`() async throws {
    let name = try #require(WARCFilename("data.warc.gz"))
    let archive = Self.records().flatMap(Self.zipped)
    var wacz = try WACZWriter(to: BufferSink())
    var source = BufferSource(archive)
    try wacz.addArchive(name, size: archive.count, from: &source)
    try wacz.addIndex(CDXJIndex())
    let date = UTCTime(secondsSince1970: 1_658_305_800)
    let page = WACZPage(
      uri: try #require(TargetURI(Self.site + "/")), date: date, title: "Musterkiez", text: nil)
    try wacz.addPages([page], title: "Musterkiez")
    let sink = try wacz.finish(
      WACZDescription(title: "Musterkiez", description: "Ein Kiez", created: date, software: "fremd"))
    let (summary, files) = try await convert(try folder.write(sink.bytes, to: "fremd.wacz"))
    try expectPosts(summary, files)
  }

  @Test func `An archive that breaks off, and a page in a coding nobody knows, are losses that are named`()
    async throws
  {
    var records = Self.records()
    records.insert(
      Self.answer("\(Self.site)/2022/07/br/", [Self.html, "Content-Encoding: br"], [1, 2, 3]), at: 2)
    let bytes = records.flatMap(\.self)
    let (summary, files) = try await convert(try folder.write(Array(bytes.dropLast(120)), to: "fremd.warc"))
    #expect(summary.balance.isBalanced)
    #expect(summary.balance.hasLoss)
    let items = try #require(files["data/json/items.jsonl"]).split(separator: "\n")
    #expect(items.count == 4)
    let ledger = try #require(files["data/ledger.jsonl"])
    #expect(ledger.contains("\"code\":\"damaged-archive\""))
    #expect(ledger.contains("what the web archive has of \(Self.site)/2022/07/br/ cannot be read"))
  }
}
