internal import Bytes

/// An old address of the site and the path of what was written in its place.
public struct Redirect: Sendable, Hashable {
  /// The old address as the site had it: path and query, percent-encoded, beginning with `/`.
  public var from: String
  /// The new path or address, percent-encoded.
  public var to: String

  /// Makes a redirect; blanks and other characters no address may have are percent-encoded.
  public init(from: String, to: String) {
    self.from = Self.encoded(from)
    self.to = Self.encoded(to)
  }

  /// Makes a redirect of a permalink such as `https://qm-musterkiez.example/2019/05/garten/` or `…/?p=3`; nil where it
  /// has no host.
  public init?(permalink: String, to: String) {
    guard let start = permalink.utf8.firstIndex(of: UInt8(ascii: ":")),
      permalink[start...].hasPrefix("://")
    else { return nil }
    let rest = permalink[start...].dropFirst(3)
    let path = rest.drop { $0 != "/" && $0 != "?" }
    let target = path.prefix { $0 != "#" }
    self.init(from: target.hasPrefix("/") ? String(target) : "/" + target, to: to)
  }

  /// The path of the old address.
  var fromPath: String { String(from.prefix { $0 != "?" }) }

  /// The query of the old address, or nil.
  var fromQuery: String? {
    from.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(from[from.utf8.index(after: $0)...]) }
  }

  /// `address` with everything percent-encoded that no address may hold, and what the writers' formats would misread.
  private static func encoded(_ address: String) -> String {
    var output: [UInt8] = []
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7F, !"\"\\<>^`{|}$".utf8.contains(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(contentsOf: [byte].hexadecimal.uppercased().utf8)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
