/// A character encoding by the name that the system's `iconv` knows it by.
public struct TextEncoding: Sendable, Hashable {
  /// The name, in upper case, such as `WINDOWS-1252`.
  public let name: String

  private init(name: String) { self.name = name }

  /// UTF-8.
  public static let utf8 = TextEncoding(name: "UTF-8")
  /// UTF-16, the low byte of each unit first.
  public static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  /// UTF-16, the high byte of each unit first.
  public static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  /// Windows-1252, which also stands for ISO-8859-1 and ASCII, as browsers hold it.
  public static let windows1252 = TextEncoding(name: "WINDOWS-1252")

  /// The encoding that a label such as an XML declaration's means; nil where the system does not know it.
  public init?(label: String) {
    let name = label.uppercased()
    guard !name.isEmpty, name.utf8.allSatisfy({ Self.isLabelByte($0) }) else { return nil }
    switch name {
    case "UTF-8", "UTF8": self = .utf8
    case "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1", "US-ASCII", "ASCII", "CP1252",
      "WINDOWS-1252":
      self = .windows1252
    case "UTF-16LE": self = .utf16LittleEndian
    case "UTF-16BE": self = .utf16BigEndian
    default:
      guard Transcoder.knows(name) else { return nil }
      self.init(name: name)
    }
  }

  /// Whether each byte below 0x80 means its ASCII character, so that marks can be found in the bytes.
  public var keepsASCII: Bool {
    let ascii = Array("<item>&]-/ =\"".utf8)
    return Transcoder.utf8(of: ascii.span, in: self).text == ascii
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// The encoding that the first bytes of a text give away: UTF-16 by its byte order mark or by the zero bytes
  /// around a first `<` or white space; else nil, which means an encoding that keeps ASCII, most likely UTF-8.
  public static func detected(from prefix: Span<UInt8>) -> TextEncoding? {
    guard prefix.count >= 2 else { return nil }
    switch (prefix[0], prefix[1]) {
    case (0xFF, 0xFE): return .utf16LittleEndian
    case (0xFE, 0xFF): return .utf16BigEndian
    case (1...0x7F, 0):
      return prefix.count >= 4 && prefix[3] == 0 && prefix[2] != 0 ? .utf16LittleEndian : nil
    case (0, 1...0x7F): return prefix.count >= 4 && prefix[2] == 0 && prefix[3] != 0 ? .utf16BigEndian : nil
    default: return nil
    }
  }
}
