internal import BagIt

/// Takes the digests of files that are complete while others are still written, on a core that would wait otherwise.
///
/// It changes nothing but time: what is not known of a file is computed when the package is sealed.
enum EarlyDigests {
  /// A file of the package, by its name in there, and what is known of it.
  typealias Entry = (name: String, known: WrittenFile?)

  /// Originals of fewer bytes, of which there may be very many, are left for later; nobody waits for one of them.
  static let smallestSize = 1 << 20

  /// Completes what is known of `files`, where `jobs` leaves a core for it.
  static func complete(_ files: [Entry], in folder: PackageFolder, jobs: Int) -> [Entry] {
    guard jobs > 1 else { return files }
    return files.map { file in
      // A file that cannot be read is for those to report who must read it.
      guard !Task.isCancelled,
        let complete = try? WrittenFile(reading: folder.path(file.name), known: file.known)
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
