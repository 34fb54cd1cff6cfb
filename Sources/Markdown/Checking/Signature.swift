internal import HTML

/// What a tree says, folded into one number: its text, the places of its breaks, and its structure.
///
/// Two trees with the same signature show a reader the same words on the same lines, with the same headings, emphasis, links, images,
/// quotes, lists, tables and code. White space is collapsed as a browser does it, and its style is not looked at; U+00A0 counts as
/// a character. The walk shares no code with the writer, so that what the writer overlooks is found here.
struct Signature: Equatable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ value: UInt64) {
    hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    add(UInt64(0xFF00))
  }

  var value: UInt64 { hash }
}

/// Marks in a signature, beside text.
enum SignatureMark: UInt64 {
  case lineBreak = 0x1_0000
  case space, noBreakSpace, image, rule, item, row, cell, code, newline, media, checkbox, style, reference,
    note
}
