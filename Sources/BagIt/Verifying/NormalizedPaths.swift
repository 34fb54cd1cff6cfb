/// The paths of a listing that look different after normalization, by what they look like then.
///
/// Swift's strings are equal when they are canonically equivalent: that is the comparison needed here.
struct NormalizedPaths: Sendable {
  private var numbersByPath: [String: [Int]] = [:]

  /// Takes the paths that are not plain ASCII.
  init(of listing: Listing) {
    for (number, path) in listing.paths.enumerated() where path.utf8.contains(where: { $0 >= 0x80 }) {
      numbersByPath[path, default: []].append(number)
    }
  }

  /// Whether a path is listed in some form of normalization.
  func contains(_ path: String) -> Bool { numbersByPath[path] != nil }

  /// The numbers of the paths that are canonically equivalent to `path`.
  func numbers(of path: String) -> [Int] { numbersByPath[path] ?? [] }
}
