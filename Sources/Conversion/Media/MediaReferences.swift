internal import Content
internal import HTML
internal import Model

/// The media of this site that an item shows, links to or is.
struct MediaReferences: Sendable {
  /// Files of the uploads copy that are wanted, by their paths there.
  private(set) var found: Set<String> = []
  /// Media that no uploads copy has, by their addresses as the item writes them.
  private(set) var missing: Set<String> = []

  /// Adds what the tree of an item's content refers to.
  mutating func add(_ document: Document, permalink: String, plan: RunPlan) {
    for node in document.descendants(of: document.root) {
      for name in Self.attributes(of: document, node) {
        if let link = document.attribute(name, of: node) { add(link, permalink: permalink, plan: plan) }
      }
    }
  }

  /// Adds a link, where it leads to a medium of this site.
  mutating func add(_ link: String, permalink: String, plan: RunPlan) {
    guard case .medium(let medium) = plan.links.target(of: link, from: permalink) else { return }
    if let path = plan.uploads?.find(medium) {
      found.insert(path)
    } else {
      missing.insert(link)
    }
  }

  private static func attributes(of document: Document, _ node: NodeID) -> [String] {
    guard document.kind(of: node) == .element else { return [] }
    switch document.tag(of: node) {
    case .a, .area: return ["href"]
    case .img, .audio, .source, .embed, .iframe, .track: return ["src"]
    case .video: return ["src", "poster"]
    case .object: return ["data"]
    default: return []
    }
  }
}
