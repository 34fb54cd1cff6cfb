internal import Bytes

/// Computes all digests of files, each file read once, through one buffer.
struct FileDigester {
  /// The digests of a file in the order in which they were asked for, and its size in bytes as read.
  typealias Result = (digests: [Digest], size: Int)

  private var buffer = [UInt8](repeating: 0, count: 256 * 1024)

  /// Reads the file at `path` once; returns its digests in the order of `algorithms`, and its size in bytes as read.
  ///
  /// A digest that `written` has is taken from there, where the file has the size it was written with.
  mutating func digests(
    of path: String, by algorithms: [Digest.Algorithm], written: WrittenFile? = nil
  ) throws(FileError) -> Result {
    let file = try File.open(path)
    let running = algorithms.map { written?.digest(by: $0) == nil ? RunningDigest($0) : nil }
    var size = 0
    while true {
      let count = try file.fill(&buffer, from: size)
      size += count
      for digest in running { digest?.update(buffer.span.extracting(0..<count)) }
      if count < buffer.count { break }
    }
    if let written, written.size != size { return try digests(of: path, by: algorithms) }
    let digests = zip(algorithms, running).compactMap { $1?.finalize() ?? written?.digest(by: $0) }
    return (digests, size)
  }
}

/// A hasher that an array can hold.
private final class RunningDigest {
  private var hasher: Digest.Hasher?

  init(_ algorithm: Digest.Algorithm) { hasher = Digest.Hasher(algorithm) }

  func update(_ data: Span<UInt8>) { hasher?.update(data) }

  func finalize() -> Digest? { hasher.take()?.finalize() }
}
