extension CDXJLine {
  /// Makes the line of a record that was read; nil for one that is not indexed or lacks what a line needs.
  ///
  /// Of a response the status and type stand in its HTTP head, which `http` gives where it was read.
  init?(_ head: RecordHead, http: HTTPHead? = nil) {
    guard let type = head.type, let uri = head.targetURI, let date = head[.date],
      case let timestamp = String(date.filter(\.isNumber).prefix(14)), timestamp.count == 14
    else { return nil }
    let essence = head.essence ?? "application/octet-stream"
    let mediaType: String
    var status: Int?
    switch type {
    case .resource: mediaType = essence
    case .revisit: mediaType = "warc/revisit"
    case .response:
      let told = http?["content-type"]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
      mediaType = http == nil ? essence : told ?? "application/octet-stream"
      status = http?.status
    default: return nil
    }
    self.init(
      uri: uri, timestamp: timestamp, mediaType: mediaType, status: status, digest: head[.payloadDigest])
  }
}
