internal import Bytes

/// An index line of a record, but for the record's place, so that it can be made before the record is written.
///
/// A line is `KEY TIMESTAMP {"url":…}` (CDXJ 0.1.0).
public struct CDXJLine: Sendable, Hashable {
  private let beginning: [UInt8]

  /// Enough for an address and a digest as if each of their characters had to be escaped.
  private static let usualCapacity = 1 << 10

  /// Makes the line of a record; nil for one that is not indexed.
  public init?(_ record: some WARCRecord) {
    guard let indexing = record.indexing, let uri = record.targetURI else { return nil }
    let key = SURT.key(of: uri.text) ?? uri.text
    var json = JSONText(capacity: Self.usualCapacity)
    json.object { json in
      json.key("url")
      json.string(uri.text)
      json.key("mime")
      json.string(indexing.mediaType)
      if let status = indexing.status {
        json.key("status")
        json.string(String(status))
      }
      json.key("digest")
      json.string(record.payloadDigest.map(DigestLabel.text) ?? "-")
    }
    var line: [UInt8] = []
    line.reserveCapacity(key.utf8.count + 16 + json.bytes.count)
    line.append(copying: key.utf8.span)
    line.append(UInt8(ascii: " "))
    line.append(copying: record.date.timestamp14.utf8.span)
    line.append(UInt8(ascii: " "))
    line.append(copying: json.bytes.span.extracting(droppingLast: 1))
    beginning = line
  }

  /// Appends the whole line, its end included, of the record at a place.
  func write(at location: RecordLocation, to text: inout [UInt8]) {
    var place = JSONText(capacity: Self.usualCapacity)
    place.object { json in
      json.key("length")
      json.string(String(location.range.length))
      json.key("offset")
      json.string(String(location.range.offset))
      json.key("filename")
      json.string(location.filename.text)
    }
    text.append(contentsOf: beginning)
    text.append(UInt8(ascii: ","))
    text.append(copying: place.bytes.span.extracting(droppingFirst: 1))
    text.append(UInt8(ascii: "\n"))
  }
}
