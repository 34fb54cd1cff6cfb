internal import Bytes
public import Model

/// A custom field's value that PHP's `serialize` wrote, read.
///
/// The byte lengths in it go wrong where an export changed line ends or encodings. Such a string is taken up to the
/// quote that fits, and counted: the field's raw value stays beside what was read of it.
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

  /// What has to be said about reading the field `key`, or nil.
  public func finding(field key: String) -> Finding? {
    guard repairs > 0 else { return nil }
    return Finding(
      .serializedLength, .repair, "the field \(key) holds serialized strings of another length than they say",
      count: repairs)
  }
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
