/// A value of PHP, as `serialize` writes it into custom fields.
public indirect enum PHPValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with a fraction, as written.
  case double(String)
  /// A string's bytes: often UTF-8, never surely so.
  case string([UInt8])
  /// An array: keys are integers or strings, in order.
  case array([PHPMember])
  /// An object: its class, and its properties in order, private and protected ones with their marks taken off.
  case object(class: String, [PHPMember])
  /// An object that wrote itself in its own way: its class, and the bytes as they stand.
  case custom(class: String, [UInt8])
  /// A case of an enumeration, `Suit:Hearts`.
  case enumeration(String)
  /// The value that has this number, counted from 1 in the order of writing.
  case reference(Int)

  /// The text of a string, with U+FFFD for bytes that are no UTF-8; nil for other values.
  public var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The whole number, also of a string that writes one; nil for other values.
  public var number: Int? {
    switch self {
    case .integer(let value): value
    case .string: text.flatMap { Int($0) }
    default: nil
    }
  }

  /// The members of an array or object; nil for other values.
  public var members: [PHPMember]? {
    switch self {
    case .array(let members), .object(_, let members): members
    default: nil
    }
  }

  /// The member of that name, the last where there are several; nil for other values.
  public subscript(name: String) -> PHPValue? { members?.last { $0.name == name }?.value }

  /// The same value for a reader of JSON: lists as arrays, other arrays and objects as objects.
  ///
  /// An object names its class in a member `__class`; bytes that are no UTF-8 become U+FFFD.
  public var json: JSONValue {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .number(String(value))
    case .double(let text): Self.isJSONNumber(text) ? .number(text) : .string(text)
    case .string(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    case .array(let members):
      members.enumerated().allSatisfy { $0.element.name == String($0.offset) }
        ? .array(members.map(\.value.json))
        : .object(members.map { JSONMember(name: $0.name, value: $0.value.json) })
    case .object(let name, let members):
      .object(
        [JSONMember(name: "__class", value: .string(name))]
          + members.map { JSONMember(name: $0.name, value: $0.value.json) })
    case .custom(let name, let bytes):
      .object([
        JSONMember(name: "__class", value: .string(name)),
        JSONMember(name: "__data", value: .string(String(decoding: bytes, as: UTF8.self))),
      ])
    case .enumeration(let name): .string(name)
    case .reference(let number): .object([JSONMember(name: "__reference", value: .number(String(number)))])
    }
  }

  private static func isJSONNumber(_ text: String) -> Bool {
    (try? JSONValue(parsing: Array(text.utf8))).map { if case .number = $0 { true } else { false } } ?? false
  }
}

/// One member of a PHP array or object.
public struct PHPMember: Sendable, Hashable {
  /// The key: a name, or an integer in decimal form.
  public var name: String
  /// The member's value.
  public var value: PHPValue

  /// Makes a member.
  public init(name: String, value: PHPValue) {
    self.name = name
    self.value = value
  }
}
