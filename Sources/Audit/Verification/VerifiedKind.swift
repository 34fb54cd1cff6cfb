internal import Bytes

/// What can be verified, told from its content and not from its name.
public enum VerifiedKind: String, Sendable, CaseIterable {
  /// A bag that this tool made: with a ledger.
  case package
  /// Any other bag.
  case bag
  /// A web archive, plain or compressed.
  case warc
  /// A web archive collection.
  case wacz

  /// Tells what is at `path`.
  ///
  /// - Throws: ``VerificationError`` where nothing is there, or nothing that can be verified.
  public init(of path: String) throws(VerificationError) {
    switch FileSystem.kindFollowingLinks(of: path) {
    case nil: throw VerificationError(path: path, reason: "there is no such file or folder")
    case .folder: self = try Self.folder(path)
    case .file: self = try Self.file(path)
    default: throw VerificationError(path: path, reason: "it is neither a file nor a folder")
    }
  }

  private static func folder(_ path: String) throws(VerificationError) -> VerifiedKind {
    let names: [String]
    do { names = try FileSystem.entries(of: path).map(\.name) } catch {
      throw VerificationError(path: path, reason: error.reason)
    }
    let isBag = names.contains { $0 == "bagit.txt" || $0 == "data" || $0.utf8.starts(with: "manifest-".utf8) }
    guard isBag else {
      throw VerificationError(
        path: path,
        reason: names.contains("ledger.jsonl")
          ? "it holds bare outputs without digests; convert without --bare makes a package that can be verified"
          : "it is no bag: it has neither bagit.txt nor manifests nor data")
    }
    return FileSystem.kind(of: "\(path)/\(PackageLayout.ledger)") == .file ? .package : .bag
  }

  private static func file(_ path: String) throws(VerificationError) -> VerifiedKind {
    let start: [UInt8]
    do { start = try File.open(path).head(64 * 1024) } catch {
      throw VerificationError(path: path, reason: error.reason)
    }
    if start.isEmpty { throw VerificationError(path: path, reason: "it is empty") }
    if start.starts(with: "PK\u{3}\u{4}".utf8) { return .wacz }
    if start.starts(with: "WARC/".utf8) { return .warc }
    if start.starts(with: [0x1F, 0x8B]), isWARCBegun(inGzip: path) { return .warc }
    throw VerificationError(
      path: path,
      reason: "it is neither a WARC nor a WACZ file; give the package's folder to verify a package")
  }
}

extension VerifiedKind {
  /// Whether a gzip file begins as a web archive does; damage at its very beginning is not taken for another kind.
  private static func isWARCBegun(inGzip path: String) -> Bool {
    var start: [UInt8] = []
    do throws(ArchiveReader.Failure) {
      var reader = try ArchiveReader(path, as: .gzip)
      guard try reader.nextEntry() != nil, try reader.read(5, appendingTo: &start) > 0 else { return true }
    } catch {
      return true
    }
    // What is too damaged to be unpacked at all comes as it is.
    return start.starts(with: "WARC/".utf8) || start.starts(with: [0x1F, 0x8B])
  }
}

/// Why something could not be verified at all.
public struct VerificationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was to be verified.
  public let path: String
  /// Why it could not be.
  public let reason: String

  /// One sentence for the user.
  public var description: String { "cannot verify \(path): \(reason)" }
}
