internal import Bytes
internal import Model
internal import WARC

/// The addresses that a WordPress site answers to beside its permalinks.
struct SiteAddresses: Sendable {
  /// The site's address with a slash at its end.
  let home: String
  /// Scheme and host, without a slash at the end.
  private let root: String

  /// The addresses of a site; nil where it has none on the web.
  init?(_ address: String) {
    guard address.hasPrefix("http") else { return nil }
    let home = address.hasSuffix("/") ? address : address + "/"
    self.home = home
    root = home.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(
      separator: "/")
  }

  /// The addresses that name an item by its id alone, as WordPress redirects them to the permalink.
  func shortLinks(of item: Item) -> [String] {
    guard let id = item.id, let number = Int(id), number != 0 else { return [] }
    var links: [String] = []
    switch item.effectiveType {
    case "attachment": links.append("\(home)?attachment_id=\(id)")
    case "page": links.append("\(home)?page_id=\(id)")
    default: break
    }
    links.append("\(home)?p=\(id)")
    // A post type of a plugin's is named in its identifier, such as `?post_type=projekt&p=88`.
    if let guid = item.guid, guid.hasPrefix(home),
      guid.utf8.dropFirst(home.utf8.count).first == UInt8(ascii: "?"),
      !links.contains(guid), !guid.contains("preview=")
    {
      links.append(guid.replacing("&#038;", with: "&").replacing("&amp;", with: "&"))
    }
    return links
  }

  /// A link of this site with scheme and host before it; `permalink` is the page it stands on.
  func absolute(_ link: String, from permalink: String) -> String {
    if link.hasPrefix("//") { return home.prefix { $0 != "/" } + link }
    if link.hasPrefix("http:") || link.hasPrefix("https:") { return link }
    if link.hasPrefix("/") { return root + link }
    let page = permalink.hasPrefix("http") ? permalink : home
    guard let slash = page.lastIndex(of: "/") else { return home + link }
    return page[...slash] + link
  }

  /// The address of a file of the uploads, by its path there.
  func upload(_ path: String) -> String { "\(home)wp-content/uploads/\(path)" }

  /// An address of this site without scheme and host, as pages of the site may name it.
  func short(_ address: String) -> String {
    let length = root.utf8.count
    guard address.utf8.count > length, address.utf8.span.hasPrefix(root.utf8.span) else { return address }
    return String(Substring(address.utf8.dropFirst(length)))
  }
}
