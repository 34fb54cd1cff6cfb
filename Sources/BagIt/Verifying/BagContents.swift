internal import Bytes

/// What the tag files of a bag say it holds, and what of it has been found.
struct BagContents {
  private let folder: String
  private let declaration: BagDeclaration
  /// What the payload manifests list.
  let payload: Listing
  /// What the tag manifests list.
  let tags: Listing
  /// The labels of `bag-info.txt`.
  let info: BagInfo
  /// The Oxum that `bag-info.txt` tells, if it tells one that can be read.
  let toldOxum: PayloadOxum?
  private let toFetch: Set<ExactPath>

  private var isPayloadFound: [Bool]
  private var isTagFound: [Bool]
  /// Files whose names no manifest lists byte for byte, but some manifest does after normalization.
  private var standIns: [FolderWalk.Entry] = []
  private let normalizedPayload: NormalizedPaths
  private let normalizedTags: NormalizedPaths
  private(set) var counted = PayloadOxum()

  /// Reads all tag files of the bag at `folder`, in which `names` stand; what is wrong with them goes to `faults`.
  init(
    of folder: String, names: [FileSystem.Entry], declaration: BagDeclaration, faults: inout [BagFault]
  ) {
    self.folder = folder
    self.declaration = declaration
    var payloadReader = ManifestReader(folder: folder, declaration: declaration, isForTags: false)
    var tagReader = ManifestReader(folder: folder, declaration: declaration, isForTags: true)
    for name in names.map(\.name) {
      if let algorithm = Self.algorithm(of: name, prefix: "manifest-", faults: &faults) {
        payloadReader.read(name, algorithm: algorithm)
      } else if let algorithm = Self.algorithm(of: name, prefix: "tagmanifest-", faults: &faults) {
        tagReader.read(name, algorithm: algorithm)
      }
    }
    payload = payloadReader.listing
    tags = tagReader.listing
    faults += payloadReader.faults + tagReader.faults
    var infoReader = BagInfoReader(of: folder, declaration: declaration)
    toldOxum = infoReader.payloadOxum()
    info = infoReader.info
    let fetch = FetchReader(of: folder, declaration: declaration, payload: payload)
    toFetch = Set(fetch.paths.map { ExactPath($0) })
    faults += infoReader.faults + fetch.faults
    normalizedPayload = NormalizedPaths(of: payload)
    normalizedTags = NormalizedPaths(of: tags)
    isPayloadFound = [Bool](repeating: false, count: payload.paths.count)
    isTagFound = [Bool](repeating: false, count: tags.paths.count)
    if !names.contains(where: { $0.name == "data" && $0.kind == .folder }) {
      faults.append(BagFault(.noPayloadFolder, path: "data"))
    }
    faults += ListingCheck(payload: payload, tags: tags, version: declaration.version).faults()
  }

  /// The algorithm that a manifest's name tells; nil where the name is no manifest's.
  private static func algorithm(
    of name: String, prefix: String, faults: inout [BagFault]
  ) -> Digest.Algorithm? {
    guard name.hasPrefix(prefix), name.hasSuffix(".txt") else { return nil }
    let told = name.dropFirst(prefix.count).dropLast(4)
    if let algorithm = Digest.Algorithm(rawValue: told.lowercased().filter { $0 != "-" }) { return algorithm }
    faults.append(
      BagFault(
        .unknownAlgorithm, path: name,
        expected: Digest.Algorithm.allCases.map(\.rawValue).joined(separator: ", "),
        found: String(told)))
    return nil
  }

  /// Takes note of what the walk came by; returns the file to compare, unless there is nothing to compare it with.
  mutating func take(_ entry: FolderWalk.Entry, faults: inout [BagFault]) -> ListedFile? {
    let path = entry.path
    guard entry.isNameValidUTF8 else {
      faults.append(BagFault(.nameNotUTF8, path: path))
      return nil
    }
    switch entry.kind {
    case .file: return file(path, size: entry.size, faults: &faults)
    case .link:
      guard let size = sizeOfLinked(path) else {
        faults.append(BagFault(.link, path: path, expected: "a file, or a link to one within the bag"))
        return nil
      }
      faults.append(BagFault(.link, .warning, path: path, expected: "a file"))
      return file(path, size: size, faults: &faults)
    case .other: faults.append(BagFault(.notAFile, path: path, expected: "a file or folder"))
    case .emptyFolder:
      if SafePath.isPayload(path) { faults.append(BagFault(.emptyFolder, .warning, path: path)) }
    case .unreadableFolder(let error): faults.append(BagFault(.unreadable, path: path, found: error.reason))
    }
    return nil
  }

  /// The size of the file that a link leads to; nil where it leads out of the bag or to no file.
  private func sizeOfLinked(_ path: String) -> Int? {
    guard let root = FileSystem.resolved(folder), let target = FileSystem.resolved(folder + "/" + path),
      target.utf8.starts(with: (root + "/").utf8), FileSystem.kind(of: target) == .file
    else { return nil }
    do { return try File.open(target).size() } catch { return nil }
  }

  private mutating func file(_ path: String, size: Int, faults: inout [BagFault]) -> ListedFile? {
    let isTag = !SafePath.isPayload(path)
    if !isTag { counted.add(size: size) }
    let listing = isTag ? tags : payload
    if let number = listing.number(of: path) {
      if isTag { isTagFound[number] = true } else { isPayloadFound[number] = true }
      return ListedFile(path: path, number: number, size: size, isTag: isTag)
    }
    if (isTag ? normalizedTags : normalizedPayload).contains(path) {
      standIns.append(.init(path: path, kind: .file, size: size, isNameValidUTF8: true))
      return nil
    }
    if !isTag {
      faults.append(BagFault(.notListed, path: path))
    } else if !tags.manifests.isEmpty, !path.hasPrefix("tagmanifest-") {
      faults.append(BagFault(.tagFileNotListed, .warning, path: path))
    }
    return nil
  }

  /// Gives the files whose names differ from those listed only in normalization to the paths that are still missing.
  mutating func resolveStandIns(faults: inout [BagFault]) -> [ListedFile] {
    var files: [ListedFile] = []
    for entry in standIns {
      let isTag = !SafePath.isPayload(entry.path)
      let numbers = (isTag ? normalizedTags : normalizedPayload).numbers(of: entry.path)
      guard let number = numbers.first(where: { !(isTag ? isTagFound : isPayloadFound)[$0] }) else {
        faults.append(BagFault(.notListed, isTag ? .warning : .fault, path: entry.path))
        continue
      }
      if isTag { isTagFound[number] = true } else { isPayloadFound[number] = true }
      let listed = (isTag ? tags : payload).paths[number]
      faults.append(
        BagFault(.otherNormalization, .warning, path: entry.path, expected: listed, found: entry.path))
      files.append(ListedFile(path: entry.path, number: number, size: entry.size, isTag: isTag))
    }
    return files
  }

  /// The faults of what is listed and was not found.
  func missing() -> [BagFault] {
    var faults: [BagFault] = []
    for number in payload.paths.indices where !isPayloadFound[number] {
      faults.append(missing(number, in: payload, normalizedPayload, isFound: isPayloadFound))
    }
    for number in tags.paths.indices where !isTagFound[number] {
      faults.append(missing(number, in: tags, normalizedTags, isFound: isTagFound))
    }
    return faults
  }

  private func missing(
    _ number: Int, in listing: Listing, _ normalized: NormalizedPaths, isFound: [Bool]
  ) -> BagFault {
    let path = listing.paths[number]
    let twin = normalized.numbers(of: path).first { twin in
      isFound[twin]
        && listing.manifests.indices.allSatisfy {
          let expected = listing.digest(of: number, in: $0)
          return expected == nil || expected == listing.digest(of: twin, in: $0)
        }
    }
    if let twin, declaration.version < .v1_0 {
      return BagFault(.otherNormalization, .warning, path: path, expected: path, found: listing.paths[twin])
    }
    if toFetch.contains(ExactPath(path)) {
      return BagFault(.notFetched, path: path, expected: "the file that fetch.txt tells where to get")
    }
    let manifest = listing.manifests.indices.first { listing.offset(of: number, in: $0) != nil }
    return BagFault(
      .missing, path: path, expected: manifest.map { "the file listed in \(listing.manifests[$0].name)" })
  }

  /// Whether files that are listed for fetching are not there yet, so that the Oxum cannot be compared.
  var awaitsFetching: Bool {
    toFetch.contains { path in payload.number(of: path.text).map { !isPayloadFound[$0] } ?? false }
  }
}
