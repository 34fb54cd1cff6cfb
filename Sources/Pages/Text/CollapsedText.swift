/// Text that grows piece by piece, every run of white space as one blank, and none around it.
struct CollapsedText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private var isSpaceDue = false

  var isEmpty: Bool { bytes.isEmpty }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Notes white space.
  mutating func addSpace() { isSpaceDue = !bytes.isEmpty }

  /// Adds a piece in UTF-8.
  mutating func add(_ piece: some Collection<UInt8>) {
    bytes.reserveCapacity(bytes.count + piece.count + 1)
    for byte in piece {
      if byte > 0x20, byte < 0x80 {
        if isSpaceDue { bytes.append(0x20) }
        isSpaceDue = false
        bytes.append(byte)
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isSpaceDue = !bytes.isEmpty
      } else {
        addOther(byte)
      }
    }
  }

  /// Adds a control character or a byte of a longer one.
  private mutating func addOther(_ byte: UInt8) {
    // A character of several bytes may yet turn out to be white space: the blank goes before its first byte.
    if isSpaceDue, byte >= 0xC0 || byte < 0x80 {
      bytes.append(0x20)
      isSpaceDue = false
    }
    bytes.append(byte)
    guard byte & 0xC0 == 0x80, bytes.count > 1 else { return }
    let wide = Self.wideSpace(bytes.count > 2 ? bytes[bytes.count - 3] : 0, bytes[bytes.count - 2], byte)
    guard wide > 0 else { return }
    bytes.removeLast(wide)
    if bytes.last == 0x20 { bytes.removeLast() }
    isSpaceDue = !bytes.isEmpty
  }

  /// How many bytes the white space beyond ASCII has that ends here: U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029,
  /// U+202F, U+205F, U+3000.
  private static func wideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    switch (first, second, third) {
    case (_, 0xC2, 0xA0), (_, 0xC2, 0x85): 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      3
    default: 0
    }
  }
}
