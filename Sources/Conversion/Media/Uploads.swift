internal import BagIt
internal import Bytes
internal import Content

/// A copy of the site's `wp-content/uploads`, in which media are found by their paths.
struct Uploads: Sendable {
  /// The folder, which holds `2019/05/…`.
  let folder: String

  /// Opens a copy: the uploads folder itself, or a folder that holds it as `uploads` or `wp-content/uploads`.
  init(_ path: String) throws(ConversionError) {
    guard FileSystem.kindFollowingLinks(of: path) == .folder else {
      throw ConversionError(
        .unusableInput, "--uploads wants a folder, a copy of wp-content/uploads, and \(path) is none.")
    }
    let inner = ["wp-content/uploads", "uploads"].map { "\(path)/\($0)" }
    folder = inner.first { FileSystem.kindFollowingLinks(of: $0) == .folder } ?? path
  }

  /// The file that holds a medium, as its path below the uploads: the original of a variant, where it is there.
  func find(_ medium: MediumPath) -> String? {
    medium.candidates.first { has($0) }
  }

  /// Where the file at a path below the uploads is on this machine.
  func path(_ path: String) -> String { "\(folder)/\(path)" }

  /// Whether there is a file at a path below the uploads; a path that leads out of them is none.
  func has(_ path: String) -> Bool {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\0"),
      !path.split(separator: "/").contains("..")
    else { return false }
    return FileSystem.kindFollowingLinks(of: "\(folder)/\(path)") == .file
  }

  /// The path that a file of the uploads gets in the package: its own, made safe where it is not.
  static func packagePath(_ path: String) -> String { BagName.path(path) }
}
