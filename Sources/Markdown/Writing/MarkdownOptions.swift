/// What a target of a link is used for.
public enum TargetRole: Sendable, Hashable {
  /// The `href` of a link.
  case link
  /// The `src` of an image.
  case image
  /// The `src` of a player, frame or other object.
  case media
}

/// How Markdown is to be written.
public struct MarkdownOptions: Sendable {
  /// The reader the Markdown is meant for.
  public var dialect: MarkdownDialect
  /// Whether each block is rendered again and compared with the tree.
  public var selfCheck: Bool
  /// Whether footnotes are written as `[^1]`, which not every reader knows; else they stay links and lists.
  public var footnotes = false
  /// Gives the target to write instead of the one the document has; called more than once for the same, so it must always give
  /// the same answer.
  public var rewriteTarget: (@Sendable (TargetRole, String) -> String)?

  /// Makes options.
  ///
  /// - Parameters:
  ///   - dialect: The reader the Markdown is meant for.
  ///   - selfCheck: Whether each block is rendered again and compared with the tree.
  ///   - rewriteTarget: Gives the target to write instead of the one the document has.
  public init(
    dialect: MarkdownDialect = .commonMark, selfCheck: Bool = true,
    rewriteTarget: (@Sendable (TargetRole, String) -> String)? = nil
  ) {
    self.dialect = dialect
    self.selfCheck = selfCheck
    self.rewriteTarget = rewriteTarget
  }
}
