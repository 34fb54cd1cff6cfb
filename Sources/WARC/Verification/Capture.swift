internal import Bytes

/// A record that an index must name: what stands in its header, and where it is.
struct Capture {
  /// The file's name without folders, as indexes give it.
  let filename: String
  /// The file as it was named to the verifier.
  let file: String
  let range: ByteRange
  let number: Int
  let recordID: String?
  let uri: String
  let timestamp: String
  let digest: String?

  /// Takes a record that was read; nil for one that is not indexed.
  init?(_ head: RecordHead, file: String, range: ByteRange) {
    let isContent = head.type == .resource && head.essence != MediaType.warcFields.essence
    guard isContent || head.type == .response || head.type == .revisit, let uri = head.targetURI,
      let date = head[.date]
    else { return nil }
    filename = file.split(separator: "/").last.map(String.init) ?? file
    self.file = file
    self.range = range
    number = head.number
    recordID = head[.recordID]
    self.uri = uri
    timestamp = String(date.filter(\.isNumber).prefix(14))
    digest = head[.payloadDigest]
  }
}
