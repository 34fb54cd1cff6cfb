/// One custom field of a post, comment or term; order and duplicates matter.
public struct MetaEntry: Sendable, Hashable {
  /// The field's name.
  public var key: String
  /// The value exactly as the source has it.
  public var value: String

  /// Makes a custom field.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
