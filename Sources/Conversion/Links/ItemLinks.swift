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
    known.withLock { $0.value(of: link) { resolver.target(of: link, from: permalink) } }
  }
}

extension Dictionary {
  /// The value of a key, which is made and kept where it is not there yet; the key is looked for but once.
  mutating func value(of key: Key, orMaking make: () -> Value) -> Value {
    func value(_ place: inout Value) -> Value { place }
    return value(&self[key, default: make()])
  }
}
