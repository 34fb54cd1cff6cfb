internal import Bytes

/// Walks a folder and those in it in the order of the full paths' bytes, one folder's names in memory at a time
/// for each level.
struct FolderWalk {
  /// What the walk comes by.
  struct Entry: Sendable {
    /// The path from the bag's folder, such as `data/markdown/index.md`.
    let path: String
    let kind: FileSystem.Kind
    /// The size in bytes, for files.
    let size: Int
    /// Whether the name on disk is valid UTF-8; if not, `path` is only for messages.
    let isNameValidUTF8: Bool
    /// Whether it is a folder with nothing in it.
    var isEmptyFolder = false
  }

  private let root: String
  /// The names still to come, per level, the next one last.
  private var levels: [[Entry]]

  /// Begins at `folder`, a path from `root`; an empty path stands for `root` itself.
  init(_ folder: String, of root: String) throws(FileError) {
    self.root = root
    levels = [try Self.list(folder, of: root)]
  }

  /// The next file, link, device or empty folder; nil at the end. Folders with something in them are only entered.
  mutating func next() throws(FileError) -> Entry? {
    while let level = levels.indices.last {
      guard var entry = levels[level].popLast() else {
        levels.removeLast()
        continue
      }
      guard entry.kind == .folder else { return entry }
      let inside = try Self.list(entry.path, of: root)
      if inside.isEmpty {
        entry.isEmptyFolder = true
        return entry
      }
      levels.append(inside)
    }
    return nil
  }

  /// The entries of a folder in descending order of their full paths, in which a folder's name ends with a slash.
  private static func list(_ folder: String, of root: String) throws(FileError) -> [Entry] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let entries = try FileSystem.entries(of: root + "/" + folder).map {
      Entry(path: prefix + $0.name, kind: $0.kind, size: $0.size, isNameValidUTF8: $0.isNameValidUTF8)
    }
    return entries.sorted { sortKey($1).lexicographicallyPrecedes(sortKey($0)) }
  }

  private static func sortKey(_ entry: Entry) -> String.UTF8View {
    (entry.kind == .folder ? entry.path + "/" : entry.path).utf8
  }
}
