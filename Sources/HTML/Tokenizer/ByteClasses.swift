extension UInt8 {
  /// The small letter of an ASCII capital; any other byte itself.
  @inline(__always)
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  /// The value of a hexadecimal digit, or nil.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      UInt32((self | 0x20) - 0x61 + 10)
    default: nil
    }
  }
}

/// What a byte may mean to a scanner, as bits, so that one look tells whether a run of plain text goes on.
struct ByteClass: OptionSet, Sendable {
  let rawValue: UInt8

  /// The `<`.
  static let tagOpen = ByteClass(rawValue: 1)
  /// The `&`.
  static let ampersand = ByteClass(rawValue: 2)
  /// NUL and carriage return: never stand in text as they are.
  static let rewritten = ByteClass(rawValue: 4)
  /// Control characters, and the lead byte of U+0080 to U+00BF: worth a second look.
  static let suspicious = ByteClass(rawValue: 8)
  /// The `"`.
  static let doubleQuote = ByteClass(rawValue: 16)
  /// The `'`.
  static let singleQuote = ByteClass(rawValue: 32)
  /// Ends a tag's or attribute's name: white space, `/`, `>`, `=`.
  static let nameEnd = ByteClass(rawValue: 64)
  /// Ends an unquoted value: white space, `>`.
  static let unquotedEnd = ByteClass(rawValue: 128)

  /// The classes of all 256 bytes.
  static let table: [ByteClass] = (0...255).map { (value: Int) -> ByteClass in
    let byte = UInt8(value)
    var classes: ByteClass = []
    if byte.isHTMLSpace { classes.formUnion([.nameEnd, .unquotedEnd]) }
    switch byte {
    case UInt8(ascii: "<"): classes.insert(.tagOpen)
    case UInt8(ascii: "&"): classes.insert(.ampersand)
    case UInt8(ascii: "\""): classes.insert(.doubleQuote)
    case UInt8(ascii: "'"): classes.insert(.singleQuote)
    case UInt8(ascii: "/"), UInt8(ascii: "="): classes.insert(.nameEnd)
    case UInt8(ascii: ">"): classes.formUnion([.nameEnd, .unquotedEnd])
    case 0x00, 0x0D: classes.insert(.rewritten)
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xC2: classes.insert(.suspicious)
    default: break
    }
    return classes
  }
}
