import Bytes
import Testing
import WARC

/// What is written is what is read, for records of every kind and size, compressed or not.
@Suite struct RoundTripTests {
  private struct Written {
    let header: [UInt8]
    let block: [UInt8]
  }

  /// Bytes that compress neither well nor badly, the same for the same seed.
  private func bytes(_ count: Int, seed: Int) -> [UInt8] {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return index % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 33) : UInt8(ascii: "e")
    }
  }

  private func records(seed: Int) throws -> [any WARCRecord] {
    let sizes = [0, 1, 700, 9_000, 300_000]
    let uri = try Samples.uri("https://qm-musterkiez.example/\(seed)/ä?b=\(seed)")
    let body = bytes(sizes[seed % sizes.count], seed: seed)
    let page = ResourceRecord(
      uri: uri, date: Samples.date, block: Block(body, contentType: .octets), identity: Samples.identity(seed)
    )
    var fields = WARCFields()
    fields.append(.title, "Grüße\nund mehr \(seed)")
    var response = ResponseRecord(
      uri: uri, date: Samples.date, response: .ok(body, contentType: .html), identity: Samples.identity(seed))
    response.capture.concurrentTo = [page.id]
    response.capture.ipAddress = IPAddress("2001:db8::1")
    response.capture.truncated = .length
    let request = RequestRecord(
      uri: uri, date: Samples.date,
      message: Array("GET / HTTP/1.1\r\nHost: qm-musterkiez.example\r\n\r\n".utf8),
      identity: Samples.identity(seed))
    let continuation = try #require(
      ContinuationRecord(
        uri: uri, origin: page.id, segmentNumber: 2, totalLength: nil, date: Samples.date,
        block: Block(body, contentType: .octets), identity: Samples.identity(seed)))
    return [
      page,
      MetadataRecord(
        about: .record(page.id), uri: uri, date: Samples.date, fields: fields,
        identity: Samples.identity(seed)),
      RevisitRecord(
        uri: try Samples.uri("https://qm-musterkiez.example/\(seed)"), date: Samples.date,
        original: RevisitRecord.Original(page), identity: Samples.identity(seed)),
      ConversionRecord(
        uri: uri, original: page.id, date: Samples.date, block: Block(body, contentType: .markdown),
        identity: Samples.identity(seed)),
      response, request, continuation,
    ]
  }

  @Test(
    arguments: [WARCCompression.gzip(level: 1), .gzip(level: 6), .none], [DigestAlgorithm.sha256, .sha1])
  func `What is written is read`(compression: WARCCompression, digest: DigestAlgorithm) throws {
    let series = try Samples.series(compression: compression, limit: 250_000, digest: digest)
    var writer = try WARCWriter(series, to: MemorySink())
    var written: [Written] = []
    var places: [RecordLocation] = []
    for seed in 0..<10 {
      for record in try records(seed: seed) {
        var encoder = RecordEncoder(compression)
        let place = try writer.append(encoder.encode(record, warcinfoID: writer.warcinfoID))
        guard case .bytes(let block) = record.block.content else { continue }
        written.append(Written(header: record.header(warcinfoID: writer.warcinfoID), block: block))
        places.append(place)
      }
    }
    let archive = try writer.finish()
    #expect(archive.files.count > 2)

    var position = 0
    for file in archive.sink.files {
      var reader = WARCReader(BufferSource(file.bytes), name: file.name.text, mode: .strict)
      let warcinfo = try #require(try reader.next())
      #expect(warcinfo[.filename] == file.name.text)
      while let head = try reader.next() {
        #expect(head.offset == places[position].range.offset)
        #expect(places[position].filename == file.name)
        let lines = head.fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        #expect(
          "WARC/\(head.version)\r\n\(lines)\r\n" == String(decoding: written[position].header, as: UTF8.self))
        #expect(try reader.block(upTo: .max) == written[position].block)
        position += 1
      }
      #expect(reader.takeFaults().filter { $0.severity == .error } == [])
    }
    #expect(position == written.count)
  }

  @Test(arguments: [WARCCompression.gzip(level: 1), .none])
  func `A large block is read piece by piece, and damage in it found`(compression: WARCCompression) throws {
    let large = bytes(5_000_000, seed: 1)
    let record = ResourceRecord(
      uri: try Samples.uri("urn:x-export:gross"), date: Samples.date,
      block: Block(large, contentType: .octets),
      identity: Samples.identity())
    var writer = try WARCWriter(Samples.series(compression: compression), to: MemorySink())
    let place = try writer.append(record)
    try writer.append(Samples.page("danach/", "Danach"))
    var file = try writer.finish().sink.files[0].bytes

    #expect(try faults(in: file) == [])
    var reader = WARCReader(BufferSource(file), name: "a")
    _ = try reader.next()
    _ = try reader.next()
    var digest = Digest.Hasher(.sha256)
    var largest = 0
    try reader.readBlock { piece in
      digest.update(piece)
      largest = max(largest, piece.count)
    }
    #expect(digest.finalize() == record.block.digest)
    #expect(largest < 3_000_000)

    file[place.range.offset + place.range.length / 2] ^= 8
    let found = try faults(in: file)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.offset == place.range.offset })
    var verifier = WARCVerifier()
    try verifier.verify(BufferSource(file), name: "a") { _ in }
    #expect(verifier.recordCount == 3)
  }

  @Test func `A strict reader throws at the first fault, a tolerant one goes on`() throws {
    let archive = try SampleArchive().removing("WARC-Date")
    var strict = WARCReader(BufferSource(archive.compressed), name: "a.warc.gz", mode: .strict)
    _ = try strict.next()
    _ = try strict.next()
    #expect(throws: WARCReadError.self) { _ = try strict.next() }
    var tolerant = WARCReader(BufferSource(archive.compressed), name: "a.warc.gz")
    var count = 0
    while try tolerant.next() != nil { count += 1 }
    #expect(count == archive.records.count)
    #expect(tolerant.takeFaults().count == 1)
    #expect(tolerant.takeFaults().isEmpty)
  }
}
