/// A message digest: the algorithm and its value.
public struct Digest: Sendable, Hashable {
  /// A digest algorithm that libcrypto offers.
  public enum Algorithm: String, Sendable, CaseIterable {
    case md5
    case sha1
    case sha224
    case sha256
    case sha384
    case sha512
  }

  /// How the value was computed.
  public let algorithm: Algorithm
  /// The value's bytes.
  public let bytes: [UInt8]

  /// Makes a digest of bytes that were computed elsewhere.
  public init(algorithm: Algorithm, bytes: [UInt8]) {
    self.algorithm = algorithm
    self.bytes = bytes
  }

  /// Computes the digest of `data`.
  public init(_ algorithm: Algorithm, of data: Span<UInt8>) {
    var hasher = Hasher(algorithm)
    hasher.update(data)
    self = hasher.finalize()
  }

  /// Computes the digest of `data`.
  public init(_ algorithm: Algorithm, of data: [UInt8]) {
    self.init(algorithm, of: data.span)
  }

  /// The value in lower-case hexadecimal.
  public var hexadecimal: String { bytes.hexadecimal }
}
