internal import Bytes

/// The folder a run fills: built beside its destination and renamed into place when everything is in it.
struct PackageFolder: Sendable {
  /// Where the finished folder will stand.
  let destination: String
  /// Where it is being built.
  let building: String

  /// Begins a folder that shall stand at `destination`.
  ///
  /// What an earlier run left half-done is removed: the same input gives the same bytes again.
  static func begin(at destination: String) throws(ConversionError) -> PackageFolder {
    var destination = destination
    while destination.count > 1, destination.hasSuffix("/") { destination.removeLast() }
    do {
      switch FileSystem.kindFollowingLinks(of: destination) {
      case nil: break
      case .folder where try FileSystem.entries(of: destination).isEmpty: break
      case .folder:
        throw ConversionError(
          .unusableOutput,
          "\(destination) exists and is not empty. Name another folder with -o, or move this one away first."
        )
      default:
        throw ConversionError(
          .unusableOutput, "\(destination) exists and is no folder. Name another place with -o.")
      }
      let slash = destination.lastIndex(of: "/")
      let parent = slash.map { String(destination[..<$0]) } ?? "."
      let name = slash.map { String(destination[destination.index(after: $0)...]) } ?? destination
      if !parent.isEmpty { try FileSystem.makeFolder(parent) }
      let building = "\(parent)/.\(name).nachlass-partial"
      try FileSystem.remove(building)
      try FileSystem.makeFolder(building)
      return PackageFolder(destination: destination, building: building)
    } catch let error as FileError {
      throw .output(error)
    } catch let error as ConversionError {
      throw error
    } catch {
      throw ConversionError(.unusableOutput, "\(error)")
    }
  }

  /// The path of `name` while the folder is being built.
  func path(_ name: String) -> String { "\(building)/\(name)" }

  /// Creates a file of the given name, with the folders above it.
  func create(_ name: String) throws(FileError) -> File {
    let path = path(name)
    do {
      return try File.create(path)
    } catch  where error.isNotFound {
      if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
      return try File.create(path)
    }
  }

  /// Writes a whole file.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let file = try create(name)
    try file.write(bytes.span)
  }

  /// Moves one of the folder's files to a place of its own, outside.
  func moveOut(_ name: String, to path: String) throws(FileError) {
    try FileSystem.rename(self.path(name), to: path)
  }

  /// Gives the finished folder its name.
  func commit() throws(FileError) {
    try FileSystem.rename(building, to: destination)
  }

  /// Removes what was built, after a failure.
  func abandon() {
    try? FileSystem.remove(building)
  }
}
