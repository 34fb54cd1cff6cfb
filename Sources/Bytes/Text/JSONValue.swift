/// A value read from JSON (RFC 8259); numbers keep their written form, objects their order and duplicates.
public enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// Reads the one value that `text` holds; throws ``JSONSyntaxError`` where it is not JSON.
  public init(parsing text: [UInt8]) throws(JSONSyntaxError) {
    var parser = JSONParser(text)
    self = try parser.document()
  }

  /// The value of an object's member, the first where there are several; nil for other values.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for other values.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The whole number that is written; nil for other values and for fractions.
  public var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// The truth value; nil for other values.
  public var boolean: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }

  /// The elements of an array; nil for other values.
  public var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object, in order; nil for other values.
  public var object: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}

/// One member of a JSON object.
public struct JSONMember: Sendable, Hashable {
  /// The member's name, escapes decoded.
  public var name: String
  /// The member's value.
  public var value: JSONValue

  /// Makes a member.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// Text that is no JSON: what was wrong, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it went wrong, in bytes from the text's beginning.
  public let offset: Int
  /// What was expected there.
  public let expected: String

  /// Makes an error.
  public init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }

  /// One sentence for the user.
  public var description: String { "not JSON at byte \(offset): expected \(expected)" }
}
