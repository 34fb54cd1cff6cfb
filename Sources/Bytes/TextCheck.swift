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
    unsafe bytes.withUnsafeBytes { unsafe look(at: $0) }
    if hasUnusual { countControls(bytes) }
    if !isValidUTF8 { lookForLeads(bytes) }
  }

  /// Whether there are bytes below 0x20 other than tab and line feed.
  private var hasUnusual = false

  /// Looks at eight bytes a step, and at characters beyond ASCII one by one: in most languages' texts they are few,
  /// and the standard library's validation looks at every byte once it has met one.
  private mutating func look(at bytes: UnsafeRawBufferPointer) {
    var unusual: UInt64 = 0
    var position = 0
    while position + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      // The high bit is set where a byte is below 0x20 or above 0x7F; a borrow can only set too many.
      guard ((word &- Self.each &* 0x20) | word) & Self.highBits != 0 else {
        position += 8
        continue
      }
      unusual |= Self.unusual(in: word)
      let high = word & Self.highBits
      if high == 0 {
        position += 8
      } else {
        position = unsafe endOfCharacters(at: position + high.trailingZeroBitCount / 8, in: bytes)
      }
    }
    while position < bytes.count {
      let byte = unsafe bytes[position]
      if byte >= 0x80 {
        position = unsafe endOfCharacters(at: position, in: bytes)
      } else {
        if byte < 0x20, byte != 0x09, byte != 0x0A { unusual = 1 }
        position += 1
      }
    }
    hasUnusual = unusual != 0
  }

  /// Looks at the characters beyond ASCII that begin at `start`; returns where they end, just past the first byte where
  /// one is malformed.
  private mutating func endOfCharacters(at start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    isASCII = false
    var position = start
    while position < bytes.count, unsafe bytes[position] >= 0x80 {
      let length = unsafe Self.length(at: position, in: bytes)
      guard length > 0 else {
        isValidUTF8 = false
        return position + 1
      }
      noteLead(unsafe bytes[position], before: unsafe bytes[position + 1])
      position += length
    }
    return position
  }

  /// The length of the well-formed character of several bytes at `start` (Unicode, table 3-7), or 0.
  @inline(__always)
  private static func length(at start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    func isContinuation(_ offset: Int) -> Bool {
      unsafe start + offset < bytes.count && bytes[start + offset] & 0xC0 == 0x80
    }
    let lead = unsafe bytes[start]
    guard isContinuation(1) else { return 0 }
    let second = unsafe bytes[start + 1]
    switch lead {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF:
      let isInRange = lead == 0xE0 ? second >= 0xA0 : lead == 0xED ? second < 0xA0 : true
      return isInRange && isContinuation(2) ? 3 : 0
    case 0xF0...0xF4:
      let isInRange = lead == 0xF0 ? second >= 0x90 : lead == 0xF4 ? second < 0x90 : true
      return isInRange && isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }

  @inline(__always)
  private mutating func noteLead(_ lead: UInt8, before next: UInt8) {
    if lead == 0xC3 {
      if next == 0x82 || next == 0x83 || next == 0xA2 { mayBeEncodedTwice = true }
    } else if lead == 0xEF, next == 0xBF {
      mayHoldNoncharacters = true
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

  /// In malformed text a lead may stand before anything: each place is looked at.
  private mutating func lookForLeads(_ bytes: Span<UInt8>) {
    for index in bytes.indices.dropLast() where bytes[index] >= 0xC3 {
      noteLead(bytes[index], before: bytes[index + 1])
    }
  }
}
