import Bytes
import Testing
import WARC

@Suite struct WARCVerifierTests {
  @Test func `A sound archive has no fault, not even a warning`() throws {
    let archive = try SampleArchive()
    #expect(try faults(in: archive.compressed) == [])
    #expect(try faults(in: archive.plain, name: "a.warc") == [])
  }

  /// A way to damage the third record, and the codes that must be among the faults found there.
  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let codes: Set<String>
    let damage: @Sendable (SampleArchive) throws -> SampleArchive

    init(
      _ name: String, _ codes: Set<String>,
      _ damage: @escaping @Sendable (SampleArchive) throws -> SampleArchive
    ) {
      testDescription = name
      self.codes = codes
      self.damage = damage
    }
  }

  static let damages = [
    Damage("a changed byte", ["block-digest", "payload-digest"]) {
      try $0.replacing("im Kiez", with: "im kiez")
    },
    Damage("a length too great", ["block-cut"]) { try $0.changingLength(by: 300) },
    Damage("a length 3 too great", ["record-end"]) { try $0.changingLength(by: 3) },
    Damage("a length too small", ["record-end", "block-digest"]) { try $0.changingLength(by: -3) },
    Damage("a length too small and no digest", ["record-end"]) {
      try $0.changingLength(by: -3).removing("WARC-Block-Digest").removing("WARC-Payload-Digest")
    },
    Damage("no date", ["missing-field"]) { try $0.removing("WARC-Date") },
    Damage("no identifier", ["missing-field"]) { try $0.removing("WARC-Record-ID") },
    Damage("no type", ["missing-field"]) { try $0.removing("WARC-Type") },
    Damage("no target", ["missing-field"]) { try $0.removing("WARC-Target-URI") },
    Damage("no length", ["missing-field"]) { try $0.removing("Content-Length") },
    Damage("no content type", ["missing-field"]) { try $0.removing("Content-Type") },
    Damage("a blank in the target", ["field-value"]) { try $0.replacing("/2009/05", with: "/20 09/05") },
    Damage("an umlaut in the target", ["field-value"]) { try $0.replacing("/stra%C3%9F", with: "/straß") },
    Damage("a bare percent sign", ["field-value"]) { try $0.replacing("/2009/05", with: "/20%9/05") },
    Damage("a bracketed target", ["field-value"]) {
      try $0.replacing("URI: https", with: "URI: <https").replacing("fest/\r\n", with: "fest/>\r\n")
    },
    Damage("a field that the type forbids", ["forbidden-field"]) {
      try $0.adding("WARC-Refers-To: <urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146>")
    },
    Damage("a repeated field", ["repeated-field"]) { try $0.adding("Content-Type: text/html") },
    Damage("a date that does not exist", ["field-value"]) { try $0.replacing("2026-11", with: "2026-13") },
    Damage("a date without time", ["reduced-date"]) {
      try $0.replacing("Date: 2026-11-18T11:06:40Z", with: "Date: 2026-11-18")
    },
    Damage("an identifier that is no UUID", ["field-value"]) {
      try $0.replacing("<urn:uuid:", with: "<urn:uuid:-")
    },
    Damage("a UUID with a letter too many", ["field-value"]) {
      try $0.replacing("<urn:uuid:", with: "<urn:uuid:a")
    },
    Damage("an identifier without brackets", ["field-value"]) {
      try $0.replacing("ID: <urn:uuid:", with: "ID: urn:uuid:")
    },
    Damage("another version", ["version"]) { try $0.replacing("WARC/1.1", with: "WARC/2.1") },
    Damage("a line without a name", ["header-syntax"]) { try $0.adding("no colon here") },
    Damage("a folded line", ["folded-line"]) {
      try $0.replacing("text/html", with: "text/html;\r\n charset=utf-8")
    },
    Damage("a field of nobody", ["extension-field"]) { try $0.adding("WARC-Colour: green") },
    Damage("an unknown type", ["unknown-type"]) {
      try $0.replacing("Type: resource", with: "Type: souvenir")
    },
    Damage("an unknown digest", ["unknown-digest"]) { try $0.replacing("sha256:", with: "crc7:") },
  ]

  @Test(arguments: damages)
  func `Damage is found, named and located, and nothing else is`(_ damage: Damage) throws {
    let archive = try damage.damage(SampleArchive())
    let found = try faults(in: archive.compressed)
    #expect(damage.codes.isSubset(of: found.map(\.code.rawValue)), "\(found)")
    for fault in found where fault.code.rawValue != "unresolved-reference" {
      #expect(fault.record == 3, "\(fault)")
      #expect(fault.offset == archive.offset(of: 2), "\(fault)")
    }
    let plain = try faults(in: archive.plain, name: "a.warc")
    #expect(!plain.isEmpty)
    #expect(plain.allSatisfy { $0.record == 3 || $0.code.rawValue == "unresolved-reference" })
  }

  @Test(arguments: [
    ("title: Kiezfest\r\n", nil),
    ("title: Kiez\r\n fest\r\n\r\ndate: 2018\r\n", nil),
    ("title: Kiezfest\r\nno colon\r\n", "no colon"),
    (": nameless\r\n", ": nameless"),
    ("two words: Kiezfest\r\n", "two words: Kiezfest"),
    ("title: Kiezfest\ndate: 2018\r\n", "title: Kiezfest"),
    ("title: Kiezfest", "st"),
  ])
  func `A block of fields holds a name and a value a line`(block: String, wrong: String?) throws {
    let record = """
      WARC/1.1\r
      WARC-Type: metadata\r
      WARC-Record-ID: <urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146>\r
      WARC-Date: 2026-11-18T11:06:40Z\r
      Content-Type: application/warc-fields\r
      Content-Length: \(block.utf8.count)\r
      \r
      \(block)\r
      \r

      """
    let found = try faults(in: Array(record.utf8), name: "a.warc").filter {
      $0.code.rawValue == "warc-fields"
    }
    #expect(found.count == (wrong == nil ? 0 : 1), "\(found)")
    if let wrong { #expect(found.first?.found.contains(wrong) == true, "\(found)") }
  }

  @Test func `A repeated identifier is found`() throws {
    let archive = try SampleArchive()
    let first = try #require(
      String(decoding: archive.records[1], as: UTF8.self).split(separator: "\r\n").first {
        $0.hasPrefix("WARC-Record-ID")
      })
    let second = try #require(
      String(decoding: archive.records[4], as: UTF8.self).split(separator: "\r\n").first {
        $0.hasPrefix("WARC-Record-ID")
      })
    let damaged = try archive.replacing(String(second), with: String(first), in: 4)
    let found = try faults(in: damaged.compressed).first { $0.code.rawValue == "duplicate-id" }
    #expect(found?.record == 5)
    #expect(found?.found.contains("byte \(damaged.offset(of: 1))") == true)
  }

  @Test func `A flipped bit in a compressed member is found there, and the rest is read`() throws {
    let archive = try SampleArchive()
    for record in archive.records.indices {
      for delta in [12, archive.members[record].count / 2, archive.members[record].count - 6] {
        var bytes = archive.compressed
        bytes[archive.offset(of: record) + delta] ^= 0x10
        let found = try faults(in: bytes).filter { $0.code.rawValue == "gzip-damaged" }
        #expect(found.map(\.offset) == [archive.offset(of: record)])
        var verifier = WARCVerifier()
        try verifier.verify(BufferSource(bytes), name: "a") { _ in }
        #expect(verifier.recordCount >= archive.records.count - 1)
      }
    }
  }

  @Test func `A cut file is found wherever it is cut`() throws {
    let archive = try SampleArchive()
    let bytes = archive.compressed
    let last = archive.records.count - 1
    for end in (archive.offset(of: last) + 1)..<bytes.count {
      let found = try faults(in: Array(bytes[..<end])).map(\.code.rawValue)
      #expect(found.contains("gzip-cut") || found.contains("gzip-damaged"), "cut at \(end): \(found)")
    }
    let plain = archive.plain
    for end in (plain.count - archive.records[last].count + 1)..<plain.count {
      #expect(try !faults(in: Array(plain[..<end])).isEmpty, "cut at \(end)")
    }
  }

  @Test func `A file that is one gzip member is read, and said to be one`() throws {
    let archive = try SampleArchive()
    var bytes: [UInt8] = []
    var compressor = GzipCompressor(level: 6)
    compressor.appendMember(of: archive.plain.span, to: &bytes)
    let found = try faults(in: bytes)
    #expect(Set(found.map(\.code.rawValue)) == ["many-records-in-member"])
    #expect(found.count == archive.records.count - 1)
  }

  @Test func `Bare line feeds are named record by record`() throws {
    let archive = try SampleArchive()
    let found = try faults(in: archive.plain.filter { $0 != 0x0D }, name: "a.warc")
    #expect(found.filter { $0.code.rawValue == "line-end" }.count == archive.records.count)
  }

  @Test func `An empty file and one that is no archive are no archives`() throws {
    #expect(try faults(in: []).map(\.code.rawValue) == ["empty-file"])
    #expect(try faults(in: Array("Guten Tag!\n".utf8)).map(\.code.rawValue).contains("not-a-record"))
  }

  @Test func `A record that no file holds is missed`() throws {
    var archive = try SampleArchive()
    archive.records.remove(at: 2)
    let found = try faults(in: archive.compressed)
    #expect(found.map(\.code.rawValue) == ["unresolved-reference", "unresolved-reference"])
    #expect(found.map(\.record) == [3, 6])
  }

  @Test func `A fault says file, record, byte, what was expected and what is there`() throws {
    let archive = try SampleArchive().removing("WARC-Date")
    let fault = try #require(try faults(in: archive.compressed, name: "kiez.warc.gz").first)
    #expect(
      fault.description == """
        kiez.warc.gz: record 3 at byte \(archive.offset(of: 2)): missing-field: \
        expected WARC-Date in a resource record, found none
        """)
  }
}
