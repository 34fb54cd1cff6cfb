public import Bytes

/// Makes a bag of a folder whose `data/` is complete on the disk (RFC 8493, BagIt 1.0).
///
/// Every file is read once for all digests, on several cores; the manifests are written as the digests come, so that
/// memory depends neither on the number of files nor on their size. The same files, labels and date give the same
/// tag files, byte for byte, whatever the number of jobs.
///
/// Whoever calls it builds the folder under a temporary name beside its destination and renames it when all is done.
public struct BagWriter: Sendable {
  /// What the bag holds.
  public struct Summary: Sendable, Hashable {
    /// Bytes and files under `data/`.
    public let payload: PayloadOxum
    /// Folders with nothing in them, which a bag cannot list and most tools drop, by their paths from the bag.
    public let emptyFolders: [String]
  }

  /// The digests of the manifests, one manifest and one tag manifest each.
  public var algorithms: [Digest.Algorithm]
  /// How many files are read at a time.
  public var jobs: Int
  /// Whether to return only when everything, payload included, is on the disk.
  public var synchronizes: Bool

  /// The algorithms of a bag's manifests where nobody asks for others.
  public static let usualAlgorithms: [Digest.Algorithm] = [.sha512, .sha256]

  /// Makes a writer.
  public init(algorithms: [Digest.Algorithm] = usualAlgorithms, jobs: Int, synchronizes: Bool = true) {
    self.algorithms = algorithms
    self.jobs = jobs
    self.synchronizes = synchronizes
  }

  /// Writes the manifests, `bag-info.txt`, `bagit.txt` and, last, the tag manifests into `folder`.
  ///
  /// The labels of `info` come first and in their order; `Bagging-Date`, `Bag-Size` and `Payload-Oxum` follow. Files
  /// of these names that are there already are replaced; any other file beside `data/` is listed as a tag file.
  ///
  /// `written` has what was seen while files were written, by their paths from `folder`: a digest of theirs is not computed
  /// again, and a file whose digests are all known is not read.
  /// - Throws: ``BagError`` where a file cannot be read or written, or where the folder holds what no bag can list.
  public func complete(
    _ folder: String, info: BagInfo, baggingDate: UTCTime, written: consuming WrittenFiles = WrittenFiles()
  ) async throws(BagError) -> Summary {
    var manifests = ManifestWriter(folder: folder, algorithms: algorithms, jobs: jobs, written: written)
    var firstWalk = try Self.walk("data", of: folder)
    var toldBelow: [String] = []
    try await manifests.beginWithLargeFiles { () throws(BagError) in
      try Self.nextFile(of: &firstWalk, emptyFolders: &toldBelow)
    }
    var emptyFolders: [String] = []
    var walk = try Self.walk("data", of: folder)
    let payload = try await manifests.list(as: "manifest") { () throws(BagError) in
      try Self.nextFile(of: &walk, emptyFolders: &emptyFolders)
    }
    try writeTags(in: folder, info: info, baggingDate: baggingDate, payload: payload)
    var tags = try Self.tagFiles(of: folder).makeIterator()
    _ = try await manifests.list(as: "tagmanifest") { () throws(BagError) in tags.next() }
    if synchronizes {
      try BagError.wrapping { () throws(FileError) in try FileSystem.synchronize(volumeOf: folder) }
    }
    return Summary(payload: payload, emptyFolders: emptyFolders)
  }

  private func writeTags(
    in folder: String, info: BagInfo, baggingDate: UTCTime, payload: PayloadOxum
  ) throws(BagError) {
    var info = info
    info.add("Bagging-Date", baggingDate.dateText)
    info.add("Bag-Size", payload.sizeText)
    info.add("Payload-Oxum", payload.description)
    let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    for (name, text) in [("bag-info.txt", info.text), ("bagit.txt", declaration)] {
      try BagError.wrapping { () throws(FileError) in
        let file = try TextFileWriter(replacing: folder + "/" + name)
        try file.append(Array(text.utf8))
        try file.finish()
      }
    }
  }

  /// Every file beside `data/` but the tag manifests, in the order of their paths' bytes.
  private static func tagFiles(of folder: String) throws(BagError) -> [FolderWalk.Entry] {
    var tags: [FolderWalk.Entry] = []
    var emptyFolders: [String] = []
    for name in try BagError.wrapping({ () throws(FileError) in try FileSystem.entries(of: folder) }) {
      if name.name == "data" || name.name.hasPrefix("tagmanifest-") { continue }
      if name.kind == .folder {
        var walk = try walk(name.name, of: folder)
        while let file = try nextFile(of: &walk, emptyFolders: &emptyFolders) { tags.append(file) }
      } else {
        guard name.isNameValidUTF8 else { throw .unlistableName(path: name.name) }
        guard name.kind == .file else { throw .notAFile(path: name.name) }
        tags.append(.init(path: name.name, kind: .file, size: name.size, isNameValidUTF8: true))
      }
    }
    return tags.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func walk(_ name: String, of folder: String) throws(BagError) -> FolderWalk {
    try BagError.wrapping { () throws(FileError) in try FolderWalk(name, of: folder) }
  }

  private static func nextFile(
    of walk: inout FolderWalk, emptyFolders: inout [String]
  ) throws(BagError) -> FolderWalk.Entry? {
    while let entry = walk.next() {
      guard entry.isNameValidUTF8 else { throw .unlistableName(path: entry.path) }
      switch entry.kind {
      case .file: return entry
      case .emptyFolder: emptyFolders.append(entry.path)
      case .unreadableFolder(let error): throw .file(error)
      case .link, .other: throw .notAFile(path: entry.path)
      }
    }
    return nil
  }
}
