import Bytes
import Testing
import WARC

@Suite struct CopiedRecordTests {
  private static let uuid = "<urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146>"

  /// A value that is right for a field wherever it is allowed.
  private static func value(of field: StandardField, in type: RecordType) -> String {
    switch field {
    case .type: type.rawValue
    case .recordID, .concurrentTo, .refersTo, .warcinfoID, .segmentOriginID: uuid
    case .date, .refersToDate: "2026-11-18T11:06:40Z"
    case .contentLength, .segmentTotalLength: "0"
    case .contentType, .identifiedPayloadType: "text/plain"
    case .blockDigest, .payloadDigest: DigestLabel.text(of: Digest(.sha1, of: []))
    case .ipAddress: "192.0.2.1"
    case .refersToTargetURI, .targetURI: "https://qm-musterkiez.example/"
    case .truncated: "length"
    case .filename: "a.warc"
    case .profile: RevisitRecord.Profile.serverNotModified.rawValue
    case .segmentNumber: "2"
    }
  }

  /// A record of no bytes with exactly these fields, read from a file.
  private static func head(_ fields: [(StandardField, String)]) throws -> RecordHead {
    let lines = fields.map { "\($0.0.rawValue): \($0.1)\r\n" }.joined()
    var reader = WARCReader(
      BufferSource(Array("WARC/1.1\r\n\(lines)\r\n\r\n\r\n".utf8)), name: "a.warc", checks: [])
    return try #require(try reader.next())
  }

  private static func isAccepted(_ type: RecordType, _ fields: [StandardField]) throws -> Bool {
    let head = try head(fields.map { ($0, value(of: $0, in: type)) })
    return (try? CopiedRecord(head, block: [])) != nil
  }

  private static func required(_ type: RecordType) -> [StandardField] {
    StandardField.allCases.filter { $0.isRequired(in: type) }
  }

  @Test(arguments: RecordType.allCases)
  func `What a kind requires is enough, and each of it is needed`(type: RecordType) throws {
    let required = Self.required(type)
    #expect(try Self.isAccepted(type, required))
    for field in required {
      #expect(try !Self.isAccepted(type, required.filter { $0 != field }), "\(field.rawValue)")
    }
  }

  @Test(arguments: RecordType.allCases)
  func `A field is taken where its kind allows it, and refused elsewhere`(type: RecordType) throws {
    for field in StandardField.allCases where !Self.required(type).contains(field) {
      #expect(
        try Self.isAccepted(type, Self.required(type) + [field]) == field.isAllowed(in: type),
        "\(field.rawValue)")
    }
  }

  @Test(arguments: StandardField.allCases)
  func `Only WARC-Concurrent-To may be repeated`(field: StandardField) throws {
    let type = try #require(RecordType.allCases.first { field.isAllowed(in: $0) })
    let fields = Self.required(type).filter { $0 != field } + [field, field]
    #expect(try Self.isAccepted(type, fields) == field.isRepeatable)
  }

  @Test(arguments: [
    (StandardField.recordID, "urn:uuid:34ef91a0-2e99-5173-b93b-60637269e146"), (.recordID, "<34ef91a0>"),
    (.date, "2026-11-18"), (.date, "2026-11-18T11:06:40"), (.date, "2026-11-18T11:06:40+01:00"),
    (.date, "2026-02-30T00:00:00Z"), (.contentLength, "-1"), (.contentLength, "0x0"), (.contentLength, "1"),
    (.targetURI, "https://qm-musterkiez.example/a b"), (.targetURI, "https://qm-musterkiez.example/ß"),
    (.targetURI, "<https://qm-musterkiez.example/>"), (.targetURI, "https://qm-musterkiez.example/#oben"),
    (.targetURI, "qm-musterkiez.example"), (.blockDigest, "sha1"), (.blockDigest, "sha1:ABC"),
    (.ipAddress, "192.0.2.256"), (.concurrentTo, "urn:uuid:1"), (.segmentNumber, "0"),
  ])
  func `A wrong value is refused`(field: StandardField, value: String) throws {
    var fields = Self.required(.resource).map { ($0, Self.value(of: $0, in: .resource)) }
    fields.removeAll { $0.0 == field }
    let head = try Self.head(fields + [(field, value)])
    // A date without time is allowed, if unwise.
    let isAllowed = value == "2026-11-18"
    #expect(((try? CopiedRecord(head, block: [])) != nil) == isAllowed)
  }

  @Test func `A copied archive is the archive`() throws {
    let archive = try SampleArchive()
    var reader = WARCReader(BufferSource(archive.compressed), name: "a.warc.gz", mode: .strict)
    var copies: [[UInt8]] = []
    while let head = try reader.next() {
      let copy = try CopiedRecord(head, block: reader.block(upTo: .max))
      guard case .bytes(let block) = copy.block.content else { continue }
      copies.append(copy.header(warcinfoID: nil) + block + "\r\n\r\n".utf8)
    }
    #expect(copies == archive.records)
  }

  @Test func `A changed block is refused`() throws {
    let archive = try SampleArchive()
    var reader = WARCReader(BufferSource(archive.records[2]), name: "a.warc")
    let head = try #require(try reader.next())
    var block = try reader.block(upTo: .max)
    #expect(throws: Never.self) { try CopiedRecord(head, block: block) }
    block[3] ^= 1
    #expect(throws: RecordRefusal.self) { try CopiedRecord(head, block: block) }
  }
}
