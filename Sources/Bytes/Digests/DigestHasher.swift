private import CLibCrypto

extension Digest {
  /// A running digest computation; wraps libcrypto's `EVP_MD_CTX`.
  @safe public struct Hasher: ~Copyable {
    private let algorithm: Algorithm
    private let context: OpaquePointer?

    /// Begins a computation with no bytes seen.
    public init(_ algorithm: Algorithm) {
      self.algorithm = algorithm
      unsafe context = EVP_MD_CTX_new()
      let method =
        switch algorithm {
        case .md5: unsafe EVP_md5()
        case .sha1: unsafe EVP_sha1()
        case .sha224: unsafe EVP_sha224()
        case .sha256: unsafe EVP_sha256()
        case .sha384: unsafe EVP_sha384()
        case .sha512: unsafe EVP_sha512()
        }
      let started = unsafe EVP_DigestInit_ex(context, method, nil)
      precondition(started == 1, "libcrypto offers no \(algorithm.rawValue)")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Takes further bytes into the digest.
    public mutating func update(_ data: Span<UInt8>) {
      unsafe data.withUnsafeBytes { buffer in
        _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
      }
    }

    /// Ends the computation.
    public consuming func finalize() -> Digest {
      var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
      var count: UInt32 = 0
      _ = unsafe EVP_DigestFinal_ex(context, &bytes, &count)
      bytes.removeLast(bytes.count - Int(count))
      return Digest(algorithm: algorithm, bytes: bytes)
    }
  }
}
