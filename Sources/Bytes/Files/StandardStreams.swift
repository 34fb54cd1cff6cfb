private import Glibc

/// Reads standard input from first to last, whatever it is: a pipe, a file, a terminal.
public struct StandardInput: ByteSource {
  /// Makes a reader of standard input.
  public init() {}

  /// Appends the next bytes, at most `count`, to `buffer`; returns how many, and 0 only at the end.
  public mutating func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(FileError) -> Int {
    var failure: FileError?
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while true {
        let got = unsafe Glibc.read(STDIN_FILENO, room.baseAddress, count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = .last("read", "standard input") }
        filled = max(got, 0)
        return
      }
    }
    if let failure { throw failure }
    buffer.append(contentsOf: chunk)
    return chunk.count
  }
}

/// Standard output, for data.
public enum StandardOutput {
  /// Writes all of `data`.
  public static func write(_ data: Span<UInt8>) throws(FileError) {
    try writeAll(data, to: STDOUT_FILENO, called: "standard output")
  }
}

/// Standard error, for words to a person.
public enum StandardError {
  /// Writes all of `text`.
  public static func write(_ text: String) throws(FileError) {
    try writeAll(Array(text.utf8).span, to: STDERR_FILENO, called: "standard error")
  }
}

private func writeAll(_ data: Span<UInt8>, to descriptor: Int32, called name: String) throws(FileError) {
  var failure: FileError?
  unsafe data.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let put = unsafe Glibc.write(
        descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      if put >= 0 {
        done += put
      } else if errno != EINTR {
        failure = .last("write to", name)
        return
      }
    }
  }
  if let failure { throw failure }
}
