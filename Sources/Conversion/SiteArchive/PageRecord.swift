internal import Bytes
internal import WARC

extension RunPlan {
  /// The record of a page that was rebuilt: a resource, or where asked for the answer that a server might have given.
  func pageRecord(of html: [UInt8], at uri: TargetURI, identity: RecordIdentity) -> any WARCRecord {
    guard options.asResponse else {
      return ResourceRecord(
        uri: uri, date: captureDate, block: Block(html, contentType: .html), identity: identity)
    }
    return ResponseRecord(
      uri: uri, date: captureDate, response: .ok(html, contentType: .htmlInUTF8), identity: identity)
  }
}

extension MediaType {
  /// `text/html; charset=utf-8`, as a server says it.
  fileprivate static let htmlInUTF8 = MediaType("text/html; charset=utf-8") ?? .html
}
