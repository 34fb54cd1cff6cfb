public import Bytes

/// One custom field of a post, comment or term; order and duplicates matter.
public struct MetaEntry: Sendable, Hashable {
  /// The field's name.
  public var key: String
  /// The value exactly as the source has it.
  public var value: String
  /// What the value says where PHP serialized it, else nil.
  public var decoded: PHPValue?

  /// Makes a custom field.
  public init(key: String, value: String, decoded: PHPValue? = nil) {
    self.key = key
    self.value = value
    self.decoded = decoded
  }
}
