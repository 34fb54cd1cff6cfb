import Bytes
import HTML
import Model

/// What the commands that read one page at a time have in common.
enum PageInput {
  /// The bytes of a file, or of standard input for `-`.
  static func bytes(of file: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    if file == "-" {
      var source = StandardInput()
      while try source.read(1 << 20, appendingTo: &bytes) > 0 {}
    } else {
      var source = try FileSource(file)
      while try source.read(1 << 20, appendingTo: &bytes) > 0 {}
    }
    return bytes
  }

  /// Says on standard error what was found in a file, one line each.
  static func report(_ findings: [Finding], of file: String) throws(FileError) {
    let name = file == "-" ? "standard input" : file
    for finding in findings {
      let place = finding.offset.map { " at byte \($0)" } ?? ""
      let count = finding.count > 1 ? " (\(finding.count) times)" : ""
      try StandardError.write("\(name)\(place): \(finding.detail)\(count)\n")
    }
  }
}
