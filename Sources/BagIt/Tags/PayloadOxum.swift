/// The number of bytes and files under `data/`, as `Payload-Oxum` tells them (RFC 8493, section 2.2.2).
public struct PayloadOxum: Sendable, Hashable, CustomStringConvertible {
  /// The sum of the files' sizes, in bytes.
  public var bytes = 0
  /// The number of files.
  public var files = 0

  /// Begins with nothing counted.
  public init() {}

  /// Reads `BYTES.FILES`; nil where the text has another form.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let bytes = Int(parts[0]), let files = Int(parts[1])
    else { return nil }
    self.bytes = bytes
    self.files = files
  }

  /// Counts one more file.
  mutating func add(size: Int) {
    bytes += size
    files += 1
  }

  /// The form of the file: `BYTES.FILES`.
  public var description: String { "\(bytes).\(files)" }

  /// The bytes for people, as `Bag-Size` wants them: three digits and a decimal unit.
  var sizeText: String {
    var scaled = bytes
    var remainder = 0
    for unit in ["B", "kB", "MB", "GB", "TB"] {
      if scaled < 1000 || unit == "TB" {
        return unit == "B" || scaled >= 100 ? "\(scaled) \(unit)" : "\(scaled).\(remainder / 100) \(unit)"
      }
      remainder = scaled % 1000
      scaled /= 1000
    }
    return "\(bytes) B"
  }
}
