/// An element the format does not know, kept as it stood.
public struct RawElement: Sendable, Hashable {
  /// The element's qualified name as written, such as `yoast:score`.
  public var name: String
  /// The element as XML text, tags and all, after repair.
  public var xml: String

  /// Makes a raw element.
  public init(name: String, xml: String) {
    self.name = name
    self.xml = xml
  }
}
