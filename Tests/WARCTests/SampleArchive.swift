import Bytes
import Testing
import WARC

/// The records of a sound archive in plain text, one by one, so that a test can damage one of them.
struct SampleArchive {
  /// The records: warcinfo, export, two pages, each with its metadata, a conversion, a revisit, a redirect.
  var records: [[UInt8]]

  static let plainPage = 2

  init() throws {
    var writer = try WARCWriter(Samples.series(compression: .none), to: MemorySink())
    var places: [RecordLocation] = []
    let export = ResourceRecord(
      uri: try Samples.uri("urn:x-export:musterkiez.xml"), date: Samples.date,
      block: Block(Array("<rss><channel/></rss>".utf8), contentType: .xml), identity: Samples.identity())
    places.append(try writer.append(export))
    let fest = try Samples.page("2009/05/straßenfest/", "Straßenfest im Kiez")
    places.append(try writer.append(fest))
    var fields = WARCFields()
    fields.append(.title, "Straßenfest im Kiez")
    places.append(
      try writer.append(
        MetadataRecord(
          about: .record(fest.id), uri: fest.uri, date: Samples.date, fields: fields,
          identity: Samples.identity())))
    let home = try Samples.page("", "Willkommen")
    places.append(try writer.append(home))
    places.append(
      try writer.append(
        ConversionRecord(
          uri: home.uri, original: home.id, date: Samples.date,
          block: Block(Array("# Willkommen\n".utf8), contentType: .markdown), identity: Samples.identity())))
    places.append(
      try writer.append(
        RevisitRecord(
          uri: try Samples.uri("https://qm-musterkiez.example/?p=1"), date: Samples.date,
          original: RevisitRecord.Original(fest), identity: Samples.identity())))
    places.append(
      try writer.append(
        ResponseRecord(
          uri: try Samples.uri("https://qm-musterkiez.example/?p=2"), date: Samples.date,
          response: .movedPermanently(to: home.uri), identity: Samples.identity())))
    let bytes = try writer.finish().sink.files[0].bytes
    let starts = [0] + places.map(\.range.offset)
    let ends = starts.dropFirst() + [bytes.count]
    records = zip(starts, ends).map { Array(bytes[$0..<$1]) }
  }

  /// The archive with the first `old` of one record replaced.
  func replacing(_ old: String, with new: String, in record: Int = plainPage) throws -> SampleArchive {
    var copy = self
    let text = records[record]
    let start = try #require(
      text.indices.first { text[$0...].starts(with: old.utf8) }, "no \(old) in record \(record)")
    copy.records[record] = text[..<start] + Array(new.utf8) + text[(start + old.utf8.count)...]
    return copy
  }

  /// The archive without one line of a record's header.
  func removing(_ field: String, in record: Int = plainPage) throws -> SampleArchive {
    let text = String(decoding: records[record], as: UTF8.self)
    let line = try #require(text.split(separator: "\r\n").first { $0.hasPrefix(field + ":") })
    return try replacing(line + "\r\n", with: "", in: record)
  }

  /// The archive with a further line in a record's header.
  func adding(_ line: String, in record: Int = plainPage) throws -> SampleArchive {
    try replacing("Content-Length", with: "\(line)\r\nContent-Length", in: record)
  }

  /// The archive with another Content-Length in a record.
  func changingLength(by change: Int, in record: Int = plainPage) throws -> SampleArchive {
    let text = String(decoding: records[record], as: UTF8.self)
    let line = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("Content-Length:") })
    let length = try #require(Int(line.dropFirst(16)))
    return try replacing(String(line), with: "Content-Length: \(length + change)", in: record)
  }

  /// The records one after another.
  var plain: [UInt8] { Array(records.joined()) }

  /// Each record in a gzip member of its own.
  var members: [[UInt8]] {
    var compressor = GzipCompressor(level: 6)
    return records.map { record in
      var member: [UInt8] = []
      compressor.appendMember(of: record.span, to: &member)
      return member
    }
  }

  /// The file as it is usual.
  var compressed: [UInt8] { Array(members.joined()) }

  /// Where the member of a record begins in the compressed file.
  func offset(of record: Int) -> Int { members[..<record].map(\.count).reduce(0, +) }
}

/// All faults that a verifier finds in one file.
func faults(in bytes: [UInt8], name: String = "a.warc.gz") throws -> [WARCFault] {
  var found: [WARCFault] = []
  var verifier = WARCVerifier()
  try verifier.verify(BufferSource(bytes), name: name) { found.append($0) }
  verifier.finish { found.append($0) }
  return found
}
