/// The named fields that the standard defines, and where it forbids them (WARC 1.1, section 5).
public enum StandardField: String, Sendable, Hashable, CaseIterable {
  /// The record's kind (5.5).
  case type = "WARC-Type"
  /// The record's identifier (5.2).
  case recordID = "WARC-Record-ID"
  /// When the capture began (5.4).
  case date = "WARC-Date"
  /// The block's length in bytes (5.3).
  case contentLength = "Content-Length"
  /// The block's media type (5.6).
  case contentType = "Content-Type"
  /// Records made by the same capture (5.7).
  case concurrentTo = "WARC-Concurrent-To"
  /// The digest of the block (5.8).
  case blockDigest = "WARC-Block-Digest"
  /// The digest of the payload (5.9).
  case payloadDigest = "WARC-Payload-Digest"
  /// The server's address (5.10).
  case ipAddress = "WARC-IP-Address"
  /// The record that this one is about (5.11).
  case refersTo = "WARC-Refers-To"
  /// The target URI of the record that this one refers to (5.12).
  case refersToTargetURI = "WARC-Refers-To-Target-URI"
  /// The date of the record that this one refers to (5.13).
  case refersToDate = "WARC-Refers-To-Date"
  /// What was captured (5.14).
  case targetURI = "WARC-Target-URI"
  /// Why the block is incomplete (5.15).
  case truncated = "WARC-Truncated"
  /// The warcinfo record that describes this one (5.16).
  case warcinfoID = "WARC-Warcinfo-ID"
  /// The file's own name (5.17).
  case filename = "WARC-Filename"
  /// How a revisit is to be understood (5.18).
  case profile = "WARC-Profile"
  /// The payload's media type as found by looking at it (5.19).
  case identifiedPayloadType = "WARC-Identified-Payload-Type"
  /// The segment's place in its series (5.20).
  case segmentNumber = "WARC-Segment-Number"
  /// The first record of the series (5.21).
  case segmentOriginID = "WARC-Segment-Origin-ID"
  /// The length of all segments together (5.22).
  case segmentTotalLength = "WARC-Segment-Total-Length"

  private static let lowercaseNames = allCases.map { ($0, Array($0.rawValue.lowercased().utf8)) }

  /// The field of that name in whatever case, or nil.
  public init?(caseInsensitive name: String) {
    let length = name.utf8.count
    for (field, candidate) in Self.lowercaseNames where candidate.count == length {
      var index = 0
      for byte in name.utf8 {
        // Letters and the hyphen keep apart with this bit set, and nothing else is in these names.
        guard byte | 0x20 == candidate[index] else { break }
        index += 1
      }
      if index == length {
        self = field
        return
      }
    }
    return nil
  }

  /// Whether a record may carry it more than once: WARC-Concurrent-To alone (5.1).
  public var isRepeatable: Bool { self == .concurrentTo }

  /// Whether a record of that kind may carry it.
  public func isAllowed(in type: RecordType) -> Bool {
    switch self {
    case .type, .recordID, .date, .contentLength, .contentType, .blockDigest, .truncated: true
    case .targetURI, .warcinfoID: type != .warcinfo
    case .concurrentTo, .ipAddress: ![.warcinfo, .conversion, .continuation].contains(type)
    case .payloadDigest, .identifiedPayloadType: ![.warcinfo, .metadata].contains(type)
    case .refersTo: [.metadata, .revisit, .conversion].contains(type)
    case .refersToTargetURI, .refersToDate, .profile: type == .revisit
    case .filename: type == .warcinfo
    case .segmentNumber: ![.warcinfo, .metadata, .revisit].contains(type)
    case .segmentOriginID, .segmentTotalLength: type == .continuation
    }
  }

  /// Whether a record of that kind must carry it; a block's type is asked for apart, where there is a block.
  public func isRequired(in type: RecordType) -> Bool {
    switch self {
    case .type, .recordID, .date, .contentLength: true
    case .targetURI: ![.warcinfo, .metadata].contains(type)
    case .profile: type == .revisit
    case .segmentNumber, .segmentOriginID: type == .continuation
    default: false
    }
  }
}
