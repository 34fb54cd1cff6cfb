internal import Bytes

/// Gives out safe paths of which no two are equal, not even to a file system that knows no upper and lower case.
///
/// The same names asked for in the same order always give the same paths. A path taken already, as a file or as a
/// folder, gets `-2`, `-3` and so on before its extension. It remembers sixteen bytes a path, not the path.
public struct BagNames: Sendable {
  /// What is known of a name that is taken.
  private struct Holder {
    let isFolder: Bool
    /// The key of its exact spelling: a folder may be entered again, but only under the spelling it was made with.
    let spelling: UInt64
  }

  private var holders: [UInt64: Holder] = [:]
  private let limit: Int

  /// Begins with no path taken; every path will have at most `limit` bytes of UTF-8.
  ///
  /// A caller that puts `data/` and its own folders before the paths takes their length off the limit.
  public init(limit: Int = BagName.maximumPathLength) { self.limit = limit }

  /// Takes the safe form of `path`, changed as far as needed to be free, and returns it.
  public mutating func claim(_ path: String) -> String {
    // Room for a suffix of four digits, so that a path at the limit stays within it.
    let components = BagName.path(path, limit: limit - 5).split(separator: "/")
    var taken = ""
    for folder in components.dropLast() {
      taken = claim(String(folder), in: taken, isFolder: true) + "/"
    }
    return claim(String(components.last ?? "_"), in: taken, isFolder: false)
  }

  private mutating func claim(_ name: String, in folder: String, isFolder: Bool) -> String {
    var number = 1
    while true {
      let candidate = folder + Self.numbered(name, number)
      let key = Self.key(candidate.caseFolded)
      let spelling = Self.key(candidate)
      guard let holder = holders[key] else {
        holders[key] = Holder(isFolder: isFolder, spelling: spelling)
        return candidate
      }
      if isFolder, holder.isFolder, holder.spelling == spelling { return candidate }
      number += 1
    }
  }

  /// The name with its number before the extension; the first has none.
  private static func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    let mark = "-\(number)"
    let fitting = BagName.cut(name, to: BagName.maximumComponentLength - mark.utf8.count)
    let (stem, suffix) = BagName.split(fitting)
    return stem + mark + suffix
  }

  /// Eight bytes that stand for a text; two texts with the same key, one pair in 10^19, would cost a needless number.
  private static func key(_ text: String) -> UInt64 {
    Digest(.sha256, of: Array(text.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
