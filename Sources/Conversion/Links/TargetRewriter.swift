internal import Content
internal import Markdown
internal import Synchronization

/// Gives the links of one Markdown file their new targets: other files of the package, and media beside it.
final class TargetRewriter: Sendable {
  private let lookup: SourceLookup
  /// The file the links stand in, from the package's root.
  private let file: String
  private let links: ItemLinks
  /// What was written for a link before: the writer and its check ask for each.
  private let known = Mutex<[String: String]>([:])

  /// Makes the rewriter of an item's links; `file` is where they stand, from the package's root.
  init(lookup: SourceLookup, file: String, links: ItemLinks) {
    self.lookup = lookup
    self.file = file
    self.links = links
  }

  /// What to write instead of `link`.
  func target(of link: String) -> String {
    known.withLock { $0.value(of: link) { newTarget(of: link) } }
  }

  private var plan: RunPlan { lookup.plan }

  private func newTarget(of link: String) -> String {
    switch links.target(of: link) {
    case .item(let id, let fragment):
      guard let index = Int(id).flatMap({ plan.catalogue.index(ofID: $0) }) else { return absolute(link) }
      if let target = target(ofItem: index) { return target + Self.suffix(fragment) }
      return medium(ofAttachment: id) ?? absolute(link)
    case .medium(let medium):
      return plan.uploads?.find(medium).map(reference) ?? absolute(link)
    case .home, .site: return absolute(link)
    case .samePage, .external: return link
    }
  }

  /// Where an item's text is; nil where none of it is written.
  func target(ofItem index: Catalogue.Index) -> String? {
    guard let path = plan.catalogue.path(of: index) else { return nil }
    if plan.preset.keepsPermalinks,
      let link = lookup.item(String(plan.catalogue.entries[index].id))?.link
    {
      return sitePath(link)
    }
    return RelativePath.reference(from: file, to: plan.layout.markdown + path)
  }

  /// The medium that an attachment's own page showed: that page is not written, its file may be there.
  private func medium(ofAttachment id: String) -> String? {
    guard let url = lookup.attachment(id)?.url,
      case .medium(let medium) = plan.links.target(of: url)
    else { return nil }
    return plan.uploads?.find(medium).map(reference)
  }

  /// The reference to a file that is kept, by its path below the uploads.
  private func reference(toMedium path: String) -> String {
    let path = Uploads.packagePath(path)
    guard let address = plan.preset.mediaURL else {
      return RelativePath.reference(from: file, to: plan.layout.media + path)
    }
    return address
      + path.split(separator: "/").map { RelativePath.encoded(String($0)) }.joined(separator: "/")
  }

  /// A permalink without scheme and host: where the built site has the post again.
  private func sitePath(_ link: String) -> String {
    guard let colon = link.firstIndex(of: ":"), link[colon...].hasPrefix("://") else { return link }
    let rest = link[colon...].dropFirst(3)
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  private static func suffix(_ fragment: String?) -> String { fragment.map { "#\($0)" } ?? "" }

  /// A link into the old site with the site's address before it: outside the site a path alone leads nowhere.
  private func absolute(_ link: String) -> String {
    let address = plan.site.address
    guard address.hasPrefix("http") else { return link }
    if link.hasPrefix("//") { return address.prefix { $0 != "/" } + link }
    if link.hasPrefix("http:") || link.hasPrefix("https:") { return link }
    guard link.hasPrefix("/") else { return "\(permalinkFolder)\(link)" }
    let host = address.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//")
    return host + link
  }

  private var permalinkFolder: String {
    guard let slash = links.permalink.lastIndex(of: "/") else { return plan.site.address + "/" }
    return String(links.permalink[...slash])
  }
}
