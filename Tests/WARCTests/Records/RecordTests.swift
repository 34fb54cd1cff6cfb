import Bytes
import Testing
import WARC

@Suite struct RecordTests {
  private let warcinfoID = RecordID("urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146")

  private func text(_ record: some WARCRecord) -> String {
    String(decoding: record.header(warcinfoID: warcinfoID), as: UTF8.self)
  }

  @Test func `A resource's header says what, when, of which file and with which digests`() throws {
    let record = try Samples.page("fest/", "Fest")
    let digest = DigestLabel.text(of: record.block.digest)
    #expect(
      text(record) == """
        WARC/1.1\r
        WARC-Type: resource\r
        WARC-Record-ID: \(record.id)\r
        WARC-Date: 2026-11-18T11:06:40Z\r
        WARC-Warcinfo-ID: <urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146>\r
        WARC-Target-URI: https://qm-musterkiez.example/fest/\r
        WARC-Block-Digest: \(digest)\r
        WARC-Payload-Digest: \(digest)\r
        Content-Type: text/html\r
        Content-Length: \(record.block.length)\r
        \r\n
        """)
  }

  @Test func `A warcinfo record names its file, and no warcinfo record`() throws {
    let header = text(try Samples.series().warcinfo(serial: 3))
    #expect(header.contains("\r\nWARC-Filename: musterkiez-20261118110640-00003.warc.gz\r\n"))
    #expect(!header.contains("WARC-Warcinfo-ID"))
    #expect(!header.contains("WARC-Payload-Digest"))
  }

  @Test func `A revisit names its original by identifier, URI and date`() throws {
    let page = try Samples.page("fest/", "Fest")
    let header = text(
      RevisitRecord(
        uri: try Samples.uri("https://qm-musterkiez.example/?p=1"), date: Samples.date,
        original: RevisitRecord.Original(page), identity: Samples.identity()))
    #expect(header.contains("\r\nWARC-Refers-To: \(page.id)\r\n"))
    #expect(header.contains("\r\nWARC-Refers-To-Target-URI: https://qm-musterkiez.example/fest/\r\n"))
    #expect(header.contains("\r\nWARC-Refers-To-Date: 2026-11-18T11:06:40Z\r\n"))
    #expect(header.contains("\r\nWARC-Payload-Digest: \(DigestLabel.text(of: page.block.digest))\r\n"))
    #expect(header.contains("\r\nContent-Length: 0\r\n"))
    #expect(!header.contains("Content-Type"))
  }

  @Test func `A redirect is an answer with a type, a length and no invented date`() throws {
    let response = HTTPResponse.movedPermanently(to: try Samples.uri("https://qm-musterkiez.example/ä/"))
    #expect(
      String(decoding: response.bytes, as: UTF8.self) == """
        HTTP/1.1 301 Moved Permanently\r
        Location: https://qm-musterkiez.example/%C3%A4/\r
        Content-Type: text/html\r
        Content-Length: 0\r
        \r\n
        """)
  }

  @Test func `SHA-1 is written in Base32`() throws {
    let block = Block(Array("abc".utf8), contentType: .plainText, digest: .sha1)
    #expect(DigestLabel.text(of: block.digest) == "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")
  }

  @Test(arguments: [
    "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5",
    "SHA-1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
    "sha1:a9993e364706816aba3e25717850c26c9cd0d89d", "sha1:A9993E364706816ABA3E25717850C26C9CD0D89D",
    "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", "md5:900150983cd24fb0d6963f7d28e17f72",
  ])
  func `A digest is known in every form in use`(label: String) throws {
    let label = try #require(DigestLabel(label))
    let algorithm = try #require(label.algorithm)
    #expect(label.matches(Digest(algorithm, of: Array("abc".utf8))))
    #expect(!label.matches(Digest(algorithm, of: Array("abd".utf8))))
  }

  @Test func `Identifiers differ with source, kind, address, ordinal and content, and with nothing else`()
    throws
  {
    func id(_ source: String, _ path: String, _ text: String, _ ordinal: Int) throws -> RecordID {
      ResourceRecord(
        uri: try Samples.uri("https://qm-musterkiez.example/\(path)"), date: Samples.date,
        block: Block(Array(text.utf8), contentType: .html),
        identity: .derived(source: Digest(.sha256, of: Array(source.utf8)), ordinal: ordinal)
      ).id
    }
    let ids = try [
      id("a", "p", "t", 0), id("b", "p", "t", 0), id("a", "q", "t", 0), id("a", "p", "u", 0),
      id("a", "p", "t", 1),
    ]
    #expect(Set(ids).count == ids.count)
    #expect(try id("a", "p", "t", 0) == ids[0])
    #expect(ids[0].uri.hasPrefix("urn:uuid:"))
  }

  @Test func `Fields stay in one line each`() {
    var fields = WARCFields()
    fields.append(.title, " Fest\r\nim Kiez\tund\u{0}mehr ")
    #expect(fields.bytes == Array("title: Fest im Kiez und mehr\r\n".utf8))
  }

  @Test(arguments: ["", ".versteckt", "a/b", "a b", "ä", "a\"b"])
  func `A name that is not the same everywhere is no file's name`(name: String) {
    #expect(WARCFilename(name) == nil)
  }

  @Test func `A segment's number and total length must be possible`() throws {
    func segment(_ number: Int, _ total: Int?) throws -> ContinuationRecord? {
      ContinuationRecord(
        uri: try Samples.uri("urn:a:b"), origin: try Samples.page("", "").id, segmentNumber: number,
        totalLength: total, date: Samples.date, block: Block([1, 2, 3], contentType: .octets),
        identity: Samples.identity())
    }
    #expect(try segment(2, nil) != nil)
    #expect(try segment(2, 3) != nil)
    #expect(try segment(1, nil) == nil)
    #expect(try segment(2, 2) == nil)
  }

  @Test(arguments: [
    "text", "text/", "/html", "text/html/x", "te xt/html", "text/html\r\nX: y", "text/ümlaut",
  ])
  func `What is no media type is not taken for one`(text: String) {
    #expect(MediaType(text) == nil)
  }

  @Test func `An HTTP answer refuses what would break it`() {
    #expect(HTTPResponse.Field("X-Ä", "a") == nil)
    #expect(HTTPResponse.Field("X", "a\r\nb") == nil)
    #expect(HTTPResponse(status: 99, reason: "", contentType: nil, body: []) == nil)
    #expect(
      HTTPResponse(
        status: 200, reason: "OK", contentType: nil,
        fields: [HTTPResponse.Field("content-length", "3")].compactMap(\.self),
        body: []) == nil)
  }
}
