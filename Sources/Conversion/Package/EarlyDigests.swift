internal import BagIt
internal import Bytes

/// Takes the digests of files that are complete while others are still written, on a core that would wait otherwise.
///
/// It changes nothing but time: what is not known of a file is computed when the package is sealed.
enum EarlyDigests {
  /// A file of the package, by its name in there, and what is known of it.
  typealias Entry = (name: String, known: WrittenFile?)

  /// Files of fewer bytes are left for later, when many are read at a time and none is waited for.
  static let smallestSize = 1 << 20

  /// Completes what is known of the large ones among `files`, where `jobs` leaves a core for it; the others come back as they are.
  static func complete(_ files: [Entry], in folder: PackageFolder, jobs: Int) -> [Entry] {
    guard jobs > 1 else { return files }
    return files.map { file in
      let path = folder.path(file.name)
      // A file that cannot be read is for those to report who must read it.
      guard !Task.isCancelled, let size = try? File.open(path).size(), size >= smallestSize,
        let complete = try? WrittenFile(reading: path, known: file.known)
      else { return file }
      return (file.name, complete)
    }
  }
}

extension WrittenFiles {
  /// Remembers what is known of the files.
  mutating func add(_ files: [EarlyDigests.Entry]) {
    for case (let name, let file?) in files { add(name, file) }
  }
}
