internal import Bytes
internal import Glibc

/// What a tree says, in one row of bytes: its text, the places of its breaks, and its structure.
///
/// Two trees with the same signature show a reader the same words on the same lines, with the same headings, emphasis, links, images,
/// quotes, lists, tables and code. White space is collapsed as a browser does it, and its style is not looked at; U+00A0 counts as
/// a character. The walk shares no code with the writer, so that what the writer overlooks is found here.
struct Signature: Equatable {
  /// Text as it stands; everything else behind a `mark`.
  private var bytes: [UInt8] = []

  /// Comes before everything that is not text, and twice where text has it.
  static let mark: UInt8 = 0x01

  mutating func reserveCapacity(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds text that has no `mark` in it.
  @inline(__always)
  mutating func add(text: Span<UInt8>) { bytes.append(copying: text) }

  /// Adds one byte of text.
  mutating func add(text byte: UInt8) {
    if byte == Self.mark { bytes.append(byte) }
    bytes.append(byte)
  }

  static func == (one: Signature, other: Signature) -> Bool {
    one.bytes.span.isSame(as: other.bytes.span)
  }

  mutating func add(_ mark: SignatureMark) {
    bytes.append(Self.mark)
    bytes.append(mark.rawValue)
  }

  /// Adds a mark with what it says more precisely.
  mutating func add(_ mark: SignatureMark, _ number: UInt64) {
    add(mark)
    add(number)
  }

  /// Adds a mark with what it says more precisely folded into eight bytes.
  mutating func add(_ mark: SignatureMark, folded value: UInt64) {
    bytes.append(addingCapacity: 10) { room in
      room.append(Self.mark)
      room.append(mark.rawValue)
      for place in 0..<8 { room.append(UInt8(truncatingIfNeeded: value &>> UInt64(8 * place))) }
    }
  }

  /// Adds a number: seven bits a byte, the lowest first.
  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds words that are no text of the page, such as a title.
  mutating func add(words: [UInt8]) {
    add(UInt64(words.count))
    bytes.append(contentsOf: words)
  }
}

/// Marks in a signature, beside text; none is a byte that `Signature.mark` could be taken for.
enum SignatureMark: UInt8 {
  case lineBreak = 0x02
  case noBreakSpace, image, rule, item, row, cell, newline, media, checkbox, style, reference, note
}

/// Bytes folded into one number.
struct ByteFold {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Adds a number in one step.
  @inline(__always)
  mutating func add(number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Ends a stretch, so that what follows it is not taken for a part of it.
  mutating func end() {
    add(number: 0xFF00)
  }

  /// A target without its percent-encoding.
  mutating func add(target: Span<UInt8>) {
    var index = 0
    while index < target.count {
      if target[index] == UInt8(ascii: "%"), index + 2 < target.count,
        let high = target[index + 1].hexadecimalValue, let low = target[index + 2].hexadecimalValue
      {
        add(high << 4 | low)
        index += 3
      } else {
        add(target[index])
        index += 1
      }
    }
    end()
  }
}

extension Span<UInt8> {
  /// Whether both hold the same bytes; as fast as the C library's `memcmp`.
  fileprivate func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        guard let left = one.baseAddress, let right = other.baseAddress else { return true }
        return unsafe memcmp(left, right, one.count) == 0
      }
    }
  }
}
