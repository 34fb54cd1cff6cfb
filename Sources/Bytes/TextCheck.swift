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
    var allBits: UInt8 = 0
    var unusual: UInt8 = 0
    // No counting here, so that the compiler can look at many bytes at once.
    for index in bytes.indices {
      let byte = bytes[index]
      allBits |= byte
      unusual |= byte < 0x20 && byte != 0x0A && byte != 0x09 ? 1 : 0
    }
    if unusual != 0 { countControls(bytes) }
    isASCII = allBits < 0x80
    if !isASCII { lookAtCharacters(bytes) }
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
