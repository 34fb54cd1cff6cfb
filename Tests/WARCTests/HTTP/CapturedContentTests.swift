import Bytes
import Testing
import WARC

@Suite struct CapturedContentTests {
  private func content(_ http: [UInt8], digest payload: [UInt8]? = nil) throws -> (
    CapturedContent, [WARCFault]
  ) {
    var lines = [
      "WARC/1.1", "WARC-Type: response", "WARC-Record-ID: <urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146>",
      "WARC-Date: 2026-11-18T11:06:40Z", "WARC-Target-URI: https://qm-musterkiez.example/",
      "Content-Type: application/http; msgtype=response", "Content-Length: \(http.count)",
    ]
    if let payload {
      lines.append("WARC-Payload-Digest: \(DigestLabel.text(of: Digest(.sha1, of: payload)))")
    }
    let record = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + http + "\r\n\r\n".utf8
    var reader = WARCReader(BufferSource(record), name: "a.warc", checks: .blocks)
    let head = try #require(try reader.next())
    let block = try reader.block(upTo: .max)
    _ = try reader.next()
    return (try CapturedContent(head, block: block), reader.takeFaults())
  }

  private func message(_ fields: String, _ body: [UInt8]) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n".utf8) + body
  }

  private let page = Array("<p>Grüße aus dem Kiez</p>".utf8)

  private var chunked: [UInt8] {
    Array("5;x=y\r\n".utf8) + page[..<5] + "\r\n\(String(page.count - 5, radix: 16))\r\n".utf8 + page[5...]
      + "\r\n0\r\nX-End: 1\r\n\r\n".utf8
  }

  @Test func `A plain body is what was sent`() throws {
    let (content, faults) = try content(message("Content-Length: \(page.count)\r\n", page), digest: page)
    #expect(content.body == page)
    #expect(content.status == 200)
    #expect(content.contentType == "text/html; charset=utf-8")
    #expect(faults.isEmpty)
  }

  @Test func `A chunked body is put together, and its digest is that of the whole`() throws {
    let (content, faults) = try content(message("Transfer-Encoding: chunked\r\n", chunked), digest: page)
    #expect(content.body == page)
    #expect(faults.isEmpty)
  }

  @Test func `The digest of the chunks as they came is taken as well, as some tools write it`() throws {
    #expect(try content(message("Transfer-Encoding: chunked\r\n", chunked), digest: chunked).1.isEmpty)
    let faults = try content(message("Transfer-Encoding: chunked\r\n", chunked), digest: [1]).1
    #expect(faults.map(\.code.rawValue) == ["payload-digest"])
  }

  @Test func `A body that was never chunked although it says so stays as it is`() throws {
    #expect(try content(message("Transfer-Encoding: chunked\r\n", page)).0.body == page)
  }

  @Test func `A compressed body is decompressed`() throws {
    var compressor = GzipCompressor(level: 6)
    var member: [UInt8] = []
    compressor.appendMember(of: page.span, to: &member)
    #expect(try content(message("Content-Encoding: gzip\r\n", member)).0.body == page)
    let raw = Array(member.dropFirst(10).dropLast(8))
    #expect(try content(message("Content-Encoding: deflate\r\n", raw)).0.body == page)
    #expect(throws: CapturedContentError.self) {
      try content(message("Content-Encoding: gzip\r\n", Array(member.dropLast(9))))
    }
    #expect(throws: CapturedContentError.unknownCoding("br")) {
      try content(message("Content-Encoding: br\r\n", page))
    }
  }

  @Test func `A length that is not so, and what is no message, are named`() throws {
    let faults = try content(message("Content-Length: 7\r\n", page)).1
    #expect(faults.map(\.code.rawValue) == ["http-length"])
    #expect(throws: CapturedContentError.isNoHTTPMessage) { try content(page) }
  }
}
