internal import Bytes

/// What the tag files of a bag say it holds, and what of it has been found.
struct BagContents {
  private let folder: String
  private let declaration: BagDeclaration
  /// What the payload manifests list.
  private(set) var payload: Inventory
  /// What the tag manifests list.
  private(set) var tags: Inventory
  /// The labels of `bag-info.txt`.
  let info: BagInfo
  /// The Oxum that `bag-info.txt` tells, if it tells one that can be read.
  let toldOxum: PayloadOxum?
  private let toFetch: Set<TextKey>

  /// Files whose names no manifest lists byte for byte, but some manifest does after normalization.
  private var standIns: [FolderWalk.Entry] = []
  /// Bytes and files that are in `data/`, listed or not.
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
    payload = Inventory(payloadReader.listing)
    tags = Inventory(tagReader.listing)
    faults += payloadReader.faults + tagReader.faults
    var infoReader = BagInfoReader(of: folder, declaration: declaration)
    toldOxum = infoReader.payloadOxum()
    info = infoReader.info
    let fetch = FetchReader(of: folder, declaration: declaration, payload: payload.listing)
    toFetch = Set(fetch.paths.map { TextKey($0) })
    faults += infoReader.faults + fetch.faults
    if !names.contains(where: { $0.name == "data" && $0.kind == .folder }) {
      faults.append(BagFault(.noPayloadFolder, path: "data"))
    }
    faults += ListingCheck(payload: payload.listing, tags: tags.listing, version: declaration.version)
      .faults()
    faults += payloadReader.doubts
  }

  /// The algorithm that a manifest's name tells; nil where the name is no manifest's.
  private static func algorithm(
    of name: String, prefix: String, faults: inout [BagFault]
  ) -> Digest.Algorithm? {
    guard name.hasPrefix(prefix), name.hasSuffix(".txt") else { return nil }
    let told = name.dropFirst(prefix.count).dropLast(4)
    if let algorithm = Digest.Algorithm(label: String(told)) { return algorithm }
    faults.append(
      BagFault(
        .unknownAlgorithm, path: name,
        expected: "digests that can be computed: "
          + Digest.Algorithm.allCases.map(\.rawValue).joined(separator: ", "),
        found: "\(told), of which nothing can be checked"))
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
    case .file: return file(path, size: entry.size, changed: entry.changed, faults: &faults)
    case .link:
      guard let size = sizeOfLinked(path) else {
        faults.append(BagFault(.link, path: path, expected: "a file, or a link to one within the bag"))
        return nil
      }
      faults.append(BagFault(.link, .warning, path: path, expected: "a file"))
      // A link tells nothing of when its target was changed.
      return file(path, size: size, changed: Int.max, faults: &faults)
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

  private mutating func file(
    _ path: String, size: Int, changed: Int, faults: inout [BagFault]
  ) -> ListedFile? {
    let isTag = !SafePath.isPayload(path)
    if !isTag { counted.add(size: size) }
    if let number = isTag ? tags.find(path) : payload.find(path) {
      return ListedFile(path: path, number: number, size: size, isTag: isTag, changed: changed)
    }
    if (isTag ? tags : payload).hasOtherForm(of: path) {
      standIns.append(.init(path: path, kind: .file, size: size, isNameValidUTF8: true))
      return nil
    }
    if !isTag {
      faults.append(BagFault(.notListed, path: path))
    } else if !tags.listing.manifests.isEmpty, !path.hasPrefix("tagmanifest-") {
      faults.append(BagFault(.tagFileNotListed, .warning, path: path))
    }
    return nil
  }

  /// Gives the files whose names differ from those listed only in normalization to the paths that are still missing.
  mutating func resolveStandIns(faults: inout [BagFault]) -> [ListedFile] {
    var files: [ListedFile] = []
    for entry in standIns {
      let isTag = !SafePath.isPayload(entry.path)
      guard let number = isTag ? tags.findOtherForm(of: entry.path) : payload.findOtherForm(of: entry.path)
      else {
        faults.append(BagFault(.notListed, isTag ? .warning : .fault, path: entry.path))
        continue
      }
      let listed = (isTag ? tags : payload).listing.path(of: number)
      faults.append(
        BagFault(.otherNormalization, .warning, path: entry.path, expected: listed, found: entry.path))
      files.append(ListedFile(path: entry.path, number: number, size: entry.size, isTag: isTag))
    }
    return files
  }

  /// The faults of what is listed and was not found.
  func missing() -> [BagFault] {
    [payload, tags].flatMap { inventory in inventory.missing.map { missing($0, in: inventory) } }
  }

  private func missing(_ number: Int, in inventory: Inventory) -> BagFault {
    let listing = inventory.listing
    let path = listing.path(of: number)
    if declaration.version < .v1_0, let twin = inventory.foundTwin(of: number) {
      return BagFault(
        .otherNormalization, .warning, path: path, expected: path, found: listing.path(of: twin))
    }
    if toFetch.contains(TextKey(path)) {
      return BagFault(.notFetched, path: path, expected: "the file that fetch.txt tells where to get")
    }
    let manifest = listing.manifests.indices.first { listing.offset(of: number, in: $0) != nil }
    return BagFault(
      .missing, path: path, expected: manifest.map { "the file listed in \(listing.manifests[$0].name)" })
  }

  /// Whether files that are listed for fetching are not there yet, so that the Oxum cannot be compared.
  var awaitsFetching: Bool { toFetch.contains { payload.isMissing($0) } }
}
