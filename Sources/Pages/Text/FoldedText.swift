/// Text without what WordPress's typography (`wptexturize`) changes, for telling whether two texts say the same.
///
/// Quotes of every kind become straight ones, dashes a hyphen, the ellipsis three dots, the multiplication sign an
/// `x`; white space runs to one space, soft hyphens and zero-width spaces vanish. Case and letters stay.
public struct FoldedText: Sendable, Hashable, CustomStringConvertible {
  /// The folded text.
  public let description: String

  /// Folds `text`.
  public init(_ text: some StringProtocol) {
    description = String(decoding: Self.fold(text.utf8), as: UTF8.self)
  }

  /// The folded text in small letters.
  static func lowercased(_ text: ArraySlice<UInt8>) -> String {
    var bytes = fold(text)
    FoldedCase.fold(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Folds UTF-8.
  static func fold(_ text: some Collection<UInt8>) -> [UInt8] {
    var folder = TextFolder()
    folder.add(text)
    return folder.bytes
  }

  /// The words of the text, in lower case, without the marks around them.
  public var words: [String] {
    description.split(separator: " ").compactMap { piece in
      let word = piece.lowercased().drop { !$0.isLetter && !$0.isNumber }
      guard let last = word.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
      return String(word[...last])
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { description.isEmpty }
}

/// Folds text piece by piece.
struct TextFolder {
  /// The folded text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var isSpaceDue = false
  /// The character whose bytes are coming: those it has, and how many are missing.
  private var value: UInt32 = 0
  private var missing = 0

  /// Adds a piece of UTF-8, which may end within a character.
  mutating func add(_ text: some Collection<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count)
    for byte in text {
      if byte < 0x80 {
        missing = 0
        addASCII(byte)
      } else if byte >= 0xC0 {
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        value = UInt32(byte) & (0x3F >> UInt32(missing))
      } else if missing > 0 {
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { addCharacter(value) }
      }
    }
  }

  /// Notes white space.
  mutating func addSpace() { isSpaceDue = !bytes.isEmpty }

  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09...0x0D: addSpace()
    case UInt8(ascii: "-"): addDash()
    case UInt8(ascii: "'"), UInt8(ascii: "`"): addQuote()
    default: append(byte)
    }
  }

  private mutating func addCharacter(_ value: UInt32) {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: addSpace()
    // Quotation marks: “ ” „ ‟ « » ″ 〝 〞
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033, 0x301D, 0x301E: append(UInt8(ascii: "\""))
    // ‘ ’ ‚ ‛ ‹ › ′ ´
    case 0x2018...0x201B, 0x2039, 0x203A, 0x2032, 0xB4: addQuote()
    // ‐ ‑ ‒ – — ― −
    case 0x2010...0x2015, 0x2212: addDash()
    case 0x2026: for _ in 0..<3 { append(UInt8(ascii: ".")) }
    case 0xD7: append(UInt8(ascii: "x"))
    case 0x2122: for byte in "(tm)".utf8 { append(byte) }
    // Soft hyphen, spaces and joiners of no width, marks of direction.
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
    default:
      guard let scalar = Unicode.Scalar(value) else { return }
      for byte in UTF8.encode(scalar) ?? .init() { append(byte) }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if isSpaceDue { bytes.append(0x20) }
    isSpaceDue = false
    bytes.append(byte)
  }

  /// A run of hyphens is one dash.
  private mutating func addDash() {
    if !isSpaceDue, bytes.last == UInt8(ascii: "-") { return }
    append(UInt8(ascii: "-"))
  }

  /// Two single quotes or backticks are one double quote.
  private mutating func addQuote() {
    if !isSpaceDue, bytes.last == UInt8(ascii: "'") {
      bytes[bytes.count - 1] = UInt8(ascii: "\"")
    } else {
      append(UInt8(ascii: "'"))
    }
  }
}
