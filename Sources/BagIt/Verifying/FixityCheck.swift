internal import Bytes

/// A file that is there and listed, and must be compared with what is listed.
struct ListedFile: Sendable {
  let path: String
  /// The path that the manifests list; another only where that is the same after normalization.
  let number: Int
  let size: Int
  let isTag: Bool
  /// When it was changed last, in seconds since 1970.
  var changed = 0
  /// Whether an earlier run compared it.
  var isChecked = false
}

/// Compares files with the digests that manifests list; each file is read once for all.
struct FixityCheck: Sendable {
  let folder: String
  let payload: Listing
  let tags: Listing

  /// The faults of the files, in their order.
  func faults(of files: [ListedFile]) -> [BagFault] {
    var digester = FileDigester()
    var faults: [BagFault] = []
    for file in files where !file.isChecked {
      faults += self.faults(of: file, through: &digester)
    }
    return faults
  }

  private func faults(of file: ListedFile, through digester: inout FileDigester) -> [BagFault] {
    let listing = file.isTag ? tags : payload
    let listed = listing.manifests.indices.filter { listing.offset(of: file.number, in: $0) != nil }
    let found: [Digest]
    do throws(FileError) {
      found = try digester.digests(
        of: folder + "/" + file.path, by: listed.map { listing.manifests[$0].algorithm }
      ).digests
    } catch {
      return [BagFault(.unreadable, path: file.path, found: error.reason)]
    }
    let wrong = zip(listed, found).filter { listing.digest(of: file.number, in: $0) != $1.bytes }
    guard let (first, digest) = wrong.first else { return [] }
    if wrong.count == listed.count {
      let expected = listing.digest(of: file.number, in: first)
      return [
        BagFault(
          .changed, path: file.path, expected: name(digest.algorithm, expected ?? []),
          found: name(digest.algorithm, digest.bytes))
      ]
    }
    // Another digest agrees: the file is whole, and it is the manifest's line that is wrong.
    return wrong.map { manifest, digest in
      BagFault(
        .wrongListedDigest, path: listing.manifests[manifest].name,
        offset: listing.offset(of: file.number, in: manifest),
        expected: name(digest.algorithm, digest.bytes),
        found: name(digest.algorithm, listing.digest(of: file.number, in: manifest) ?? [])
          + " for \(file.path)", read: file.path)
    }
  }

  private func name(_ algorithm: Digest.Algorithm, _ bytes: [UInt8]) -> String {
    "\(algorithm.rawValue):\(bytes.hexadecimal)"
  }
}
