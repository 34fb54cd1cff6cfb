import Bytes
import Testing
import WARC

@Suite struct WARCWriterTests {
  @Test func `A file begins with its warcinfo record and holds the records in order`() throws {
    var writer = try WARCWriter(Samples.series(compression: .none), to: MemorySink())
    let place = try writer.append(Samples.page("fest/", "Straßenfest"))
    let archive = try writer.finish()
    let file = try #require(archive.sink.files.first)
    #expect(file.name.text == "musterkiez-20261118110640-00000.warc")
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("WARC/1.1\r\nWARC-Type: warcinfo\r\n"))
    let record = String(
      decoding: file.bytes[place.range.offset..<place.range.end], as: UTF8.self)
    #expect(record.hasPrefix("WARC/1.1\r\nWARC-Type: resource\r\n"))
    #expect(record.contains("\r\nWARC-Target-URI: https://qm-musterkiez.example/fest/\r\n"))
    #expect(record.contains("\r\nWARC-Warcinfo-ID: \(archive.files[0].warcinfoID)\r\n"))
    #expect(record.hasSuffix("<p>Straßenfest\r\n\r\n"))
    #expect(archive.files[0].recordCount == 2)
    #expect(archive.files[0].length == file.bytes.count)
  }

  @Test(arguments: [1, 6]) func `The same records give the same bytes, whoever encoded them`(level: Int)
    throws
  {
    let codes = GzipCodes(sample: Array("WARC/1.1 <p>Seite</p>".utf8).span)
    func archive(prepared: Bool) throws -> [[UInt8]] {
      let series = try Samples.series(compression: .gzip(level: level), codes: codes, limit: 3000)
      var writer = try WARCWriter(series, to: MemorySink())
      let first = writer.warcinfoID
      var encoder = RecordEncoder(.gzip(level: level), codes: codes)
      for number in 0..<20 {
        let page = try Samples.page("\(number)/", "Seite \(number)", ordinal: number)
        if prepared {
          try writer.append(encoder.encode(page, warcinfoID: first))
        } else {
          try writer.append(page)
        }
      }
      return try writer.finish().sink.files.map(\.bytes)
    }
    let files = try archive(prepared: false)
    #expect(files.count > 2)
    #expect(try archive(prepared: true) == files)
  }

  @Test func `No file exceeds the limit unless one record does`() throws {
    var writer = try WARCWriter(Samples.series(compression: .none, limit: 2500), to: MemorySink())
    for number in 0..<12 { try writer.append(Samples.page("\(number)/", "Seite \(number)")) }
    try writer.append(Samples.page("lang/", String(repeating: "lang ", count: 1000)))
    let archive = try writer.finish()
    let lengths = archive.files.map(\.length)
    #expect(lengths.dropLast().allSatisfy { $0 <= 2500 })
    #expect(lengths.last.map { $0 > 2500 } == true)
    #expect(archive.files.last?.recordCount == 2)
    #expect(archive.files.map(\.length) == archive.sink.files.map(\.bytes.count))
    #expect(Set(archive.files.map(\.warcinfoID)).count == archive.files.count)
  }

  @Test(arguments: [WARCCompression.gzip(level: 6), .none])
  func `A block may come from a source`(compression: WARCCompression) throws {
    let export = Array(String(repeating: "<item>Brunnen</item>\n", count: 50_000).utf8)
    let record = ResourceRecord(
      uri: try Samples.uri("urn:x-export:musterkiez.xml"), date: Samples.date,
      block: Block(length: export.count, digest: Digest(.sha256, of: export), contentType: .xml),
      identity: Samples.identity())
    var writer = try WARCWriter(Samples.series(compression: compression), to: MemorySink())
    var source = BufferSource(export)
    let place = try writer.append(record, from: &source)
    let archive = try writer.finish()
    let bytes = Array(archive.sink.files[0].bytes[place.range.offset..<place.range.end])
    var plain: [UInt8] = []
    if compression == .none {
      plain = bytes
    } else {
      var decompressor = GzipDecompressor()
      #expect(
        decompressor.decompressMember(in: bytes.span, appendingTo: &plain, limit: 2_000_000)
          == .member(consumed: bytes.count))
    }
    #expect(plain == record.header(warcinfoID: archive.files[0].warcinfoID) + export + "\r\n\r\n".utf8)
  }

  @Test func `A source that changed meanwhile is refused`() throws {
    let said = Array("was gesagt war".utf8)
    func append(_ given: String) throws {
      let record = ResourceRecord(
        uri: try Samples.uri("urn:x-export:a"), date: Samples.date,
        block: Block(length: said.count, digest: Digest(.sha256, of: said), contentType: .xml),
        identity: Samples.identity())
      var writer = try WARCWriter(Samples.series(), to: MemorySink())
      var source = BufferSource(Array(given.utf8))
      try writer.append(record, from: &source)
    }
    #expect(throws: Never.self) { try append("was gesagt war") }
    for given in ["was gesagt", "was gesagt war, und mehr", "was gesagt wer"] {
      #expect(throws: WARCWriteError<Never>.self) { try append(given) }
    }
  }

  @Test func `A block that is elsewhere cannot be encoded without its source`() throws {
    let record = ResourceRecord(
      uri: try Samples.uri("urn:x-export:a"), date: Samples.date,
      block: Block(length: 3, digest: Digest(.sha256, of: [1, 2, 3]), contentType: .xml),
      identity: Samples.identity())
    var encoder = RecordEncoder(.none)
    #expect(throws: RecordError.blockIsElsewhere(record.id)) {
      _ = try encoder.encode(record, warcinfoID: record.id)
    }
  }
}
