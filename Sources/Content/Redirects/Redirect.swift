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
    let link = permalink.utf8
    guard let colon = link.span.firstIndex(of: UInt8(ascii: ":")), link.span.hasBytes("://", at: colon) else {
      return nil
    }
    let path = link.dropFirst(colon + 3).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let target = Substring(path.prefix { $0 != UInt8(ascii: "#") })
    self.init(from: target.utf8.first == UInt8(ascii: "/") ? String(target) : "/" + target, to: to)
  }

  /// The length in bytes of the path of the old address, which its query follows.
  var pathLength: Int { from.utf8.span.firstIndex(of: UInt8(ascii: "?")) ?? from.utf8.count }

  /// `address` with everything percent-encoded that no address may hold, and what the writers' formats would misread.
  private static func encoded(_ address: String) -> String {
    if address.utf8.allSatisfy(isPlain) { return address }
    var output: [UInt8] = []
    for byte in address.utf8 {
      if isPlain(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(contentsOf: [byte].hexadecimal.uppercased().utf8)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "$"):
      false
    case 0x21...0x7E: true
    default: false
    }
  }
}
