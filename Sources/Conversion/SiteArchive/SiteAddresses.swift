internal import Bytes
internal import Model
internal import WARC

/// The addresses that a WordPress site answers to beside its permalinks.
struct SiteAddresses: Sendable {
  /// The site's address with a slash at its end.
  let home: String

  /// The addresses of a site; nil where it has none on the web.
  init?(_ address: String) {
    guard address.hasPrefix("http") else { return nil }
    home = address.hasSuffix("/") ? address : address + "/"
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
    if let guid = item.guid, guid.hasPrefix(home), guid.dropFirst(home.count).first == "?",
      !guid.contains("preview=")
    {
      links.append(guid.replacing("&#038;", with: "&").replacing("&amp;", with: "&"))
    }
    return links
  }
}
