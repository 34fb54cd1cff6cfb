/// Whether PCRE's `\s` takes `byte` for whitespace: space, tab, line feed, vertical tab, form feed, return.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// Whether PCRE's `\w` takes `byte` for part of a word: an ASCII letter, digit or low line.
@inline(__always)
func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

/// Whether `byte` is an ASCII letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

/// Whether `byte` is an ASCII digit.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The ASCII lower-case form of `byte`.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

extension Span where Element == UInt8 {
  /// The index of the first byte at or after `start` that is no whitespace, or the count.
  func skipSpace(from start: Int) -> Int {
    var index = start
    while index < count, isSpace(self[index]) { index += 1 }
    return index
  }

  /// The first index of the whitespace that ends at `end`, not looking before `floor`.
  func skipSpaceBackward(from end: Int, floor: Int = 0) -> Int {
    var index = end
    while index > floor, isSpace(self[index - 1]) { index -= 1 }
    return index
  }

  /// Whether nothing but whitespace stands in `range`.
  func isBlank(_ range: Range<Int>) -> Bool { skipSpace(from: range.lowerBound) >= range.upperBound }

  /// Whether `prefix`, given in lower case, stands at `start` in any mixture of ASCII cases.
  func hasBytesIgnoringCase(_ prefix: StaticString, at start: Int) -> Bool {
    guard start >= 0, prefix.utf8CodeUnitCount <= count - start else { return false }
    return prefix.withUTF8Buffer { prefix in
      for offset in prefix.indices {
        if unsafe lowercased(self[start + offset]) != prefix[offset] { return false }
      }
      return true
    }
  }

  /// Whether the bytes of `other` stand at `start`.
  func hasBytes(_ other: [UInt8], at start: Int) -> Bool {
    guard start >= 0, other.count <= count - start else { return false }
    for offset in other.indices where self[start + offset] != other[offset] { return false }
    return true
  }
}
