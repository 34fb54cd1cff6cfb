internal import Bytes

/// What all manifests of one sort, payload or tag, list: each path once, its digests packed.
///
/// A path costs its text and, for each manifest, the digest's bytes and eight more.
struct Listing: Sendable {
  /// One manifest's column of digests.
  struct Manifest: Sendable {
    let name: String
    let algorithm: Digest.Algorithm
    /// The digests by the number of their path, each `algorithm.byteCount` long.
    fileprivate(set) var digests: [UInt8] = []
    /// Where the line of each path begins, or -1 where the manifest does not list it.
    fileprivate(set) var offsets: [Int] = []
  }

  private(set) var paths: [String] = []
  private(set) var manifests: [Manifest] = []
  private var numbers: [ExactPath: Int] = [:]

  /// The number of a path, in the order of listing; nil where no manifest lists it.
  func number(of path: String) -> Int? { numbers[ExactPath(path)] }

  /// Begins another manifest.
  mutating func addManifest(named name: String, algorithm: Digest.Algorithm) {
    manifests.append(Manifest(name: name, algorithm: algorithm))
  }

  /// Takes a line of the manifest begun last; returns the digest listed before where the path is there already.
  mutating func add(_ path: String, digest: [UInt8], offset: Int) -> [UInt8]? {
    guard let manifest = manifests.indices.last else { return nil }
    let number = numbers[ExactPath(path)] ?? paths.count
    if number == paths.count {
      paths.append(path)
      numbers[ExactPath(path)] = number
    }
    if let before = self.digest(of: number, in: manifest) { return before }
    let length = manifests[manifest].algorithm.byteCount
    let missing = number + 1 - manifests[manifest].offsets.count
    if missing > 0 {
      manifests[manifest].offsets.append(contentsOf: repeatElement(-1, count: missing))
      manifests[manifest].digests.append(contentsOf: repeatElement(0, count: missing * length))
    }
    manifests[manifest].offsets[number] = offset
    manifests[manifest].digests.replaceSubrange(number * length..<(number + 1) * length, with: digest)
    return nil
  }

  /// The digest that a manifest lists for a path; nil where it does not list it.
  func digest(of number: Int, in manifest: Int) -> [UInt8]? {
    guard offset(of: number, in: manifest) != nil else { return nil }
    let length = manifests[manifest].algorithm.byteCount
    return Array(manifests[manifest].digests[number * length..<(number + 1) * length])
  }

  /// Where the line of a path begins in a manifest; nil where the manifest does not list it.
  func offset(of number: Int, in manifest: Int) -> Int? {
    let offsets = manifests[manifest].offsets
    return number < offsets.count && offsets[number] >= 0 ? offsets[number] : nil
  }
}

extension Digest.Algorithm {
  /// The length of a value, in bytes.
  var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
}
