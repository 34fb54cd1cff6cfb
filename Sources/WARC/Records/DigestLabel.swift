public import Bytes

/// The digests that new records get (WARC 1.1, section 5.8, and its annotations).
public enum DigestAlgorithm: Sendable, Hashable {
  /// SHA-256, written in lower-case hexadecimal.
  case sha256
  /// SHA-1, written in Base32: for collections that are to be matched with older archives.
  case sha1

  var algorithm: Digest.Algorithm {
    switch self {
    case .sha256: .sha256
    case .sha1: .sha1
    }
  }

  /// Computes the digest of `bytes`.
  public func digest(of bytes: Span<UInt8>) -> Digest { Digest(algorithm, of: bytes) }
}

/// A labelled digest as headers carry it, `algorithm:value`, in any of the forms in use.
public struct DigestLabel: Sendable, Hashable, CustomStringConvertible {
  /// The label and value as written.
  public let description: String
  /// The algorithm, or nil for one that cannot be computed here.
  public let algorithm: Digest.Algorithm?
  /// The value as written: hexadecimal or Base32.
  public let value: String

  /// Reads a header's value; nil where there is no label or no value.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    description = text
    algorithm = Digest.Algorithm(rawValue: parts[0].lowercased().filter { $0 != "-" })
    value = String(parts[1])
  }

  /// Whether this is the label of `digest`, in hexadecimal or Base32, in either case, padded or not.
  public func matches(_ digest: Digest) -> Bool {
    guard algorithm == digest.algorithm else { return false }
    if value.utf8.count == digest.bytes.count * 2 { return value.lowercased() == digest.hexadecimal }
    return value.uppercased().prefix { $0 != "=" } == digest.bytes.base32
  }

  /// The form every tool reads: Base32 for SHA-1, lower-case hexadecimal for the others.
  public static func text(of digest: Digest) -> String {
    let value = digest.algorithm == .sha1 ? digest.bytes.base32 : digest.hexadecimal
    return "\(digest.algorithm.rawValue):\(value)"
  }
}
