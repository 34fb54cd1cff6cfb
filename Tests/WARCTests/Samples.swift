import Bytes
import Testing
import WARC

/// Small archives of a fictive neighbourhood site, made afresh for each test.
enum Samples {
  static let source = Digest(.sha256, of: Array("the export of qm-musterkiez.example".utf8))
  static let date = UTCTime(secondsSince1970: 1_795_000_000)

  static func uri(_ text: String) throws -> TargetURI { try #require(TargetURI(encoding: text)) }

  static func identity(_ ordinal: Int = 0) -> RecordIdentity { .derived(source: source, ordinal: ordinal) }

  static func page(_ path: String, _ text: String, ordinal: Int = 0) throws -> ResourceRecord {
    let html = "<!DOCTYPE html><meta charset=utf-8><title>\(text)</title><p>\(text)"
    return ResourceRecord(
      uri: try uri("https://qm-musterkiez.example/\(path)"), date: date,
      block: Block(Array(html.utf8), contentType: .html), identity: identity(ordinal))
  }

  static func series(
    label: String? = nil, compression: WARCCompression = .gzip(level: 6), codes: GzipCodes? = nil,
    limit: Int = 1_000_000_000, digest: DigestAlgorithm = .sha256
  ) throws -> WARCFileSeries {
    var fields = WARCFields()
    fields.append(.software, "a test")
    fields.append(.format, "WARC File Format 1.1")
    return try #require(
      WARCFileSeries(
        prefix: "musterkiez", date: date, label: label, fields: fields, source: source, digest: digest,
        compression: compression, codes: codes, limit: limit))
  }
}
