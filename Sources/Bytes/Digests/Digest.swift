/// A message digest: the algorithm and its value.
public struct Digest: Sendable, Hashable {
  /// A digest algorithm that libcrypto offers; the raw value is its name in small letters and digits alone, as
  /// manifests of bags are named after it (RFC 8493, section 2.4).
  public enum Algorithm: String, Sendable, CaseIterable {
    case md5
    case sha1
    case sha224
    case sha256
    case sha384
    case sha512
    /// SHA-512/256: SHA-512 with other starting values, cut to 256 bits.
    case sha512Cut256 = "sha512256"
    /// SHA3-224.
    case sha3With224 = "sha3224"
    /// SHA3-256.
    case sha3With256 = "sha3256"
    /// SHA3-384.
    case sha3With384 = "sha3384"
    /// SHA3-512.
    case sha3With512 = "sha3512"
    /// BLAKE2b with 512 bits.
    case blake2b = "blake2b512"
    /// BLAKE2s with 256 bits.
    case blake2s = "blake2s256"

    /// The algorithm that a label such as `SHA-256`, `sha3_512` or `BLAKE2b` means; nil where it is none of these.
    public init?(label: String) {
      let name = label.lowercased().filter { $0.isLetter || $0.isNumber }
      switch name {
      case "blake2b": self = .blake2b
      case "blake2s": self = .blake2s
      default:
        guard let algorithm = Self(rawValue: name) else { return nil }
        self = algorithm
      }
    }

    /// The name as its inventors write it.
    public var commonName: String {
      switch self {
      case .md5: "MD5"
      case .sha1: "SHA-1"
      case .sha224: "SHA-224"
      case .sha256: "SHA-256"
      case .sha384: "SHA-384"
      case .sha512: "SHA-512"
      case .sha512Cut256: "SHA-512/256"
      case .sha3With224: "SHA3-224"
      case .sha3With256: "SHA3-256"
      case .sha3With384: "SHA3-384"
      case .sha3With512: "SHA3-512"
      case .blake2b: "BLAKE2b-512"
      case .blake2s: "BLAKE2s-256"
      }
    }

    /// The length of a value, in bytes.
    public var byteCount: Int {
      switch self {
      case .md5: 16
      case .sha1: 20
      case .sha224, .sha3With224: 28
      case .sha256, .sha512Cut256, .sha3With256, .blake2s: 32
      case .sha384, .sha3With384: 48
      case .sha512, .sha3With512, .blake2b: 64
      }
    }
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
