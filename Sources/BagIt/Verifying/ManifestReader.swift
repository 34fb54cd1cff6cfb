internal import Bytes

/// Reads manifests into a ``Listing`` and names what is wrong with their lines.
struct ManifestReader {
  let folder: String
  let declaration: BagDeclaration
  /// Whether these are tag manifests, which list everything but the payload and each other.
  let isForTags: Bool
  var listing = Listing()
  var faults: [BagFault] = []

  init(folder: String, declaration: BagDeclaration, isForTags: Bool) {
    self.folder = folder
    self.declaration = declaration
    self.isForTags = isForTags
  }

  private var isVersion1: Bool { declaration.version >= .v1_0 }

  /// Reads the manifest `name` from the bag's folder.
  mutating func read(_ name: String, algorithm: Digest.Algorithm) {
    listing.addManifest(named: name, algorithm: algorithm)
    do throws(FileError) {
      var lines = try TagLines(of: folder + "/" + name, in: declaration.encoding)
      if lines.hasByteOrderMark { faults.append(BagFault(.byteOrderMark, path: name, offset: 0)) }
      if !lines.isInEncoding { faults.append(BagFault(.notInEncoding, path: name)) }
      while let line = try lines.next() {
        take(line, of: name, algorithm: algorithm)
        if !line.isEnded {
          faults.append(BagFault(.noFinalLineEnd, .warning, path: name, offset: line.offset))
        }
      }
    } catch {
      faults.append(BagFault(.unreadable, path: name, found: error.reason))
    }
  }

  private mutating func take(_ line: TagLines.Line, of name: String, algorithm: Digest.Algorithm) {
    func fault(
      _ kind: BagFault.Kind, _ severity: BagFault.Severity = .fault, expected: String? = nil,
      found: String? = nil
    ) -> BagFault {
      BagFault(kind, severity, path: name, offset: line.offset, expected: expected, found: found)
    }
    if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      return faults.append(fault(.blankLine, .warning))
    }
    guard let text = line.text else { return faults.append(fault(.notInEncoding)) }
    guard let parts = ManifestLine(line.bytes, digestLength: algorithm.byteCount) else {
      return faults.append(
        fault(
          .malformedLine, expected: "\(algorithm.byteCount * 2) hexadecimal digits, two blanks, a path",
          found: String(text.prefix(200))))
    }
    if parts.hasUpperCase { faults.append(fault(.digestInUpperCase, .warning)) }
    if parts.hasStar { faults.append(fault(.starBeforePath, .warning, found: text)) }
    var path = decoded(parts.path, fault)
    if let rest = SafePath.withoutDotSlash(path) {
      faults.append(fault(.dotSlashBeforePath, .warning, found: path))
      path = rest
    }
    guard SafePath.isSafe(path) else { return faults.append(fault(.unsafePath, found: path)) }
    if SafePath.isPayload(path) == isForTags || isForTags && path.hasPrefix("tagmanifest-") {
      return faults.append(
        fault(.listedInWrongManifest, expected: isForTags ? "a tag file" : "a path in data/", found: path))
    }
    if let before = listing.add(path, digest: parts.digest, offset: line.offset) {
      let isHarmless = !isVersion1 && before == parts.digest
      faults.append(
        fault(.listedTwice, isHarmless ? .warning : .fault, expected: "one line a path", found: path))
    }
  }

  /// The path as it is on the disk.
  private mutating func decoded(
    _ listed: [UInt8], _ fault: (BagFault.Kind, BagFault.Severity, String?, String?) -> BagFault
  ) -> String {
    let asListed = String(decoding: listed, as: UTF8.self)
    guard listed.contains(UInt8(ascii: "%")) else { return asListed }
    let (path, isWellEncoded) = PathEncoding.decode(listed)
    if isVersion1 {
      if !isWellEncoded { faults.append(fault(.percentNotEncoded, .fault, "%25 for every %", asListed)) }
      return String(decoding: path, as: UTF8.self)
    }
    // Earlier versions knew no encoding, but some of their writers did.
    if FileSystem.kind(of: folder + "/" + asListed) != nil { return asListed }
    return String(decoding: path, as: UTF8.self)
  }
}

/// The parts of a manifest's line.
private struct ManifestLine {
  let digest: [UInt8]
  let path: [UInt8]
  let hasUpperCase: Bool
  /// Whether an asterisk stands before the path, as `md5sum` marks binary files.
  let hasStar: Bool

  /// Takes a line apart; nil where it has not the form of one, or the digest not the length.
  init?(_ line: [UInt8], digestLength: Int) {
    let digits = line.prefix { $0 != 0x20 && $0 != 0x09 }
    guard digits.count == digestLength * 2, let digest = Self.digest(digits) else { return nil }
    var path = line[digits.count...].drop { $0 == 0x20 || $0 == 0x09 }
    hasStar = path.first == UInt8(ascii: "*")
    if hasStar { path.removeFirst() }
    guard !path.isEmpty else { return nil }
    self.digest = digest
    self.path = Array(path)
    hasUpperCase = digits.contains { (0x41...0x46).contains($0) }
  }

  private static func digest(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    var digest: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      case 0x41...0x46: value = digit - 0x41 + 10
      default: return nil
      }
      if let first = high {
        digest.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return digest
  }
}
