internal import Bytes

/// What the manifests of one sort list, and what of it has been found.
struct Inventory: Sendable {
  let listing: Listing
  private var isFound: [Bool]

  /// Begins with nothing found.
  init(_ listing: Listing) {
    self.listing = listing
    isFound = [Bool](repeating: false, count: listing.count)
  }

  /// Takes note that a file is there; returns its number, or nil where no manifest lists its name byte for byte.
  mutating func find(_ path: String) -> Int? {
    guard let number = listing.number(of: path) else { return nil }
    isFound[number] = true
    return number
  }

  /// Whether some manifest lists the name in another form of normalization.
  func hasOtherForm(of path: String) -> Bool { !listing.numbers(equivalentTo: path).isEmpty }

  /// Lets a file stand for a path that was not found and is the same after normalization; returns its number.
  mutating func findOtherForm(of path: String) -> Int? {
    guard let number = listing.numbers(equivalentTo: path).first(where: { !isFound[$0] }) else { return nil }
    isFound[number] = true
    return number
  }

  /// Whether a path is listed, but was not found.
  func isMissing(_ path: TextKey) -> Bool { listing.number(of: path).map { !isFound[$0] } ?? false }

  /// The numbers of the paths that were not found.
  var missing: [Int] { isFound.indices.filter { !isFound[$0] } }

  /// The number of a path that was found, is the same after normalization and has the same digests.
  func foundTwin(of number: Int) -> Int? {
    listing.numbers(equivalentTo: listing.path(of: number)).first { twin in
      isFound[twin]
        && listing.manifests.indices.allSatisfy { manifest in
          let expected = listing.digest(of: number, in: manifest)
          return expected == nil || expected == listing.digest(of: twin, in: manifest)
        }
    }
  }
}
