internal import Bytes

/// Writes a new file line by line through a buffer, so that its length costs no memory.
final class TextFileWriter {
  private let file: File
  private var pending: [UInt8] = []

  /// Begins the file `path` anew, in the place of one that an interrupted run may have left.
  init(replacing path: String) throws(FileError) {
    try FileSystem.remove(path)
    file = try File.create(path)
  }

  /// Adds whole lines.
  func append(_ lines: [UInt8]) throws(FileError) {
    pending.append(contentsOf: lines)
    if pending.count >= 64 * 1024 { try flush() }
  }

  /// Writes what is still held; nothing may be added afterwards.
  func finish() throws(FileError) { try flush() }

  private func flush() throws(FileError) {
    let text = pending
    pending = []
    try file.write(text.span)
  }
}
