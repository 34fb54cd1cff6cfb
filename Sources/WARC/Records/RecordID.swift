public import Bytes

/// A record's globally unique identifier, a URI (WARC 1.1, section 5.2).
public struct RecordID: Sendable, Hashable, CustomStringConvertible {
  /// The URI, without angle brackets.
  public let uri: String

  /// Takes a URI as an identifier; nil where it is none.
  public init?(_ uri: String) {
    guard URISyntax.isURI(uri) else { return nil }
    self.uri = uri
  }

  /// Makes `urn:uuid:…` of a UUID that was derived from a name.
  public init(_ uuid: NameBasedUUID) {
    var text: [UInt8] = []
    text.reserveCapacity(45)
    text.append(copying: "urn:uuid:".utf8.span)
    uuid.write(to: &text)
    uri = String(decoding: text, as: UTF8.self)
  }

  /// The identifier as it stands in a header: in angle brackets.
  public var description: String { "<\(uri)>" }
}

/// Where a record's identifier comes from.
public enum RecordIdentity: Sendable {
  /// The identifier is known.
  case given(RecordID)
  /// It is computed from what the archive is made of, so that the same input gives the same identifiers.
  ///
  /// `source` is the digest of that material; `ordinal` tells apart records that are alike in everything else.
  case derived(source: Digest, ordinal: Int)

  func id(of type: RecordType, about subject: String, block: Digest) -> RecordID {
    switch self {
    case .given(let id): return id
    case .derived(let source, let ordinal):
      var name: [UInt8] = []
      name.reserveCapacity(192 + subject.utf8.count)
      DigestLabel.append(source, to: &name)
      let (type, ordinal) = (type.rawValue, String(ordinal))
      name.append(addingCapacity: type.utf8.count + subject.utf8.count + ordinal.utf8.count + 4) { name in
        name.append(UInt8(ascii: "\n"))
        name.append(copying: type.utf8.span)
        name.append(UInt8(ascii: "\n"))
        name.append(copying: subject.utf8.span)
        name.append(UInt8(ascii: "\n"))
        name.append(copying: ordinal.utf8.span)
        name.append(UInt8(ascii: "\n"))
      }
      DigestLabel.append(block, to: &name)
      return RecordID(NameBasedUUID(name: name))
    }
  }
}
