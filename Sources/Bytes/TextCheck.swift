/// What a single fast look at bytes that should be UTF-8 text tells.
public struct TextCheck: Sendable, Hashable {
  /// Whether all of it is ASCII.
  public private(set) var isASCII = true
  /// Whether all of it is valid UTF-8.
  public private(set) var isValidUTF8 = true
  /// The number of carriage returns.
  public private(set) var carriageReturns = 0
  /// The number of bytes that are control characters which XML 1.0 forbids: all below 0x20 but tab, line feed and
  /// carriage return.
  public private(set) var forbiddenControls = 0
  /// Whether U+FFFE or U+FFFF, which XML forbids too, may be among the characters.
  public private(set) var mayHoldNoncharacters = false
  /// Whether text that was encoded twice may be among the characters, such as “Ã¤”.
  public private(set) var mayBeEncodedTwice = false

  /// Looks at `bytes`.
  public init(_ bytes: Span<UInt8>) {
    let sum = Self.sum(of: bytes)
    if sum.hasUnusual { countControls(bytes) }
    isASCII = sum.isASCII
    if !isASCII { lookAtCharacters(bytes) }
  }

  /// Whether there are bytes above 0x7F, and any below 0x20 but tab and line feed; eight bytes a step.
  private static func sum(of bytes: Span<UInt8>) -> (isASCII: Bool, hasUnusual: Bool) {
    unsafe bytes.withUnsafeBytes { buffer in
      var allBits: UInt64 = 0
      var unusual: UInt64 = 0
      var position = 0
      while position + 8 <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        allBits |= word
        unusual |= Self.unusual(in: word)
        position += 8
      }
      // Spaces fill the last word: they are neither above 0x7F nor unusual.
      var rest = Self.each * 0x20
      while position < buffer.count {
        rest = unsafe rest << 8 | UInt64(buffer[position])
        position += 1
      }
      return ((allBits | rest) & highBits == 0, unusual | Self.unusual(in: rest) != 0)
    }
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte of `word` that is below 0x20 and neither tab nor line feed.
  @inline(__always) private static func unusual(in word: UInt64) -> UInt64 {
    let isBelow20 = ~((word | highBits) &- each &* 0x20) & ~word
    return isBelow20 & ~isZero(word ^ each &* 0x09) & ~isZero(word ^ each &* 0x0A) & highBits
  }

  /// The high bit of each byte of `word` that is zero.
  @inline(__always) private static func isZero(_ word: UInt64) -> UInt64 {
    ~((word & ~highBits) &+ ~highBits | word) & highBits
  }

  private mutating func countControls(_ bytes: Span<UInt8>) {
    for index in bytes.indices where bytes[index] < 0x20 {
      switch bytes[index] {
      case 0x09, 0x0A: break
      case 0x0D: carriageReturns += 1
      default: forbiddenControls += 1
      }
    }
  }

  private mutating func lookAtCharacters(_ bytes: Span<UInt8>) {
    isValidUTF8 = (try? UTF8Span(validating: bytes)) != nil
    mayHoldNoncharacters = Self.has(0xEF, in: bytes) { $0 == 0xBF }
    mayBeEncodedTwice = Self.has(0xC3, in: bytes) { $0 == 0x82 || $0 == 0x83 || $0 == 0xA2 }
  }

  /// Whether `lead` stands anywhere before a byte that `isNext` accepts.
  private static func has(_ lead: UInt8, in bytes: Span<UInt8>, before isNext: (UInt8) -> Bool) -> Bool {
    var position = 0
    while let hit = bytes.firstIndex(of: lead, from: position), hit + 1 < bytes.count {
      if isNext(bytes[hit + 1]) { return true }
      position = hit + 1
    }
    return false
  }
}
