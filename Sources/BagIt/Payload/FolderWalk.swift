internal import Bytes

/// Walks a folder and those in it in the order of the full paths' bytes, one folder's names in memory at a time
/// for each level.
struct FolderWalk {
  /// What the walk comes by.
  struct Entry: Sendable {
    /// What it is, links not followed.
    enum Kind: Sendable {
      case file
      case link
      /// A device, a socket or a pipe.
      case other
      case emptyFolder
      case unreadableFolder(FileError)
    }

    /// The path from the bag's folder, such as `data/markdown/index.md`.
    let path: String
    let kind: Kind
    /// The size in bytes, for files.
    let size: Int
    /// Whether the name on disk is valid UTF-8; if not, `path` is only for messages.
    let isNameValidUTF8: Bool
  }

  /// A name in a folder, with its full path.
  private struct Name {
    let path: String
    let entry: FileSystem.Entry

    /// A folder stands where the paths of its files stand.
    var sortKey: String.UTF8View { (entry.kind == .folder ? path + "/" : path).utf8 }
  }

  private let root: String
  /// The names still to come, per level, the next one last.
  private var levels: [[Name]]

  /// Begins at `folder`, a path from `root`; an empty path stands for `root` itself.
  init(_ folder: String, of root: String) throws(FileError) {
    self.root = root
    levels = [try Self.list(folder, of: root)]
  }

  /// The next file, link, device or empty folder; nil at the end.
  ///
  /// Folders with something in them are only entered.
  mutating func next() -> Entry? {
    while let level = levels.indices.last {
      guard let name = levels[level].popLast() else {
        levels.removeLast()
        continue
      }
      switch name.entry.kind {
      case .file: return entry(name, .file)
      case .link: return entry(name, .link)
      case .other: return entry(name, .other)
      case .folder:
        do throws(FileError) {
          let inside = try Self.list(name.path, of: root)
          if inside.isEmpty { return entry(name, .emptyFolder) }
          levels.append(inside)
        } catch {
          return entry(name, .unreadableFolder(error))
        }
      }
    }
    return nil
  }

  private func entry(_ name: Name, _ kind: Entry.Kind) -> Entry {
    Entry(
      path: name.path, kind: kind, size: name.entry.size, isNameValidUTF8: name.entry.isNameValidUTF8)
  }

  /// The entries of a folder in descending order of their full paths' bytes.
  private static func list(_ folder: String, of root: String) throws(FileError) -> [Name] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = try FileSystem.entries(of: root + "/" + folder).map {
      Name(path: prefix + $0.name, entry: $0)
    }
    return names.sorted { $1.sortKey.lexicographicallyPrecedes($0.sortKey) }
  }
}
