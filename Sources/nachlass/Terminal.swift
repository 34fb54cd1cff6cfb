import Glibc

/// Standard output for data, standard error for words.
enum Terminal {
  /// Whether words go to a person's screen.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && Machine.environment("TERM") != "dumb" }

  /// Whether words may be coloured: on a screen, and where `NO_COLOR` is not set (no-color.org).
  static var hasColor: Bool { isInteractive && (Machine.environment("NO_COLOR") ?? "").isEmpty }

  /// Writes data to standard output.
  static func write(_ bytes: [UInt8]) { put(bytes, to: STDOUT_FILENO) }

  /// Writes text to standard output.
  static func write(_ text: String) { put(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { put(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes text to standard error as it is.
  static func say(_ text: String) { put(Array(text.utf8), to: STDERR_FILENO) }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let done = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if done < 0 {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(done)
    }
  }
}
