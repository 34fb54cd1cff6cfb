import Bytes
import Foundation
import Testing
import WARC

/// The examples of the documentation, compiled and as far as possible run: every line of them stands here.
struct DocumentationExampleTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/WARC")

  @Test func `Every line of every example is compiled`() throws {
    let here = Self.bare(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path).sorted()
    where path.hasSuffix(".swift") || path.hasSuffix(".md") {
      let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
      for line in Self.exampleLines(of: text) {
        count += 1
        #expect(here.contains(Self.bare(line)), "\(path): \(line)")
      }
    }
    #expect(count > 60)
  }

  /// The lines of code in a text's examples, without what stands in comments.
  private static func exampleLines(of text: String) -> [String] {
    var isExample = false
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      var code = line.trimmingPrefix(#/ *(?:\/\/\/ ?)?/#)
      if code.hasPrefix("```") {
        isExample = code == "```swift"
        continue
      }
      if let comment = code.range(of: "// ") ?? code.range(of: "  //") {
        code = code[..<comment.lowerBound]
      }
      if isExample, !code.allSatisfy(\.isWhitespace) { lines.append(String(code)) }
    }
    return lines
  }

  private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func `An archive is written and packed`() throws {
    let export = Array("<rss/>".utf8)
    let html = Array("<!DOCTYPE html><title>Straßenfest</title><p>Am Brunnen".utf8)
    var fields = WARCFields()
    fields.append(.software, "example/1.0")
    fields.append(.format, "WARC File Format 1.1")

    let source = Digest(.sha256, of: export)
    let date = UTCTime(secondsSince1970: 1_258_286_400)
    guard
      let series = WARCFileSeries(prefix: "musterkiez", date: date, fields: fields, source: source),
      let uri = TargetURI(encoding: "https://qm-musterkiez.example/2009/05/straßenfest/")
    else { return }

    var writer = try WARCWriter(series, to: MemorySink())
    try writer.append(
      ResourceRecord(
        uri: uri, date: date, block: Block(html, contentType: .html),
        identity: .derived(source: source, ordinal: 0)))
    let archive = try writer.finish()
    #expect(archive.sink.files[0].name.text == "musterkiez-20091115120000-00000.warc.gz")
    #expect(archive.index.count == 1)

    var wacz = try WACZWriter(to: BufferSink())
    var file = BufferSource(archive.sink.files[0].bytes)
    try wacz.addArchive(archive.files[0].name, size: archive.files[0].length, from: &file)
    try wacz.addIndex(archive.index)
    try wacz.addPages(
      [WACZPage(uri: uri, date: date, title: "Straßenfest", text: "Am Brunnen …")], title: "Musterkiez")
    let sink = try wacz.finish(
      WACZDescription(title: "Musterkiez", description: "", created: date, software: "example/1.0"))
    WACZVerifier.verify(bytes: sink.bytes, name: "site.wacz") { Issue.record("\($0)") }
  }

  @Test func `Archives are read and verified`() throws {
    func read() throws {
      var reader = WARCReader(try FileSource("site.warc.gz"), name: "site.warc.gz")
      while let head = try reader.next() {
        guard head.type == .response else { continue }
        let content = try CapturedContent(head, block: reader.block(upTo: 50_000_000))
        print(head.targetURI ?? "-", content.status ?? 0, content.body.count)
      }
      for fault in reader.takeFaults() { print(fault) }
    }
    func verify(_ index: [UInt8]) throws {
      var verifier = WARCVerifier(keepsCaptures: true)
      try verifier.verify(FileSource("site.warc.gz"), name: "site.warc.gz") { print($0) }
      verifier.verifyIndex(index, name: "site.cdxj") { print($0) }
      verifier.finish { print($0) }

      WACZVerifier.verify(path: "site.wacz") { print($0) }
      WACZVerifier.verify(path: "site.wacz") { fault in print(fault) }
    }
    // There is no such file beside the tests.
    #expect(throws: FileError.self) { try read() }
    #expect(throws: FileError.self) { try verify([]) }
  }

  @Test func `Records are handed on, one by one`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).warc.gz"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let series = try Samples.series()
    let page = try Samples.page("fest/", "Das Fest")
    do {
      var writer = try WARCWriter(series, to: MemorySink())
      try writer.append(page)
      let archive = try writer.finish()
      try Data(archive.sink.files[0].bytes).write(to: URL(filePath: path))
    }
    do {
      var reader = WARCReader(try FileSource(path), name: path)
      while let head = try reader.next() {
        let page = try reader.block(upTo: 10_000_000)
        #expect(page.count == head.contentLength)
      }
    }
    do {
      var verifier = WARCVerifier()
      try verifier.verify(FileSource(path), name: path) { fault in print(fault) }
      verifier.finish { fault in print(fault) }
      print("\(verifier.recordCount) records")
      #expect(verifier.recordCount == 2)
    }
    var writer = try WARCWriter(series, to: MemorySink())
    var reader = WARCReader(try FileSource(path), name: path)
    _ = try reader.next()
    while let head = try reader.next() {
      try writer.append(CopiedRecord(head, block: reader.block(upTo: .max)))
    }
    let id = writer.warcinfoID
    let record = try Samples.page("brunnen/", "Der Brunnen")
    var encoder = RecordEncoder(.gzip(level: 6))
    let encoded = try encoder.encode(record, warcinfoID: id)
    try writer.append(encoded)
    #expect(try writer.finish().index.count == 2)
  }

  @Test func `Small pieces give what the examples say`() throws {
    var fields = WARCFields()
    fields.append(.title, "Sommerfest am Brunnen")
    fields.append(.creator, "Redaktion")
    #expect(String(decoding: fields.bytes, as: UTF8.self).contains("title: Sommerfest am Brunnen\r\n"))
    #expect(
      SURT.key(of: "https://www.qm.example:8080/Über/?b=2&a=1") == "example,qm:8080)/%c3%9cber?a=1&b=2")
    #expect(
      TargetURI(encoding: "http://müller.example/Straße 100%#ort")?.text
        == "http://xn--mller-kva.example/Stra%C3%9Fe%20100%25")
    let page = try Samples.page("fest/", "Das Fest")
    var writer = try WARCWriter(Samples.series(), to: MemorySink())
    try writer.append(page)
    let archive = try writer.finish()
    let (name, size) = (archive.files[0].name, archive.files[0].length)
    var source = BufferSource(archive.sink.files[0].bytes)
    let pages = [WACZPage(uri: page.uri, date: page.date, title: "Das Fest", text: nil)]
    let description = WACZDescription(
      title: "Musterkiez", description: "", created: page.date, software: "example/1.0")
    var wacz = try WACZWriter(to: BufferSink())
    try wacz.addArchive(name, size: size, from: &source)
    try wacz.addIndex(archive.index)
    try wacz.addPages(pages, title: "Musterkiez")
    let sink = try wacz.finish(description)
    #expect(!sink.bytes.isEmpty)
  }
}
