internal import Bytes

/// Gives out safe paths of which no two are equal, not even to a file system that knows no upper and lower case.
///
/// The same names asked for in the same order always give the same paths. A path taken already, as a file or as a
/// folder, gets `-2`, `-3` and so on before its extension. It remembers eight bytes a path, not the path.
public struct BagNames: Sendable {
  /// The keys of the files that are taken.
  private var files: Set<UInt64> = []
  /// The keys of the folders, each with the key of its exact spelling: a folder may be entered again, but only under
  /// the spelling it was made with.
  private var folders: [UInt64: UInt64] = [:]
  /// The folder entered last, as asked for and as given, since names often come folder by folder.
  private var lastFolder: (wanted: Substring, taken: String) = ("", "")
  private let limit: Int

  /// Begins with no path taken; every path will have at most `limit` bytes of UTF-8.
  ///
  /// A caller that puts `data/` and its own folders before the paths takes their length off the limit.
  public init(limit: Int = BagName.maximumPathLength) { self.limit = limit }

  /// Takes the safe form of `path`, changed as far as needed to be free, and returns it.
  public mutating func claim(_ path: String) -> String {
    // Room for a suffix of four digits, so that a path at the limit stays within it.
    let safe = BagName.path(path, limit: limit - 5)
    let slash = safe.utf8.lastIndex(of: UInt8(ascii: "/"))
    guard let slash else { return claimFile(safe, in: "") }
    let folder = safe[..<slash]
    if folder != lastFolder.wanted {
      var taken = ""
      for name in folder.split(separator: "/") { taken = claimFolder(String(name), in: taken) + "/" }
      lastFolder = (folder, taken)
    }
    return claimFile(String(safe[slash...].dropFirst()), in: lastFolder.taken)
  }

  private mutating func claimFile(_ name: String, in folder: String) -> String {
    var number = 1
    while true {
      let candidate = folder + Self.numbered(name, number)
      let key = Self.key(candidate.caseFolded)
      if folders[key] == nil, files.insert(key).inserted { return candidate }
      number += 1
    }
  }

  private mutating func claimFolder(_ name: String, in folder: String) -> String {
    var number = 1
    while true {
      let candidate = folder + Self.numbered(name, number)
      let key = Self.key(candidate.caseFolded)
      let spelling = Self.key(candidate)
      if let known = folders[key] {
        if known == spelling { return candidate }
      } else if !files.contains(key) {
        folders[key] = spelling
        return candidate
      }
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
  private static func key(_ text: String) -> UInt64 { StableHash.hash(text.utf8.span) }
}
