internal import Bytes
internal import Model

/// One input as the user gave it, kept bit for bit.
struct SourceFile: Sendable {
  /// Its name in the package, such as `export.xml.gz`; safe and unlike any other's.
  var name: String
  /// Where its bytes are on this machine.
  var path: String
  /// How many bytes it has.
  var size: Int
  /// The SHA-256 of its bytes.
  var sha256: Digest
}

/// One thing to read: an export or a page in plain bytes, unpacked where it came packed.
struct SourceDocument: Sendable {
  /// Its number among the run's documents, from 0.
  var index: Int
  /// The name that provenance gives: the input's, and for what was in a zip the entry's behind a `#`.
  var name: String
  /// Where its bytes are on this machine.
  var path: String
  /// How many bytes it has.
  var size: Int
  /// The SHA-256 of its bytes.
  var sha256: Digest
  /// What it is.
  var kind: InputKind
  /// The input it came from, as an index.
  var file: Int
  /// What had to be said about unpacking it.
  var findings: [Finding] = []

  /// All bytes of the document.
  func bytes() throws(ConversionError) -> [UInt8] { try bytes(of: ByteRange(offset: 0, length: size)) }

  /// The bytes of `range`, which must lie in the document.
  func bytes(of range: ByteRange) throws(ConversionError) -> [UInt8] {
    try ConversionError.atInput { () throws(FileError) in try File.open(path).read(range) }
  }
}

extension Finding.Code {
  /// A gzip or zip file could not be unpacked to its end.
  static let unpackingStopped = Self("unpacking-stopped")
}
