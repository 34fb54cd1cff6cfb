internal import BagIt
internal import Bytes
internal import Content
internal import Model
internal import WXR

/// A copy of the site's `wp-content/uploads`, in which media are found by their paths.
struct Uploads: Sendable {
  private let copy: Copy

  private enum Copy {
    /// A folder, which holds `2019/05/…`.
    case folder(String)
    /// Files among the inputs, by their paths below the uploads.
    case files([String: String])
  }

  /// Opens a copy: the uploads folder itself, or a folder that holds it as `uploads` or `wp-content/uploads`.
  init(_ path: String) throws(ConversionError) {
    guard FileSystem.kindFollowingLinks(of: path) == .folder else {
      throw ConversionError(
        .unusableInput, "--uploads wants a folder, a copy of wp-content/uploads, and \(path) is none.")
    }
    let inner = ["wp-content/uploads", "uploads"].map { "\(path)/\($0)" }
    copy = .folder(inner.first { FileSystem.kindFollowingLinks(of: $0) == .folder } ?? path)
  }

  /// Takes the uploads that a mirror of the site has beside its pages; nil where it has none.
  ///
  /// Of files at the same path below different hosts the first counts.
  init?(among documents: [SourceDocument]) {
    var files: [String: String] = [:]
    for document in documents {
      if let path = Self.mirroredPath(of: document), files[path] == nil { files[path] = document.path }
    }
    guard !files.isEmpty else { return nil }
    copy = .files(files)
  }

  /// The path below the uploads of an input that a mirror has there, in a folder or in an archive; nil for others.
  static func mirroredPath(of document: SourceDocument) -> String? {
    // Text that was read in another encoding is no longer the file.
    guard document.findings.allSatisfy({ $0.code != .transcoded }) else { return nil }
    let mark = "wp-content/uploads/"
    guard let place = document.name.ranges(of: mark).last else { return nil }
    let before = document.name[..<place.lowerBound].last
    guard before == nil || before == "/" || before == "#" else { return nil }
    let path = String(document.name[place.upperBound...])
    return path.isEmpty || path.contains("#") ? nil : path
  }

  /// The file that holds a medium, as its path below the uploads: the original of a variant, where it is there.
  func find(_ medium: MediumPath) -> String? {
    medium.candidates.first { has($0) }
  }

  /// Where the file at a path below the uploads is on this machine.
  func path(_ path: String) -> String {
    switch copy {
    case .folder(let folder): "\(folder)/\(path)"
    case .files(let files): files[path] ?? path
    }
  }

  /// Whether there is a file at a path below the uploads; a path that leads out of them is none.
  func has(_ path: String) -> Bool {
    switch copy {
    case .files(let files): return files[path] != nil
    case .folder(let folder):
      guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\0"),
        !path.split(separator: "/").contains("..")
      else { return false }
      return FileSystem.kindFollowingLinks(of: "\(folder)/\(path)") == .file
    }
  }

  /// The path that a file of the uploads gets in the package: its own, made safe where it is not.
  static func packagePath(_ path: String) -> String { BagName.path(path) }
}

extension Finding.Code {
  /// A file of a mirror's own `wp-content/uploads`, taken for the site's media without being asked.
  static let mirroredUpload = Self("mirrored-upload")
}
