internal import Bytes

/// Which bytes may stand where in a URI (RFC 3986, section 2 and appendix A).
enum URISyntax {
  /// Whether a path or query may hold `byte` as it is.
  static func isPathOrQuery(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"): true
    case UInt8(ascii: "["), UInt8(ascii: "]"): false
    default: isAuthority(byte)
    }
  }

  /// Whether an authority may hold `byte` as it is.
  static func isAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// Whether `byte` is a hexadecimal digit.
  static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// The length of the scheme that `text` begins with, its colon not counted, or nil.
  static func schemeLength(of text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, isLetter(text[0]) else { return nil }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: ":"): return index
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      case let byte where isLetter(byte): continue
      default: return nil
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `text` is a URI without fragment, every byte of it allowed and every escape whole.
  static func isURI(_ text: String) -> Bool { isURI(text.utf8.span) }

  /// Whether `bytes` are a URI without fragment, every byte of it allowed and every escape whole.
  static func isURI(_ bytes: Span<UInt8>) -> Bool {
    guard let authority = authority(of: bytes) else { return false }
    return isURI(bytes, authority: authority)
  }

  /// Whether `text` is a URI without fragment as it is, and its host is known by one name: no escape and no user stands
  /// before the path.
  static func isPlainURI(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard let authority = authority(of: bytes) else { return false }
    for index in authority where bytes[index] == UInt8(ascii: "%") || bytes[index] == UInt8(ascii: "@") {
      return false
    }
    return isURI(bytes, authority: authority)
  }

  /// Where the authority of a URI stands, the slashes before it included; nil where there is nothing behind a scheme.
  private static func authority(of bytes: Span<UInt8>) -> Range<Int>? {
    guard let scheme = schemeLength(of: bytes), bytes.count > scheme + 1 else { return nil }
    return scheme + 1..<authorityEnd(of: bytes, afterScheme: scheme)
  }

  private static func isURI(_ bytes: Span<UInt8>, authority: Range<Int>) -> Bool {
    for index in authority.lowerBound..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        guard isEscape(bytes, at: index) else { return false }
      } else if index < authority.upperBound
        ? !isAuthority(byte) && byte != UInt8(ascii: "/") : !isPathOrQuery(byte)
      {
        return false
      }
    }
    return true
  }

  /// Whether a percent sign at `index` is followed by two hexadecimal digits.
  static func isEscape(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && isHexadecimalDigit(bytes[index + 1]) && isHexadecimalDigit(bytes[index + 2])
  }

  /// Where the authority of a URI ends; just behind the scheme's colon where it has none.
  static func authorityEnd(of bytes: Span<UInt8>, afterScheme scheme: Int) -> Int {
    let start = scheme + 1
    guard bytes.hasBytes("//", at: start) else { return start }
    for index in start + 2..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return index
      default: continue
      }
    }
    return bytes.count
  }
}
