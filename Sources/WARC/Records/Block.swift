public import Bytes

/// A record's block: its octets, their type and their digest.
///
/// What is too large for memory stays where it is: such a block knows its length and digest, and its bytes are
/// given to the writer when the record is written.
public struct Block: Sendable {
  /// Where a block's bytes are.
  public enum Content: Sendable {
    /// Here.
    case bytes([UInt8])
    /// With the caller, who hands them to the writer.
    case elsewhere
  }

  /// The media type; nil only for an empty block.
  public let contentType: MediaType?
  /// The number of bytes.
  public let length: Int
  /// The digest of the bytes.
  public let digest: Digest
  /// The bytes, or word that they come later.
  public let content: Content

  /// Makes a block of bytes in memory.
  public init(_ bytes: [UInt8], contentType: MediaType, digest algorithm: DigestAlgorithm = .sha256) {
    self.init(bytes, contentType: contentType, known: algorithm.digest(of: bytes.span))
  }

  /// Makes a block of bytes in memory whose digest may be known already; if not, it gets the usual one.
  public init(_ bytes: [UInt8], contentType: MediaType, known digest: Digest?) {
    self.contentType = contentType
    length = bytes.count
    self.digest = digest ?? DigestAlgorithm.sha256.digest(of: bytes.span)
    content = .bytes(bytes)
  }

  /// Makes a block whose bytes are streamed when the record is written.
  public init(length: Int, digest: Digest, contentType: MediaType) {
    self.contentType = contentType
    self.length = length
    self.digest = digest
    content = .elsewhere
  }

  private init(emptyWith algorithm: DigestAlgorithm) {
    contentType = nil
    length = 0
    digest = algorithm.digest(of: [UInt8]().span)
    content = .bytes([])
  }

  /// Makes a block of no bytes, which needs no type.
  public static func empty(digest algorithm: DigestAlgorithm = .sha256) -> Block {
    Block(emptyWith: algorithm)
  }
}
