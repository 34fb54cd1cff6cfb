internal import Bytes

/// Lists files in one manifest per algorithm, their digests computed on several cores.
struct ManifestWriter {
  /// The lines of a batch of files, per algorithm, and what they count; or why there are none.
  private typealias Lines = Result<(perAlgorithm: [[UInt8]], oxum: PayloadOxum), FileError>

  let folder: String
  let algorithms: [Digest.Algorithm]
  let jobs: Int
  /// What was seen while files were written, by their paths.
  private let written: SharedWrittenFiles
  /// What is known of the large files, by their paths.
  private var known: [String: WrittenFile] = [:]

  init(folder: String, algorithms: [Digest.Algorithm], jobs: Int, written: consuming WrittenFiles) {
    self.folder = folder
    self.algorithms = algorithms
    self.jobs = jobs
    self.written = SharedWrittenFiles(written)
  }

  /// A file of so many bytes keeps a core busy long enough for the others to run out of work behind it.
  private static let largeSize = 8 << 20

  /// Computes the digests of the large files among those that `next` gives, the largest first: in the order of their paths the
  /// largest could come last, and all cores but one would wait for it.
  mutating func beginWithLargeFiles(
    _ next: () throws(BagError) -> FolderWalk.Entry?
  ) async throws(BagError) {
    guard jobs > 1 else { return }
    var large: [FolderWalk.Entry] = []
    while let entry = try next() {
      if entry.size >= Self.largeSize { large.append(entry) }
    }
    large.sort { ($0.size, $1.path) > ($1.size, $0.path) }
    for entry in large { known[entry.path] = seen(of: entry) }
    // One digest at a time: the last of the files would keep one core alone busy with all of its own.
    let missing = large.flatMap { entry in
      algorithms.filter { known[entry.path]?.digest(by: $0) == nil }.map { (entry.path, $0) }
    }
    var rest = missing.makeIterator()
    try await OrderedWork.run(jobs: jobs) { () throws(BagError) in
      rest.next()
    } work: { [folder] path, algorithm in
      (path, Self.digest(of: folder + "/" + path, by: algorithm))
    } emit: { (path: String, found: Result<WrittenFile, FileError>) throws(BagError) in
      let file = try BagError.wrapping { () throws(FileError) in try found.get() }
      let before = known[path].flatMap { $0.size == file.size ? $0.digests : nil } ?? []
      known[path] = WrittenFile(size: file.size, digests: before + file.digests)
    }
  }

  /// What is known of a file that has the size it had then.
  private func seen(of entry: FolderWalk.Entry) -> WrittenFile? {
    guard let file = known[entry.path] ?? written.files.file(at: entry.path), file.size == entry.size
    else { return nil }
    return file
  }

  private static func digest(
    of path: String, by algorithm: Digest.Algorithm
  ) -> Result<WrittenFile, FileError> {
    var digester = FileDigester()
    do throws(FileError) {
      let (digests, size) = try digester.digests(of: path, by: [algorithm])
      return .success(WrittenFile(size: size, digests: digests))
    } catch {
      return .failure(error)
    }
  }

  private func digests(
    of entry: FolderWalk.Entry, through digester: inout FileDigester
  ) throws(FileError) -> FileDigester.Result {
    let seen = seen(of: entry)
    if let seen {
      let digests = algorithms.compactMap { seen.digest(by: $0) }
      if digests.count == algorithms.count { return (digests, entry.size) }
    }
    return try digester.digests(of: folder + "/" + entry.path, by: algorithms, written: seen)
  }

  /// Writes `PREFIX-ALGORITHM.txt` for each algorithm, a line for each path that `next` gives, in that order.
  func list(
    as prefix: String, _ next: () throws(BagError) -> FolderWalk.Entry?
  ) async throws(BagError) -> PayloadOxum {
    var files: [TextFileWriter] = []
    for algorithm in algorithms {
      let path = "\(folder)/\(prefix)-\(algorithm.rawValue).txt"
      files.append(try BagError.wrapping { () throws(FileError) in try TextFileWriter(replacing: path) })
    }
    var total = PayloadOxum()
    try await OrderedWork.run(jobs: jobs) { () throws(BagError) -> [FolderWalk.Entry]? in
      var batch = EntryBatch()
      while !batch.isFull, let entry = try next() { batch.add(entry) }
      return batch.entries.isEmpty ? nil : batch.entries
    } work: { batch in
      lines(for: batch)
    } emit: { (lines: Lines) throws(BagError) in
      try BagError.wrapping { () throws(FileError) in
        let (perAlgorithm, oxum) = try lines.get()
        for (file, text) in zip(files, perAlgorithm) { try file.append(text) }
        total.bytes += oxum.bytes
        total.files += oxum.files
      }
    }
    for file in files { try BagError.wrapping { () throws(FileError) in try file.finish() } }
    return total
  }

  private func lines(for batch: [FolderWalk.Entry]) -> Lines {
    do throws(FileError) {
      var digester = FileDigester()
      var perAlgorithm = [[UInt8]](repeating: [], count: algorithms.count)
      var oxum = PayloadOxum()
      for entry in batch {
        let (digests, size) = try digests(of: entry, through: &digester)
        oxum.add(size: size)
        for (index, digest) in digests.enumerated() {
          perAlgorithm[index].append(contentsOf: digest.hexadecimal.utf8)
          perAlgorithm[index].append(contentsOf: "  ".utf8)
          PathEncoding.append(entry.path, to: &perAlgorithm[index])
          perAlgorithm[index].append(UInt8(ascii: "\n"))
        }
      }
      return .success((perAlgorithm, oxum))
    } catch {
      return .failure(error)
    }
  }
}

/// What is known of files, for all tasks.
private final class SharedWrittenFiles: Sendable {
  let files: WrittenFiles

  init(_ files: consuming WrittenFiles) { self.files = files }
}

/// Files that one task reads: enough for the task to be worth its start, few enough to spread over the cores.
struct EntryBatch {
  private(set) var entries: [FolderWalk.Entry] = []
  private var bytes = 0

  /// Whether a task should begin with what there is.
  var isFull: Bool { entries.count >= 64 || bytes >= 4 << 20 }

  /// Adds a file.
  mutating func add(_ entry: FolderWalk.Entry) {
    entries.append(entry)
    bytes += entry.size
  }
}
