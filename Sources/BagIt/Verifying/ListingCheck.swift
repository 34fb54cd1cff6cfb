internal import Bytes

/// Compares the manifests of a bag with each other, without a look at the files.
struct ListingCheck {
  let payload: Listing
  let tags: Listing
  let version: BagVersion

  /// Everything that is wrong or doubtful with them.
  func faults() -> [BagFault] { presence() + agreement() + tagCoverage() }

  private func presence() -> [BagFault] {
    var faults: [BagFault] = []
    if payload.manifests.isEmpty {
      faults.append(BagFault(.noPayloadManifest, path: "manifest-sha512.txt", expected: "a payload manifest"))
    }
    for manifest in payload.manifests
    where !tags.manifests.contains(where: { $0.algorithm == manifest.algorithm }) {
      faults.append(
        BagFault(
          .noTagManifest, .warning, path: "tagmanifest-\(manifest.algorithm.rawValue).txt",
          expected: "digests of the tag files, which nothing protects otherwise"))
    }
    // Every reader must know these two; of the others some are broken, and some are rare.
    let isKnownToAll = payload.manifests.contains { $0.algorithm == .sha256 || $0.algorithm == .sha512 }
    if version >= .v1_0, !isKnownToAll, let first = payload.manifests.first {
      let isWeak = payload.manifests.allSatisfy { [.md5, .sha1, .sha224].contains($0.algorithm) }
      faults.append(
        BagFault(
          isWeak ? .weakAlgorithm : .rareAlgorithm, .warning, path: first.name, expected: "sha512 or sha256"))
    }
    return faults
  }

  /// From 1.0 on every manifest lists every file; before it was enough that one does.
  private func agreement() -> [BagFault] {
    var faults: [BagFault] = []
    for (listing, severity) in [(payload, version >= .v1_0 ? .fault : .warning), (tags, .warning)]
      as [(Listing, BagFault.Severity)]
    {
      for manifest in listing.manifests.indices {
        for number in 0..<listing.count where listing.offset(of: number, in: manifest) == nil {
          faults.append(
            BagFault(
              .notInEveryManifest, severity, path: listing.path(of: number),
              expected: "a line in \(listing.manifests[manifest].name)"))
        }
      }
    }
    return faults
  }

  /// Each tag manifest lists each payload manifest (RFC 8493, section 2.2.1).
  private func tagCoverage() -> [BagFault] {
    var faults: [BagFault] = []
    for manifest in tags.manifests.indices {
      for listed in payload.manifests.map(\.name)
      where tags.number(of: listed).flatMap({ tags.offset(of: $0, in: manifest) }) == nil {
        faults.append(
          BagFault(
            .tagFileNotListed, version >= .v1_0 ? .fault : .warning, path: listed,
            expected: "a line in \(tags.manifests[manifest].name)"))
      }
    }
    return faults
  }
}
