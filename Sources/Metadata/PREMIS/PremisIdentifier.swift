/// What a thing is called in PREMIS: a value, and the system in which it is unique.
public struct PremisIdentifier: Sendable, Hashable {
  /// The system, such as `package path`, `URI` or `UUID`.
  public let type: String
  /// The name in that system.
  public let value: String

  /// Makes an identifier.
  public init(type: String, value: String) {
    self.type = type
    self.value = value
  }

  /// A file or folder by its path in the package.
  public static func packagePath(_ path: String) -> PremisIdentifier {
    PremisIdentifier(type: "package path", value: path)
  }
}
