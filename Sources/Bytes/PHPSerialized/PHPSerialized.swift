/// A value that PHP's `serialize` wrote, read: WordPress keeps lists and objects in custom fields so.
///
/// The byte lengths in it go wrong where an export changed line ends or encodings. Such a string is taken up to the
/// quote that fits, and counted.
public struct PHPSerialized: Sendable, Hashable {
  /// What was written.
  public let value: PHPValue
  /// How many strings had another length than was written.
  public let repairs: Int

  /// Reads `text`; throws ``PHPSerializedError`` where it is no serialized value.
  public init(_ text: String) throws(PHPSerializedError) { try self.init(Array(text.utf8)) }

  /// Reads `bytes`; throws ``PHPSerializedError`` where they are no serialized value.
  public init(_ bytes: [UInt8]) throws(PHPSerializedError) {
    var reader = PHPReader(bytes)
    value = try reader.document()
    repairs = reader.repairs
  }

  /// Whether `text` looks like a serialized value: WordPress's own test (`is_serialized`).
  public static func looksSerialized(_ text: String) -> Bool {
    // Almost all values are none; their first bytes tell.
    guard mayBegin(text.utf8) else { return false }
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    if bytes.elementsEqual("N;".utf8) { return true }
    guard bytes.count >= 4, let type = bytes.popFirst(), bytes.popFirst() == UInt8(ascii: ":"),
      let last = bytes.popLast(), last == UInt8(ascii: ";") || last == UInt8(ascii: "}")
    else { return false }
    switch type {
    case UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "d"):
      return last == UInt8(ascii: ";") && !bytes.isEmpty
        && bytes.allSatisfy { isDigit($0) || ".E+-".utf8.contains($0) }
    case UInt8(ascii: "s") where bytes.last != UInt8(ascii: "\""): return false
    case UInt8(ascii: "s"), UInt8(ascii: "a"), UInt8(ascii: "O"), UInt8(ascii: "E"):
      let digits = bytes.prefix(while: isDigit)
      return !digits.isEmpty && bytes.dropFirst(digits.count).first == UInt8(ascii: ":")
    default: return false
    }
  }

  /// Whether a letter of a type stands at the beginning, with what must follow it.
  private static func mayBegin(_ text: String.UTF8View) -> Bool {
    var start = text.drop(while: isSpace).prefix(2)
    guard let type = start.popFirst(), let next = start.popFirst() else { return false }
    return type == UInt8(ascii: "N") ? next == UInt8(ascii: ";") : next == UInt8(ascii: ":")
  }

  /// What PHP's `trim` and `\s` take for white space.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// Why a text is no serialized PHP value, and where.
public struct PHPSerializedError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it went wrong, in bytes from the text's beginning.
  public let offset: Int
  /// What was expected there.
  public let expected: String

  /// One sentence for the user.
  public var description: String { "not serialized PHP at byte \(offset): expected \(expected)" }
}
