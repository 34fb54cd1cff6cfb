private import CSystem
private import Glibc

/// The few operations on names, as functions that throw ``FileError``.
public enum FileSystem {
  /// What stands at a path.
  public enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// One name in a folder.
  public struct Entry: Sendable {
    /// The name alone, without its folder; not always valid UTF-8 on disk, repaired here.
    public let name: String
    /// What it is, links not followed.
    public let kind: Kind
    /// The size in bytes.
    public let size: Int
    /// When its content, name or rights were changed last, in seconds since 1970, as the system keeps it.
    public let changed: Int
    /// Whether the name on disk is valid UTF-8.
    public let isNameValidUTF8: Bool
  }

  /// What stands at `path`, links not followed, or nil where nothing does.
  public static func kind(of path: String) -> Kind? {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return nil }
    return kind(info.st_mode)
  }

  /// What stands at `path`, links followed, or nil where nothing does.
  public static func kindFollowingLinks(of path: String) -> Kind? {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    return kind(info.st_mode)
  }

  /// When what stands at `path`, links followed, was changed last in content, name or rights, in seconds since 1970 as
  /// the system keeps it; nil where nothing is there.
  public static func changeTime(of path: String) -> Int? {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    return Int(info.st_ctim.tv_sec)
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The absolute path with all links followed, or nil where that leads nowhere.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The entries of a folder, sorted by the bytes of their names.
  public static func entries(of folder: String) throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    try forEachEntry(of: folder) { entries.append($0) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Hands every entry of a folder to `take`, in no order; what vanishes meanwhile is passed over.
  public static func forEachEntry(of folder: String, _ take: (Entry) -> Void) throws(FileError) {
    guard let stream = unsafe opendir(folder) else { throw .last("list", folder) }
    defer { unsafe _ = closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        // Nothing comes at the end, and where the rest cannot be read.
        if errno != 0 { throw .last("list", folder) }
        return
      }
      // The entry ends behind its name: its type's room for the longest name must not be read.
      let room = unsafe entry.pointer(to: \.d_name).map { unsafe UnsafeRawPointer($0) }
      guard let text = unsafe room?.assumingMemoryBound(to: CChar.self) else { throw .last("list", folder) }
      let valid = unsafe String(validatingCString: text)
      let name = unsafe valid ?? String(cString: text)
      if name == "." || name == ".." { continue }
      var info = stat()
      if unsafe fstatat(dirfd(stream), text, &info, AT_SYMLINK_NOFOLLOW) == 0 {
        take(
          Entry(
            name: name, kind: kind(info.st_mode), size: Int(info.st_size), changed: Int(info.st_ctim.tv_sec),
            isNameValidUTF8: valid != nil))
      } else if errno != ENOENT {
        throw .last("look at", folder + "/" + name)
      }
    }
  }

  /// Makes a folder and those above it where they are missing.
  public static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    if errno == EEXIST, kindFollowingLinks(of: path) == .folder { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw .last("make the folder", path)
    }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last("make the folder", path) }
  }

  /// Renames a file or folder; the new name must be free or an empty folder.
  public static func rename(_ old: String, to new: String) throws(FileError) {
    guard unsafe Glibc.rename(old, new) == 0 else { throw .last("rename to", new) }
  }

  /// Removes a file, or a folder with all that is in it.
  public static func remove(_ path: String) throws(FileError) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for entry in try entries(of: path) { try remove(path + "/" + entry.name) }
      guard unsafe rmdir(path) == 0 else { throw .last("remove", path) }
    default:
      guard unsafe unlink(path) == 0 else { throw .last("remove", path) }
    }
  }

  /// Waits until everything on the file system that holds `folder` is on its disk; one call for any number of files.
  public static func synchronize(volumeOf folder: String) throws(FileError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open", folder) }
    defer { _ = close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw .last("flush", folder) }
  }
}
