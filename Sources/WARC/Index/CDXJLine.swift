internal import Bytes

/// An index line of a record, but for the record's place, so that it can be made before the record is written.
///
/// A line is `KEY TIMESTAMP {"url":…}` (CDXJ 0.1.0).
public struct CDXJLine: Sendable, Hashable {
  private let beginning: [UInt8]

  /// Makes the line of a record; nil for one that is not indexed.
  public init?(_ record: some WARCRecord) {
    guard let indexing = record.indexing, let uri = record.targetURI else { return nil }
    self.init(
      uri: uri.text, timestamp: record.date.timestamp14, mediaType: indexing.mediaType,
      status: indexing.status, digest: record.payloadDigest.map(DigestLabel.text))
  }

  init(uri: String, timestamp: String, mediaType: String, status: Int?, digest: String?) {
    var json = JSONText(capacity: 320)
    json.object { json in
      json.key("url")
      json.string(uri)
      json.key("mime")
      json.string(mediaType)
      if let status {
        json.key("status")
        json.string(String(status))
      }
      json.key("digest")
      json.string(digest ?? "-")
    }
    let key = SURT.key(of: uri) ?? uri
    beginning = Array("\(key) \(timestamp) ".utf8) + json.bytes.dropLast()
  }

  /// The whole line, its end included, of the record at a place.
  func bytes(filename: String, offset: Int, length: Int) -> [UInt8] {
    var place = JSONText(capacity: 96)
    place.object { json in
      json.key("length")
      json.string(String(length))
      json.key("offset")
      json.string(String(offset))
      json.key("filename")
      json.string(filename)
    }
    return beginning + [UInt8(ascii: ",")] + place.bytes.dropFirst() + [UInt8(ascii: "\n")]
  }
}
