/// An element's or attribute's name as the parser saw it.
public struct ElementName: Sendable, Hashable {
  /// The prefix as written; nil where there is none.
  public var prefix: String?
  /// The name without its prefix.
  public var local: String
  /// The namespace's address; nil where there is none, or where the prefix was never declared.
  public var namespace: String?

  /// Makes a name.
  public init(prefix: String? = nil, local: String, namespace: String? = nil) {
    self.prefix = prefix
    self.local = local
    self.namespace = namespace
  }

  /// The name as written, with its prefix.
  public var qualified: String {
    guard let prefix else { return local }
    return "\(prefix):\(local)"
  }
}

/// A small number that stands for an ``ElementName`` within one ``EventParser``.
public struct NameID: Sendable, Hashable {
  /// Counted from 0 in the order of first appearance.
  public let index: Int

  /// Makes the identifier of that number.
  public init(index: Int) { self.index = index }
}
