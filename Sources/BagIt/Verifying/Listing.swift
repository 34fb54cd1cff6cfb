internal import Bytes

/// What all manifests of one sort, payload or tag, list: each path once.
///
/// A path costs some 24 bytes and, for each manifest, eight more: its text and digests stay in the manifests and are
/// read there again when they are needed.
struct Listing: Sendable {
  /// One manifest.
  struct Manifest: Sendable {
    let name: String
    let algorithm: Digest.Algorithm
    fileprivate let text: ManifestText
    /// Where the line of each path begins, by the number of the path, or -1 where the manifest does not list it.
    fileprivate var offsets: [Int] = []
  }

  private(set) var manifests: [Manifest] = []
  private var numbers = TextNumbers()
  /// The paths that are not plain ASCII.
  private var normalized = NormalizedPaths()

  /// How many paths are listed.
  var count: Int { numbers.count }

  /// The number of a path, in the order of listing; nil where no manifest lists it byte for byte.
  func number(of path: String) -> Int? { number(of: TextKey(path)) }

  /// The number of the path that a key stands for.
  func number(of path: TextKey) -> Int? { numbers.number(of: path) }

  /// The numbers of the paths that are canonically equivalent to `path`, but for those that are plain ASCII.
  func numbers(equivalentTo path: String) -> [Int] { normalized.numbers(of: path) }

  /// Begins another manifest, of at most `lineCount` lines.
  mutating func addManifest(
    named name: String, algorithm: Digest.Algorithm, text: ManifestText, lineCount: Int
  ) {
    var manifest = Manifest(name: name, algorithm: algorithm, text: text)
    manifest.offsets.reserveCapacity(max(lineCount, count))
    numbers.reserve(lineCount)
    manifests.append(manifest)
  }

  /// Takes a line of the manifest begun last.
  ///
  /// - Returns: whether the path is listed for the first time in any manifest, and the digest that the same manifest
  ///   listed for it before, if it did.
  mutating func add(_ path: String, offset: Int) -> (isNew: Bool, before: [UInt8]?) {
    guard let manifest = manifests.indices.last else { return (false, nil) }
    let (number, isNew) = numbers.insert(TextKey(path))
    if isNew { normalized.add(path, number: number) }
    if let before = digest(of: number, in: manifest) { return (isNew, before) }
    let missing = number + 1 - manifests[manifest].offsets.count
    if missing > 0 { manifests[manifest].offsets.append(contentsOf: repeatElement(-1, count: missing)) }
    manifests[manifest].offsets[number] = offset
    return (isNew, nil)
  }

  /// The path of that number.
  func path(of number: Int) -> String {
    for manifest in manifests.indices {
      guard let offset = offset(of: number, in: manifest) else { continue }
      return manifests[manifest].text.path(at: offset)
    }
    return ""
  }

  /// The digest that a manifest lists for a path; nil where it does not list it.
  func digest(of number: Int, in manifest: Int) -> [UInt8]? {
    guard let offset = offset(of: number, in: manifest) else { return nil }
    return manifests[manifest].text.digest(at: offset, byteCount: manifests[manifest].algorithm.byteCount)
  }

  /// Where the line of a path begins in a manifest; nil where the manifest does not list it.
  func offset(of number: Int, in manifest: Int) -> Int? {
    let offsets = manifests[manifest].offsets
    return number < offsets.count && offsets[number] >= 0 ? offsets[number] : nil
  }
}
