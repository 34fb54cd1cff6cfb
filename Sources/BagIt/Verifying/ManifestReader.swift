internal import Bytes

/// Reads manifests into a ``Listing`` and names what is wrong with their lines.
struct ManifestReader {
  let folder: String
  let declaration: BagDeclaration
  /// Whether these are tag manifests, which list everything but the payload and each other.
  let isForTags: Bool
  private(set) var listing = Listing()
  private(set) var faults: [BagFault] = []
  /// What is doubtful about the names listed; only payload names are looked at.
  private(set) var doubts: [BagFault] = []
  private var spellings = Spellings()
  private let paths: ManifestPaths

  init(folder: String, declaration: BagDeclaration, isForTags: Bool) {
    self.folder = folder
    self.declaration = declaration
    self.isForTags = isForTags
    paths = ManifestPaths(folder: folder, isVersion1: declaration.version >= .v1_0)
  }

  private var isVersion1: Bool { declaration.version >= .v1_0 }

  /// Reads the manifest `name` from the bag's folder.
  mutating func read(_ name: String, algorithm: Digest.Algorithm) {
    do throws(FileError) {
      // A pipe or device would keep whoever opens it waiting; a link is followed, and named by the walk.
      guard FileSystem.kindFollowingLinks(of: folder + "/" + name) == .file else {
        return faults.append(BagFault(.notAFile, path: name, expected: "a manifest"))
      }
      let text = try ManifestText(folder + "/" + name, in: declaration.encoding, paths: paths)
      listing.addManifest(
        named: name, algorithm: algorithm, text: text,
        lineCount: try TagLines.endCount(of: folder + "/" + name) + 1)
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
    guard let parts = ManifestLine(line.bytes), parts.digest?.count == algorithm.byteCount else {
      return faults.append(
        fault(
          .malformedLine, expected: "\(algorithm.byteCount * 2) hexadecimal digits, two blanks, a path",
          found: String(text.prefix(200))))
    }
    if parts.hasUpperCase { faults.append(fault(.digestInUpperCase, .warning)) }
    if parts.hasStar { faults.append(fault(.starBeforePath, .warning, found: text)) }
    let (path, isWellEncoded, hasDotSlash) = paths.path(parts.path)
    if !isWellEncoded {
      let asListed = String(decoding: parts.path, as: UTF8.self)
      faults.append(fault(.percentNotEncoded, expected: "%25 for every %", found: asListed))
    }
    if hasDotSlash { faults.append(fault(.dotSlashBeforePath, .warning, found: "./" + path)) }
    guard SafePath.isSafe(path) else { return faults.append(fault(.unsafePath, found: path)) }
    if SafePath.isPayload(path) == isForTags || isForTags && path.hasPrefix("tagmanifest-") {
      return faults.append(
        fault(.listedInWrongManifest, expected: isForTags ? "a tag file" : "a path in data/", found: path))
    }
    let (isNew, before) = listing.add(path, offset: line.offset)
    if isNew, !isForTags { doubt(path) }
    if let before {
      let isHarmless = !isVersion1 && before == parts.digest
      faults.append(
        fault(.listedTwice, isHarmless ? .warning : .fault, expected: "one line a path", found: path))
    }
  }

  /// Looks for what other systems than this one may not be able to keep.
  private mutating func doubt(_ path: String) {
    if !BagName.isPortable(path: path) { doubts.append(BagFault(.nameNotPortable, .warning, path: path)) }
    guard let other = spellings.add(path, number: listing.count - 1) else { return }
    doubts.append(
      BagFault(
        .otherCaseOnly, .warning, path: path, expected: "a name that differs in more than case",
        found: listing.path(of: other)))
  }
}

/// The paths of a listing as a disk sees them that knows no upper and lower case.
private struct Spellings {
  private var folded = TextNumbers()
  /// The number in the listing of the path that was folded so last.
  private var last: [UInt32] = []

  /// Takes the path with that number; returns the number of the one before that differs in case only.
  mutating func add(_ path: String, number: Int) -> Int? {
    let (index, isNew) = folded.insert(TextKey(path.caseFolded))
    guard !isNew else {
      last.append(UInt32(number))
      return nil
    }
    defer { last[index] = UInt32(number) }
    return Int(last[index])
  }
}
