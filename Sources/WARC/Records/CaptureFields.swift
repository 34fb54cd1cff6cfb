/// How a response, resource or request was captured; nothing need be known.
public struct CaptureFields: Sendable, Hashable {
  /// Records made by the same capture (WARC 1.1, section 5.7).
  public var concurrentTo: [RecordID] = []
  /// The server's address (section 5.10).
  public var ipAddress: IPAddress?
  /// Why the block is incomplete (section 5.15).
  public var truncated: Truncation?
  /// The payload's media type, only where it was found by looking at the bytes (section 5.19).
  public var identifiedPayloadType: MediaType?
  /// Whether ``ContinuationRecord``s carry on the block (section 5.20).
  public var isFirstSegment = false

  /// Begins with nothing known.
  public init() {}

  func append(to header: inout HeaderText) {
    for id in concurrentTo { header.append(.concurrentTo, id) }
    if let ipAddress { header.append(.ipAddress, ipAddress.text) }
    if let truncated { header.append(.truncated, truncated.rawValue) }
    if let identifiedPayloadType {
      header.append(.identifiedPayloadType, identifiedPayloadType.description)
    }
    if isFirstSegment { header.append(.segmentNumber, "1") }
  }
}

/// Why a block is incomplete (WARC 1.1, section 5.15).
public enum Truncation: String, Sendable, Hashable, CaseIterable {
  /// It exceeded the configured length.
  case length
  /// It took longer than the configured time.
  case time
  /// The connection was lost.
  case disconnect
  /// Another reason, or none known.
  case unspecified
}
