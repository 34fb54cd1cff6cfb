/// A 64-bit hash of an address (FNV-1a), the same on every machine and in every run.
///
/// Two of a million different addresses share a hash once in some forty million sites.
enum AddressHash {
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }
}
