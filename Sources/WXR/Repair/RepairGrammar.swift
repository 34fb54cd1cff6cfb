import XML

/// What may stand in what, as far as repairs need to know it.
enum RepairGrammar {
  /// The field of a name as written; only the prefixes tell the namespaces here.
  static func field(_ qualified: String) -> Field {
    guard let colon = qualified.firstIndex(of: ":") else { return Field(ElementName(local: qualified)) }
    return Field(
      ElementName(
        prefix: String(qualified[..<colon]), local: String(qualified[qualified.index(after: colon)...])))
  }

  /// Whether an element of that field holds nothing but text; `category` does inside items only.
  static func isText(_ field: Field, isPrefixed: Bool) -> Bool {
    switch field {
    case .unknown, .rss, .channel, .item, .author, .tag, .term, .postMeta, .comment, .commentMeta, .termMeta,
      .image:
      false
    case .category: !isPrefixed
    default: true
    }
  }

  /// Whether an element of the field `inner` may stand directly in one of the field `outer`.
  static func allows(_ inner: Field, in outer: Field) -> Bool {
    guard inner != .unknown else { return true }
    switch outer {
    case .postMeta, .commentMeta, .termMeta: return inner == .metaKey || inner == .metaValue
    case .comment:
      switch inner {
      case .commentID, .commentAuthor, .commentAuthorEmail, .commentAuthorURL, .commentAuthorIP, .commentDate,
        .commentDateGMT, .commentContent, .commentApproved, .commentType, .commentParent, .commentUserID,
        .commentMeta:
        return true
      default: return false
      }
    case .author, .category, .tag, .term:
      switch inner {
      case .author, .category, .tag, .term, .item, .channel, .generator, .image: return false
      default: return true
      }
    default: return true
    }
  }
}
