import Bytes
import Testing

@testable import Audit

struct VerifiedKindTests {
  @Test(arguments: [
    ("bagit.txt", VerifiedKind.bag), ("manifest-md5.txt", .bag), ("data/a", .bag),
    ("data/ledger.jsonl", .package),
  ])
  func `A folder is known by what stands in it`(name: String, kind: VerifiedKind) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: name)
    #expect(try VerifiedKind(of: folder.path) == kind)
  }

  @Test(arguments: [("WARC/1.1\r\n", VerifiedKind.warc), ("\u{1F}\u{8B}", .warc), ("PK\u{3}\u{4}", .wacz)])
  func `A file is known by its first bytes, whatever its name`(start: String, kind: VerifiedKind) throws {
    let folder = try TemporaryFolder()
    try folder.write(start.unicodeScalars.map { UInt8($0.value) }, to: "egal.txt")
    #expect(try VerifiedKind(of: folder.path + "/egal.txt") == kind)
  }

  @Test func `What cannot be verified is refused with the way out`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "ledger.jsonl")
    try folder.write("<rss>", to: "export.xml")
    var packed: [UInt8] = []
    var compressor = GzipCompressor(level: 6)
    compressor.appendMember(of: Array("<rss>".utf8).span, to: &packed)
    try folder.write(packed, to: "export.xml.gz")
    #expect(throws: VerificationError.self) { try VerifiedKind(of: folder.path + "/export.xml.gz") }
    for (path, word) in [("", "--bare"), ("/export.xml", "neither a WARC"), ("/nichts", "no such file")] {
      let error = #expect(throws: VerificationError.self) { try VerifiedKind(of: folder.path + path) }
      #expect(error?.description.contains(word) == true)
    }
  }

  @Test func `A fault's line shows control characters instead of doing what they say`() {
    let fault = Fault("missing", file: "data/a\n\u{1B}[2Jb", offset: 3, expected: "x", found: "y")
    #expect(fault.line == #"fault missing: data/a\n\u{1B}[2Jb, byte 3; expected x; found y"#)
  }
}
