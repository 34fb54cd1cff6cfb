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

  /// Writes a member's name, in which nothing has to be escaped; its value must follow.
  public mutating func key(_ name: StaticString) {
    let needsComma = needsComma
    bytes.append(addingCapacity: name.utf8CodeUnitCount + Self.markCount + 1) { room in
      if needsComma { room.append(UInt8(ascii: ",")) }
      room.append(UInt8(ascii: "\""))
      room.append(copying: name)
      room.append(UInt8(ascii: "\""))
      room.append(UInt8(ascii: ":"))
    }
    self.needsComma = false
  }

  /// Writes the name of a member that no program knew beforehand; its value must follow.
  public mutating func key(named name: String) {
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string value, or null.
  public mutating func string(_ value: String?) {
    guard let value else { return null() }
    quote(value)
  }

  /// Writes a string value that is given in UTF-8.
  public mutating func string(_ utf8: Span<UInt8>) { quote(utf8) }

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
          json.key(named: member.name)
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

  /// Never inlined: a module that names no string's span itself would take the span for independent of the string
  /// (docs/decisions/spans-of-strings.md).
  @inline(never) private mutating func quote(_ string: String) { quote(string.utf8.span) }

  /// Writes a string in quotes.
  private mutating func quote(_ text: Span<UInt8>) {
    var position = 0
    repeat {
      let piece = text.extracting(position..<min(position + Self.pieceLength, text.count))
      let isFirst = position == 0
      position += piece.count
      let isLast = position == text.count
      let needsComma = needsComma && isFirst
      bytes.append(addingCapacity: piece.count * Self.longestEscape + Self.markCount) { room in
        if needsComma { room.append(UInt8(ascii: ",")) }
        if isFirst { room.append(UInt8(ascii: "\"")) }
        piece.writeEscapedForJSON(to: &room)
        if isLast { room.append(UInt8(ascii: "\"")) }
      }
    } while position < text.count
    needsComma = true
  }

  /// Room is made for so much text at a time, as if all of it had to be escaped.
  private static let pieceLength = 256
  /// The length of `\u001F`.
  private static let longestEscape = 6
  /// A comma before a string and the quotes around it.
  private static let markCount = 3
}
