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
    /// When it was changed last, in seconds since 1970.
    var changed = 0
    /// Whether the name on disk is valid UTF-8; if not, `path` is only for messages.
    let isNameValidUTF8: Bool
  }

  private let root: String
  /// The folders that the walk is in.
  private var levels: [FolderNames]

  /// Begins at `folder`, a path from `root`; an empty path stands for `root` itself.
  init(_ folder: String, of root: String) throws(FileError) {
    self.root = root
    levels = [try FolderNames(of: folder, in: root)]
  }

  /// The next file, link, device or empty folder; nil at the end.
  ///
  /// Folders with something in them are only entered.
  mutating func next() -> Entry? {
    while let level = levels.indices.last {
      guard let (entry, isFolder) = levels[level].next() else {
        levels.removeLast()
        continue
      }
      guard isFolder else { return entry }
      do throws(FileError) {
        let inside = try FolderNames(of: entry.path, in: root)
        if inside.isEmpty { return entry }
        levels.append(inside)
      } catch {
        return Entry(
          path: entry.path, kind: .unreadableFolder(error), size: 0, isNameValidUTF8: entry.isNameValidUTF8)
      }
    }
    return nil
  }
}

/// The names in a folder that the walk has not come by, in some 24 bytes each and their own.
private struct FolderNames {
  private struct Name {
    let start: UInt32
    let length: UInt16
    let kind: FileSystem.Kind
    let isValidUTF8: Bool
    let size: Int
    let changed: Int

    /// Where what it is sorted by stands among the folder's names; a folder is sorted by the slash behind it too.
    var key: Range<Int> { Int(start)..<Int(start) + Int(length) + (kind == .folder ? 1 : 0) }
  }

  /// What stands before the names in full paths.
  private let prefix: String
  private var text: [UInt8] = []
  /// The next one comes last.
  private var names: [Name] = []

  var isEmpty: Bool { names.isEmpty }

  /// Lists a folder, given by its path from `root`.
  init(of folder: String, in root: String) throws(FileError) {
    prefix = folder.isEmpty ? "" : folder + "/"
    var (text, names): ([UInt8], [Name]) = ([], [])
    try FileSystem.forEachEntry(of: root + "/" + folder) { entry in
      names.append(
        Name(
          start: UInt32(text.count), length: UInt16(entry.name.utf8.count), kind: entry.kind,
          isValidUTF8: entry.isNameValidUTF8, size: entry.size, changed: entry.changed))
      text += entry.name.utf8
      // A folder stands where the paths of its files stand.
      text.append(entry.kind == .folder ? UInt8(ascii: "/") : 0)
    }
    names.sort { text.span.extracting($1.key).precedes(text.span.extracting($0.key)) }
    (self.text, self.names) = (text, names)
  }

  /// The next name; a folder comes as if it were empty.
  mutating func next() -> (entry: FolderWalk.Entry, isFolder: Bool)? {
    guard let name = names.popLast() else { return nil }
    let start = Int(name.start)
    let kind: FolderWalk.Entry.Kind =
      switch name.kind {
      case .file: .file
      case .link: .link
      case .folder: .emptyFolder
      case .other: .other
      }
    let path = prefix + String(decoding: text[start..<start + Int(name.length)], as: UTF8.self)
    return (
      FolderWalk.Entry(
        path: path, kind: kind, size: name.size, changed: name.changed, isNameValidUTF8: name.isValidUTF8),
      name.kind == .folder
    )
  }
}
