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

  /// Looks at 32 bytes a step, and at characters beyond ASCII one by one: in most languages' texts they are few,
  /// and the standard library's validation looks at every byte once it has met one.
  private mutating func look(at bytes: UnsafeRawBufferPointer) {
    var unusual = ByteVector()
    var position = 0
    while position + ByteVector.width <= bytes.count {
      let vector = unsafe bytes.loadUnaligned(fromByteOffset: position, as: ByteVector.self)
      unusual |= Self.unusual(in: vector)
      let asciiCount = vector.firstHigh
      position += asciiCount
      if asciiCount < ByteVector.width { position = unsafe endOfCharacters(at: position, in: bytes) }
    }
    hasUnusual = unusual.firstHigh < ByteVector.width
    while position < bytes.count {
      let byte = unsafe bytes[position]
      if byte >= 0x80 {
        position = unsafe endOfCharacters(at: position, in: bytes)
      } else {
        if byte < 0x20, byte != 0x09, byte != 0x0A { hasUnusual = true }
        position += 1
      }
    }
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

  /// The high bits of the bytes that are below 0x20 and neither tab nor line feed.
  @inline(__always) private static func unusual(in bytes: ByteVector) -> ByteVector {
    ~(bytes.notBelow(0x20) | bytes) & bytes.notEqual(to: 0x09) & bytes.notEqual(to: 0x0A)
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
