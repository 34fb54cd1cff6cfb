public import Pages

/// How saved pages are read.
public struct PageOptions: Sendable {
  /// What a strange theme calls the parts of an entry; nil for what most themes call them.
  public var profile: ThemeProfile?
  /// The site's address, for pages that nothing tells the address of.
  public var baseURL: String?

  /// Begins with neither.
  public init() {}
}
