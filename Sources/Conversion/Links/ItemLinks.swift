internal import Content
internal import Synchronization

/// Where the links of one item lead.
///
/// The list of media, the Markdown and its check ask for the same links one after the other; each is resolved once.
final class ItemLinks: Sendable {
  /// The permalink of the item, against which relative links are resolved.
  let permalink: String
  private let resolver: LinkResolver
  private let known = Mutex<[String: LinkTarget]>([:])

  init(_ resolver: LinkResolver, permalink: String) {
    self.resolver = resolver
    self.permalink = permalink
  }

  /// Where `link` leads.
  func target(of link: String) -> LinkTarget {
    known.withLock { known in
      if let target = known[link] { return target }
      let target = resolver.target(of: link, from: permalink)
      known[link] = target
      return target
    }
  }
}
