private import CLibCrypto
private import Synchronization

extension Digest {
  /// A running digest computation; wraps libcrypto's `EVP_MD_CTX`.
  @safe public struct Hasher: ~Copyable {
    private let algorithm: Algorithm
    private let context: Context

    /// Begins a computation with no bytes seen.
    public init(_ algorithm: Algorithm) {
      self.algorithm = algorithm
      let method = Method.of(algorithm)
      context = method.takeContext()
      let started = unsafe EVP_DigestInit_ex(context.pointer, method.pointer, nil)
      precondition(started == 1, "libcrypto offers no \(algorithm.rawValue)")
    }

    deinit { Method.of(algorithm).giveBack(context) }

    /// Takes further bytes into the digest.
    public mutating func update(_ data: Span<UInt8>) {
      unsafe data.withUnsafeBytes { buffer in
        _ = unsafe EVP_DigestUpdate(context.pointer, buffer.baseAddress, buffer.count)
      }
    }

    /// Ends the computation.
    public consuming func finalize() -> Digest {
      var bytes: [UInt8] = []
      // Grown, not made: for a new array the runtime is asked for its type each time, some 500 instructions.
      bytes.append(addingCapacity: algorithm.byteCount) { (span: inout OutputSpan<UInt8>) in
        unsafe span.withUnsafeMutableBufferPointer { room, filled in
          var count: UInt32 = 0
          _ = unsafe EVP_DigestFinal_ex(context.pointer, room.baseAddress, &count)
          filled = Int(count)
        }
      }
      return Digest(algorithm: algorithm, bytes: bytes)
    }
  }
}

/// What libcrypto keeps of a computation.
@safe private struct Context: @unchecked Sendable {
  let pointer: OpaquePointer?
}

/// An algorithm's method, fetched once and for good: the ones of `EVP_sha256()` and its kind are looked up again in every
/// computation, which takes longer than the digest of a small record.
///
/// Contexts of ended computations are kept for the next ones, which then need not make their own.
@safe private final class Method: @unchecked Sendable {
  let pointer: OpaquePointer?
  private let idle = Mutex<[Context]>([])
  /// As many contexts as cores may be at work.
  private static let limit = 64

  func takeContext() -> Context {
    if let context = idle.withLock({ $0.popLast() }) { return context }
    return unsafe Context(pointer: EVP_MD_CTX_new())
  }

  func giveBack(_ context: Context) {
    let isKept = idle.withLock { idle in
      if idle.count >= Self.limit { return false }
      idle.append(context)
      return true
    }
    if !isKept { unsafe EVP_MD_CTX_free(context.pointer) }
  }

  static func of(_ algorithm: Digest.Algorithm) -> Method {
    switch algorithm {
    case .md5: md5
    case .sha1: sha1
    case .sha224: sha224
    case .sha256: sha256
    case .sha384: sha384
    case .sha512: sha512
    case .sha512Cut256: sha512Cut256
    case .sha3With224: sha3With224
    case .sha3With256: sha3With256
    case .sha3With384: sha3With384
    case .sha3With512: sha3With512
    case .blake2b: blake2b
    case .blake2s: blake2s
    }
  }

  private static let md5 = Method("MD5")
  private static let sha1 = Method("SHA1")
  private static let sha224 = Method("SHA2-224")
  private static let sha256 = Method("SHA2-256")
  private static let sha384 = Method("SHA2-384")
  private static let sha512 = Method("SHA2-512")
  private static let sha512Cut256 = Method("SHA2-512/256")
  private static let sha3With224 = Method("SHA3-224")
  private static let sha3With256 = Method("SHA3-256")
  private static let sha3With384 = Method("SHA3-384")
  private static let sha3With512 = Method("SHA3-512")
  private static let blake2b = Method("BLAKE2B-512")
  private static let blake2s = Method("BLAKE2S-256")

  private init(_ name: String) { unsafe pointer = EVP_MD_fetch(nil, name, nil) }
}
