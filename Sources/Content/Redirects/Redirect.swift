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
    let link = permalink.utf8.span
    guard let colon = link.firstIndex(of: UInt8(ascii: ":")), link.hasBytes("://", at: colon) else {
      return nil
    }
    var start = colon + 3
    while start < link.count, link[start] != UInt8(ascii: "/"), link[start] != UInt8(ascii: "?") {
      start += 1
    }
    let end = link.firstIndex(of: UInt8(ascii: "#"), from: start) ?? link.count
    let target = String(decoding: link.extracting(start..<end))
    self.init(from: target.utf8.first == UInt8(ascii: "/") ? target : "/" + target, to: to)
  }

  /// The path of the old address.
  var fromPath: Substring.UTF8View { from.utf8.prefix { $0 != UInt8(ascii: "?") } }

  /// The query of the old address, or nil.
  var fromQuery: Substring.UTF8View? {
    from.utf8.firstIndex(of: UInt8(ascii: "?")).map { from.utf8[from.utf8.index(after: $0)...] }
  }

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
    case ...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
