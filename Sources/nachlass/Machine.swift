import Glibc

/// What the command asks of the machine it runs on.
enum Machine {
  /// The number of cores that are online, whether or not this process is bound to some of them.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The clock: seconds since the beginning of 1970.
  static var secondsSince1970: Int { time(nil) }

  /// Seconds on a clock that never jumps, for rates.
  static var uptime: Double {
    var now = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// An environment variable, or nil where it is not set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// A folder that does not exist yet, for what has to be unpacked; in `TMPDIR`, which defaults to `/tmp`.
  static var scratchFolder: String { "\(environment("TMPDIR") ?? "/tmp")/nachlass-\(getpid())" }
}
