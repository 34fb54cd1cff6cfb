internal import Content
internal import HTML
internal import Model

/// The media of this site that an item shows, links to or is.
struct MediaReferences: Sendable {
  /// Files of the uploads copy that are wanted, by their paths there.
  private(set) var found: Set<String> = []
  /// Media that no uploads copy has, by their addresses as the item writes them.
  private(set) var missing: Set<String> = []
  /// The addresses at which the site showed files of the uploads copy, as far as a web archive is to have them.
  private(set) var served: Set<ServedMedium> = []

  /// Adds what the tree of an item's content refers to.
  mutating func add(_ document: Document, _ links: ItemLinks, plan: RunPlan) {
    for node in document.descendants(of: document.root) where document.isElement(node) {
      switch document.tag(of: node) {
      case .a, .area: add(document.attribute(.href, of: node), links, plan: plan)
      case .img, .audio, .source, .embed, .iframe, .track:
        add(document.attribute(.src, of: node), links, plan: plan)
        if plan.uploads != nil { addSources(document, node, links, plan: plan) }
      case .video:
        add(document.attribute(.src, of: node), links, plan: plan)
        add(document.attribute("poster", of: node), links, plan: plan)
      case .object: add(document.attribute("data", of: node), links, plan: plan)
      default: continue
      }
    }
  }

  /// Adds a link, where it leads to a medium of this site.
  mutating func add(_ link: String?, _ links: ItemLinks, plan: RunPlan) {
    guard let link, case .medium(let medium) = links.target(of: link) else { return }
    if let medium = plan.served(medium, at: link, from: links.permalink) { served.insert(medium) }
    if let path = plan.uploads?.find(medium) {
      found.insert(path)
    } else {
      missing.insert(link)
    }
  }

  /// Keeps what is referred to out of the web archive.
  mutating func serveNone() { served = [] }

  /// Adds the pictures that an element offers for other widths: only those that are there, for no reader misses one.
  private mutating func addSources(_ document: Document, _ node: NodeID, _ links: ItemLinks, plan: RunPlan) {
    guard document.isElement(node, .img) || document.isElement(node, .source),
      let sources = document.attribute("srcset", of: node)
    else { return }
    for candidate in sources.split(separator: ",") {
      guard let link = candidate.split(whereSeparator: { $0.isWhitespace }).first.map(String.init),
        case .medium(let medium) = links.target(of: link),
        let medium = plan.served(medium, at: link, from: links.permalink)
      else { continue }
      served.insert(medium)
    }
  }
}
