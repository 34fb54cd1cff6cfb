public import Bytes

/// What is known of a file from the time when it was written, so that it need not be computed again.
public struct WrittenFile: Sendable, Hashable {
  /// How many bytes were written.
  public let size: Int
  /// Digests of these bytes, one an algorithm.
  public let digests: [Digest]

  /// Makes what was seen while a file was written.
  public init(size: Int, digests: [Digest]) {
    self.size = size
    self.digests = digests
  }

  /// Takes the digests of a file that was written in one piece, for every manifest of a bag.
  public init(of bytes: [UInt8]) {
    self.init(size: bytes.count, digests: BagWriter.usualAlgorithms.map { Digest($0, of: bytes) })
  }

  /// Reads the file at `path` for those digests that `known` lacks of the ones that a bag's manifests have.
  public init(reading path: String, known: WrittenFile? = nil) throws(FileError) {
    var digester = FileDigester()
    let (digests, size) = try digester.digests(of: path, by: BagWriter.usualAlgorithms, written: known)
    self.init(size: size, digests: digests)
  }

  /// The digest by an algorithm; nil where it was not taken.
  public func digest(by algorithm: Digest.Algorithm) -> Digest? {
    digests.first { $0.algorithm == algorithm }
  }
}
