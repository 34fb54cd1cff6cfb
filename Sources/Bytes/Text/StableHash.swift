/// A 64-bit hash of bytes (FNV-1a), the same on every machine and in every run.
///
/// It keeps names apart, not enemies: two of a million different texts share a hash once in some forty million sites.
public enum StableHash {
  /// The hash of `bytes`.
  public static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
    }
    return hash
  }
}
