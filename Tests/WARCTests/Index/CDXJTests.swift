import Bytes
import Testing
import WARC

@Suite struct CDXJTests {
  private func archive() throws -> (bytes: [UInt8], name: String, index: [UInt8]) {
    var writer = try WARCWriter(Samples.series(), to: MemorySink())
    for path in ["z/", "a/", "", "?p=2", "?p=1", "m/n/"] { try writer.append(Samples.page(path, path)) }
    let home = try Samples.page("z/", "z/")
    try writer.append(
      ResponseRecord(
        uri: try Samples.uri("https://qm-musterkiez.example/alt/"), date: Samples.date,
        response: .movedPermanently(to: home.uri), identity: Samples.identity()))
    try writer.append(
      RevisitRecord(
        uri: try Samples.uri("https://qm-musterkiez.example/z-kopie/"), date: Samples.date,
        original: RevisitRecord.Original(home), identity: Samples.identity()))
    let result = try writer.finish()
    return (result.sink.files[0].bytes, result.files[0].name.text, result.index.bytes)
  }

  private func codes(_ index: [UInt8]) throws -> [String] {
    let archive = try archive()
    var verifier = WARCVerifier(keepsCaptures: true)
    try verifier.verify(BufferSource(archive.bytes), name: archive.name) { Issue.record("\($0)") }
    var codes: [String] = []
    verifier.verifyIndex(index, name: "index.cdxj") { codes.append($0.code.rawValue) }
    return codes
  }

  @Test func `Lines are sorted by their bytes, and each names its record`() throws {
    let archive = try archive()
    let lines = archive.index.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 8)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(try codes(archive.index) == [])
  }

  @Test func `A line has key, time and what a replay asks for`() throws {
    let lines = String(decoding: try archive().index, as: UTF8.self).split(separator: "\n")
    let redirect = try #require(lines.first { $0.contains("/alt/") })
    #expect(
      redirect.hasPrefix(
        #"example,qm-musterkiez)/alt 20261118110640 {"url":"https://qm-musterkiez.example/alt/","#
          + #""mime":"text/html","status":"301","digest":"sha256:e3b0c442"#))
    #expect(lines.contains { $0.contains(#""mime":"warc/revisit""#) })
  }

  @Test(arguments: [
    ("text/html", "text/html", [String]()),
    (
      #""url":"https://qm-musterkiez.example/a/""#, #""url":"https://qm-musterkiez.example/b/""#,
      ["index-differs", "index-key"]
    ),
    (")/a 2026", ")/a 2025", ["index-differs"]),
    (")/m/n 2", ")/m/m 2", ["index-key"]),
    (#""mime""#, #""mine""#, ["index-line"]),
    ("{", "[", ["index-line", "index-missing"]),
    (#""offset":""#, #""offset":"9"#, ["index-record", "index-missing"]),
    (#""length":""#, #""length":"9"#, ["index-differs"]),
    (#""digest":"sha256:"#, #""digest":"sha256:0"#, ["index-differs"]),
  ])
  func `A wrong line is named`(old: String, new: String, expected: [String]) throws {
    var index = try archive().index
    let start = try #require(index.indices.first { index[$0...].starts(with: old.utf8) })
    index.replaceSubrange(start..<(start + old.utf8.count), with: new.utf8)
    #expect(try codes(index) == expected)
  }

  @Test func `A line too few, too many or out of order is named`() throws {
    let lines = try archive().index.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    func joined(_ lines: some Sequence<ArraySlice<UInt8>>) -> [UInt8] { Array(lines.joined(separator: [10])) }
    #expect(try codes(joined(lines.dropFirst())) == ["index-missing"])
    #expect(try codes(joined([lines[1], lines[0]] + lines[2...])) == ["index-order"])
    #expect(try codes([]) == ["index-missing"])
  }
}
