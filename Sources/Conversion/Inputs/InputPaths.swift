internal import Bytes

/// Finds the files that the user's arguments stand for.
enum InputPaths {
  /// Every file in the order given; a folder stands for all files below it, in the order of their names' bytes.
  ///
  /// Hidden files and macOS's `__MACOSX` are no inputs. `-` stands for standard input.
  static func files(for arguments: [String]) throws(ConversionError) -> [(path: String, name: String)] {
    var files: [(path: String, name: String)] = []
    for argument in arguments {
      if argument == "-" {
        files.append(("-", "stdin"))
        continue
      }
      switch FileSystem.kindFollowingLinks(of: argument) {
      case nil:
        throw ConversionError(
          .unusableInput, "there is no \(argument). Check the path; - stands for standard input.")
      case .folder:
        var root = argument
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        let before = files.count
        try collect(root, name: lastComponent(root), into: &files)
        if files.count == before {
          throw ConversionError(.unusableInput, "the folder \(argument) holds no file. Name another.")
        }
      default: files.append((argument, lastComponent(argument)))
      }
    }
    return files
  }

  private static func collect(
    _ folder: String, name: String, into files: inout [(path: String, name: String)]
  ) throws(ConversionError) {
    let entries = try ConversionError.atInput { () throws(FileError) in try FileSystem.entries(of: folder) }
    for entry in entries where !isHidden(entry.name) {
      let path = "\(folder)/\(entry.name)"
      let inner = "\(name)/\(entry.name)"
      guard entry.isNameValidUTF8 else {
        throw ConversionError(
          .unusableInput,
          "the name of \(path) is not UTF-8, so it cannot be read. Rename it, or all of them with convmv.")
      }
      switch FileSystem.kindFollowingLinks(of: path) {
      case .folder: try collect(path, name: inner, into: &files)
      case .file: files.append((path, inner))
      case nil:
        throw ConversionError(
          .unusableInput,
          "\(path) leads to no file: a link to nowhere, or gone meanwhile. Mend it, or move it out of the folder."
        )
      default:
        throw ConversionError(
          .unusableInput, "\(path) is neither file nor folder. Move it out of the folder.")
      }
    }
  }

  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name == "__MACOSX" }

  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
