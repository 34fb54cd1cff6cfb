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
  public func digest(of bytes: Span<UInt8>) -> Digest {
    bytes.isEmpty ? digestOfNothing : Digest(algorithm, of: bytes)
  }

  /// The digest of no bytes, as every redirect and revisit has it.
  private var digestOfNothing: Digest {
    switch self {
    case .sha256: Self.sha256OfNothing
    case .sha1: Self.sha1OfNothing
    }
  }

  private static let sha256OfNothing = Digest(.sha256, of: [])
  private static let sha1OfNothing = Digest(.sha1, of: [])
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
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
    value = String(text[text.utf8.index(after: colon)...])
    if value.isEmpty { return nil }
    let label = String(text[..<colon])
    algorithm = Digest.Algorithm(rawValue: label) ?? Digest.Algorithm(label: label)
    description = text
  }

  /// Whether this is the label of `digest`, in hexadecimal or Base32, in either case, padded or not.
  public func matches(_ digest: Digest) -> Bool {
    guard algorithm == digest.algorithm else { return false }
    guard value.utf8.count == digest.bytes.count * 2 else {
      return value.uppercased().prefix { $0 != "=" } == digest.bytes.base32
    }
    var index = 0
    for digit in value.utf8 {
      let byte = digest.bytes[index / 2]
      let wanted = index % 2 == 0 ? byte >> 4 : byte & 15
      guard URISyntax.isHexadecimalDigit(digit), PercentEncoding.value(of: digit) == wanted else {
        return false
      }
      index += 1
    }
    return true
  }

  /// The form every tool reads: Base32 for SHA-1, lower-case hexadecimal for the others.
  public static func text(of digest: Digest) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(72)
    append(digest, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the label of a digest in the form that ``text(of:)`` gives.
  static func append(_ digest: Digest, to text: inout [UInt8]) {
    text.append(copying: digest.algorithm.rawValue.utf8.span)
    text.append(UInt8(ascii: ":"))
    if digest.algorithm == .sha1 {
      text.append(copying: digest.bytes.base32.utf8.span)
    } else {
      text.append(hexadecimal: digest.bytes)
    }
  }
}
