public import Bytes

/// Describes the records of a file; the first record of each file (WARC 1.1, section 6.2).
public struct WarcinfoRecord: WARCRecord {
  /// The kind.
  public var type: RecordType { .warcinfo }
  /// The identifier, which the file's other records carry as WARC-Warcinfo-ID.
  public let id: RecordID
  /// When the file was made, or what stands for it.
  public let date: UTCTime
  /// The file's own name, kept should it be renamed.
  public let filename: WARCFilename
  /// The fields.
  public let block: Block
  /// A warcinfo record is about no URI.
  public var targetURI: TargetURI? { nil }
  /// A warcinfo record has no payload.
  public var payloadDigest: Digest? { nil }

  /// Makes the warcinfo record of the file `filename`.
  public init(
    filename: WARCFilename, date: UTCTime, fields: WARCFields, digest: DigestAlgorithm = .sha256,
    identity: RecordIdentity
  ) {
    self.filename = filename
    self.date = date
    block = fields.block(digest: digest)
    id = identity.id(of: .warcinfo, about: filename.text, block: block.digest)
  }

  /// Appends the file's name.
  public func appendFields(to header: inout HeaderText) { header.append(.filename, filename.text) }
}

/// A WARC file's name, without folder: letters, digits and `-._` alone, so that it is the same everywhere.
public struct WARCFilename: Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// The name.
  public var description: String { text }

  /// Takes a name; nil where it is empty, hidden, or holds anything but letters, digits and `-._`.
  public init?(_ text: String) {
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._".utf8.contains(byte)
    }
    guard let first = text.utf8.first, first != UInt8(ascii: "."), text.utf8.allSatisfy(isPlain) else {
      return nil
    }
    self.text = text
  }
  /// Takes a name that was put together from names.
  init(checked text: String) { self.text = text }
}
