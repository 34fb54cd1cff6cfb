/// What a single fast look at bytes that should be UTF-8 text tells.
public struct TextCheck: Sendable, Hashable {
  /// Whether all of it is ASCII.
  public var isASCII = true
  /// Whether all of it is valid UTF-8.
  public var isValidUTF8 = true
  /// The number of carriage returns.
  public var carriageReturns = 0
  /// The number of bytes that are control characters which XML 1.0 forbids: all below 0x20 but tab, line feed and
  /// carriage return.
  public var forbiddenControls = 0
  /// Whether U+FFFE or U+FFFF, which XML forbids too, may be among the characters.
  public var mayHoldNoncharacters = false
  /// Whether text that was encoded twice may be among the characters: a lead byte 0xC3 or 0xC2 read as a character.
  public var mayBeEncodedTwice = false

  /// Looks at `bytes`.
  public init(_ bytes: Span<UInt8>) {
    var controls = 0
    var returns = 0
    var allBits: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      allBits |= byte
      returns &+= byte == 0x0D ? 1 : 0
      controls &+= byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D ? 1 : 0
    }
    carriageReturns = returns
    forbiddenControls = controls
    isASCII = allBits < 0x80
    guard !isASCII else { return }
    isValidUTF8 = (try? UTF8Span(validating: bytes)) != nil
    mayHoldNoncharacters = bytes.firstIndex(of: "\u{FFFE}") != nil || bytes.firstIndex(of: "\u{FFFF}") != nil
    mayBeEncodedTwice = bytes.firstIndex(of: "\u{C3}\u{82}") != nil || bytes.firstIndex(of: "\u{C3}") != nil
  }
}
