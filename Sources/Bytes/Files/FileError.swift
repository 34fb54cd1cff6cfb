private import Glibc

/// A file operation that the system refused: what was tried, on which path, and why.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was tried, as an infinitive: "read", "create", "rename to".
  public let action: String
  /// The path, as given.
  public let path: String
  /// The system's `errno`; 0 where the system refused nothing, but the file has another length than it should.
  public let code: Int32

  /// Makes an error of the given `errno`.
  public init(_ action: String, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// Makes an error of the `errno` that the last failed call left.
  public static func last(_ action: String, _ path: String) -> FileError {
    FileError(action, path, code: errno)
  }

  /// Makes the error of a file that ends sooner or later than it did when it was measured.
  public static func wrongLength(_ path: String) -> FileError { FileError("read", path, code: 0) }

  /// The system's words for the code, such as "No space left on device".
  public var reason: String {
    if isWrongLength { return "its length is not what it was; did something change it meanwhile?" }
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// One sentence for the user.
  public var description: String { "cannot \(action) \(path): \(reason)" }

  /// Whether the disk, or the user's share of it, is full.
  public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

  /// Whether the file has another length than it had before.
  public var isWrongLength: Bool { code == 0 }

  /// Whether there is no such file or folder.
  public var isNotFound: Bool { code == ENOENT }
}
