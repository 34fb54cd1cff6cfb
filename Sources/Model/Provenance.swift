public import Bytes

/// Where a thing of the model stands in the source: enough to cut it out of the original again.
public struct Provenance: Sendable, Hashable {
  /// The input's name in the package, such as `export.xml`.
  public var input: String
  /// Which of the run's inputs, counted from 0.
  public var inputIndex: Int
  /// The bytes of the thing in that input (decompressed, where it came compressed).
  public var range: ByteRange
  /// The digest of those bytes, in lower-case hexadecimal; empty where it was not asked for.
  public var sha256: String

  /// Makes a provenance.
  public init(input: String, inputIndex: Int, range: ByteRange, sha256: String = "") {
    self.input = input
    self.inputIndex = inputIndex
    self.range = range
    self.sha256 = sha256
  }
}
