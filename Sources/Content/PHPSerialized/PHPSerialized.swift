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

  /// Whether `text` looks like a serialized array, object or scalar, by WordPress's own quick test.
  public static func looksSerialized(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count >= 2 else { return false }
    if text == "N;" { return true }
    guard bytes.count >= 4, bytes[bytes.index(after: bytes.startIndex)] == UInt8(ascii: ":") else {
      return false
    }
    return "aOCEsbid".utf8.contains(first) && (last == UInt8(ascii: ";") || last == UInt8(ascii: "}"))
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
