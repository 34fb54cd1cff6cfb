public import Bytes

/// Why a bag could not be written, or not be looked at at all.
public enum BagError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system refused an operation on a file.
  case file(FileError)
  /// The name is not valid UTF-8, so that no manifest can list it; the path is repaired for reading.
  case unlistableName(path: String)
  /// A link, a device or a socket, which no bag can hold.
  case notAFile(path: String)

  /// One sentence for the user, with the way out.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .unlistableName(let path):
      "the name \(path) is not valid UTF-8 and cannot stand in a manifest: rename the file"
    case .notAFile(let path):
      "\(path) is neither a file nor a folder and cannot be bagged: put a copy of what it stands for in its place"
    }
  }
}

extension BagError {
  /// Runs `body` and wraps the system's refusal.
  static func wrapping<Value: ~Copyable>(
    _ body: () throws(FileError) -> Value
  ) throws(BagError) -> Value {
    do { return try body() } catch { throw .file(error) }
  }
}
