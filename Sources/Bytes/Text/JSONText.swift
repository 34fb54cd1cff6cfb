/// Writes JSON (RFC 8259) straight into bytes; the caller keeps the order and the commas come by themselves.
///
/// Nothing but what JSON requires is escaped: slashes and non-ASCII characters stand as they are.
public struct JSONText: Sendable {
  /// The text written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Begins an empty text with room for `capacity` bytes.
  public init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a member's name; its value must follow.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string value, or null.
  public mutating func string(_ value: String?) {
    guard let value else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    Self.escape(value.utf8.span, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number, or null.
  public mutating func integer(_ value: Int?) {
    guard let value else { return null() }
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes `true`, `false` or null.
  public mutating func boolean(_ value: Bool?) {
    guard let value else { return null() }
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value as it was read, numbers as they stood.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .number(let text): raw(Array(text.utf8))
    case .string(let text): string(text)
    case .array(let elements): array { json in for element in elements { json.value(element) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }

  /// Writes text that is JSON already.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Ends a line, as JSON Lines want it: the next value begins a text of its own.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static func escape(_ text: Span<UInt8>, into bytes: inout [UInt8]) {
    var plainStart = 0
    while let index = text.firstToEscape(from: plainStart) {
      bytes.append(copying: text.extracting(plainStart..<index))
      plainStart = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(text[index])
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(contentsOf: [text[index]].hexadecimal.utf8)
      }
    }
    bytes.append(copying: text.extracting(plainStart..<text.count))
  }
}

extension Span<UInt8> {
  /// The index of the first byte at or after `start` that cannot stand in a string as it is: a control character, a
  /// quote or a backslash; eight bytes a step.
  fileprivate func firstToEscape(from start: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      var position = start
      while position + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let hits = Self.toEscape(in: UInt64(littleEndian: word))
        if hits != 0 { return position + hits.trailingZeroBitCount / 8 }
        position += 8
      }
      guard position < bytes.count else { return nil }
      // Of a longer text the last eight bytes, without those that were looked at.
      if bytes.count >= 8 {
        let last = bytes.count - 8
        let word = unsafe bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        let hits = Self.toEscape(in: UInt64(littleEndian: word)) & UInt64.max << UInt64(8 * (position - last))
        return hits == 0 ? nil : last + hits.trailingZeroBitCount / 8
      }
      while position < bytes.count {
        let byte = unsafe bytes[position]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return position }
        position += 1
      }
      return nil
    }
  }

  /// The high bit of each byte of `word` that must be escaped.
  @inline(__always) private static func toEscape(in word: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    // With the high bit set no byte borrows from its neighbour; what had it set before is none of them.
    let text = word | high
    let isPlain =
      (text &- each &* 0x20)
      & ((text ^ each &* UInt64(UInt8(ascii: "\""))) &- each)
      & ((text ^ each &* UInt64(UInt8(ascii: "\\"))) &- each)
    return ~(isPlain | word) & high
  }
}
