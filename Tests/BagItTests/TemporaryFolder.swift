import Bytes
import Foundation

/// A new folder that is removed with all that is in it when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/bagit-" + UUID().uuidString
    try FileSystem.makeFolder(path)
  }

  deinit { try? FileSystem.remove(path) }

  /// Writes a file, its folders made as needed.
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file, its folders made as needed.
  func write(_ bytes: [UInt8], to name: String) throws {
    let full = path + "/" + name
    if let slash = full.lastIndex(of: "/") { try FileSystem.makeFolder(String(full[..<slash])) }
    try FileSystem.remove(full)
    try File.create(full).write(bytes.span)
  }

  /// The whole text of a file.
  func text(of name: String) throws -> String {
    let file = try File.open(path + "/" + name)
    return String(decoding: try file.contents(), as: UTF8.self)
  }
}

extension TemporaryFolder {
  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }
}
