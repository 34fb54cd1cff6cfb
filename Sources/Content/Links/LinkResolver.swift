internal import Bytes

/// What a link resolver may ask about the site's items.
public protocol LinkLookup: Sendable {
  /// Whether the export has an item of that id.
  func hasItem(_ id: String) -> Bool
  /// The item whose permalink has that path, in the form of ``LinkResolver/key(ofLink:)``, or nil.
  func itemID(atPath path: String) -> String?
  /// The item that once had that slug (`_wp_old_slug`), in the form of ``LinkResolver/key(ofSlug:)``, or nil.
  func itemID(ofOldSlug slug: String) -> String?
  /// The attachment whose file is at that path below the uploads, percent-decoded, or nil.
  func attachmentID(ofUpload path: String) -> String?
}

/// Tells where a link leads, in whatever form it is written.
///
/// A pure function of the site's addresses and what a ``LinkLookup`` knows: nothing is fetched.
public struct LinkResolver: Sendable {
  private let hosts: Set<String>
  /// The same hosts as bytes.
  private let hostBytes: [[UInt8]]
  /// The paths below which the site lies, without slashes at their ends; the longest first.
  private let bases: [String]
  private let lookup: any LinkLookup

  /// Makes a resolver for the site at those addresses: its home, and where it has another, its WordPress address.
  public init(homes: [String], lookup: some LinkLookup) {
    let addresses = homes.map { WebAddress($0) }
    hosts = Set(addresses.compactMap(\.host))
    hostBytes = hosts.filter { !$0.isEmpty }.map { Array($0.utf8) }
    bases = Set(addresses.map { WebAddress.key(ofPath: $0.path) }).sorted { $0.utf8.count > $1.utf8.count }
    self.lookup = lookup
  }

  /// The form by which paths are compared: of a permalink of this site, the path below the site's home.
  ///
  /// Empty for the home itself and for permalinks that name only an id, such as `?p=3`; nil for other sites.
  public func key(ofLink link: String) -> String? {
    if let key = plainKey(of: link.utf8.span) { return pathBelowHome(key) }
    let address = WebAddress(link)
    guard let host = address.host, hosts.contains(host) else { return nil }
    return pathBelowHome(WebAddress.key(ofPath: address.path))
  }

  /// The form by which slugs are compared: percent-encoding decoded, letters composed.
  public static func key(ofSlug slug: String) -> String { WebAddress.key(ofPath: slug) }

  /// The path below `wp-content/uploads/` of an address of this site, percent-decoded, or nil.
  public func uploadPath(of link: String) -> String? {
    let key =
      plainKey(of: link.utf8.span).map { pathBelowHome($0) } ?? ownPath(of: WebAddress(link), from: nil)
    return key.flatMap { Self.uploadPath(inKey: $0) }
  }

  /// Where `link` leads.
  ///
  /// `page` is the permalink of the item it stands in, against which relative links are resolved.
  public func target(of link: String, from page: String? = nil) -> LinkTarget {
    if let key = plainKey(of: link.utf8.span) {
      guard let path = pathBelowHome(key) else { return .external }
      return medium(atPath: path) ?? place(atPath: path, fragment: nil, isPlain: true)
    }
    if let id = shortLinkID(in: link.utf8.span) {
      return lookup.hasItem(id) ? .item(id: id, fragment: nil) : .site(path: "")
    }
    let address = WebAddress(link)
    if address.scheme == nil, address.host == nil, address.path.isEmpty, address.query == nil {
      return .samePage(fragment: address.fragment ?? "")
    }
    guard let path = ownPath(of: address, from: page) else { return .external }
    if let medium = medium(atPath: path) { return medium }
    let fragment = address.fragment.flatMap { $0.isEmpty ? nil : $0 }
    let parameters = address.parameters
    for parameter in parameters {
      switch parameter.name {
      case "p", "page_id", "attachment_id":
        if lookup.hasItem(parameter.value) { return .item(id: parameter.value, fragment: fragment) }
      default: continue
      }
    }
    return place(
      atPath: path, fragment: fragment, isPlain: parameters.allSatisfy { $0.name.hasPrefix("utm_") })
  }

  /// The medium at a path of this site, or nil where the path does not lead to the uploads.
  private func medium(atPath path: String) -> LinkTarget? {
    Self.uploadPath(inKey: path).map { .medium(MediumPath($0) { lookup.attachmentID(ofUpload: $0) }) }
  }

  /// What stands at a path of this site; `isPlain` says that no query asks for something else there.
  private func place(atPath path: String, fragment: String?, isPlain: Bool) -> LinkTarget {
    if let id = itemID(atPath: path) { return .item(id: id, fragment: fragment) }
    return path.isEmpty && isPlain ? .home(fragment: fragment) : .site(path: path)
  }

  /// The key of the path of a link written out in full, without query, fragment and escapes, to one of the site's
  /// hosts, as most links to a site's own posts and pictures are; nil for others.
  private func plainKey(of link: Span<UInt8>) -> String? {
    var start = link.hasBytes("https://", at: 0) ? 8 : link.hasBytes("http://", at: 0) ? 7 : 0
    guard start > 0 else { return nil }
    if link.hasBytes("www.", at: start) { start += 4 }
    for host in hostBytes where link.hasBytes(host, at: start) {
      let end = start + host.count
      guard end == link.count || link[end] == UInt8(ascii: "/") else { continue }
      return WebAddress.plainKey(of: link, from: end, isWholeLink: true)
    }
    return nil
  }

  /// The id in a short link as WordPress makes them, such as `https://qm-musterkiez.example/?p=3`; nil for others.
  private func shortLinkID(in link: Span<UInt8>) -> String? {
    guard let mark = link.firstIndex(of: UInt8(ascii: "?")), link.hasBytes("p=", at: mark + 1),
      mark + 3 < link.count, let key = plainKey(of: link.extracting(..<mark)), pathBelowHome(key) == ""
    else { return nil }
    for index in mark + 3..<link.count where !isDigit(link[index]) { return nil }
    return String(decoding: link.extracting((mark + 3)...))
  }

  /// The path below this site's home of an address, compared with the page it stands on; nil for other sites.
  private func ownPath(of address: WebAddress, from page: String?) -> String? {
    if let scheme = address.scheme, scheme != "http", scheme != "https" { return nil }
    if let host = address.host {
      if hosts.contains(host) { return pathBelowHome(WebAddress.key(ofPath: address.path)) }
      return photonPath(of: address, host: host)
    }
    if address.scheme != nil { return nil }
    if address.path.hasPrefix("/") { return pathBelowHome(WebAddress.key(ofPath: address.path)) }
    guard let page else { return pathBelowHome(WebAddress.key(ofPath: address.path)) }
    let base = WebAddress(page)
    if address.path.isEmpty { return pathBelowHome(WebAddress.key(ofPath: base.path)) }
    let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
    return pathBelowHome(WebAddress.key(ofPath: folder + address.path))
  }

  /// Jetpack serves a site's pictures from `i0.wp.com/HOST/PATH`.
  private func photonPath(of address: WebAddress, host: String) -> String? {
    guard ["i0.wp.com", "i1.wp.com", "i2.wp.com", "i3.wp.com"].contains(host) else { return nil }
    let inner = WebAddress("//" + address.path.drop { $0 == "/" })
    guard let host = inner.host, hosts.contains(host) else { return nil }
    return pathBelowHome(WebAddress.key(ofPath: inner.path))
  }

  /// A path's form for comparison, without the path of the site's home before it.
  private func pathBelowHome(_ key: String) -> String? {
    for base in bases {
      if base.isEmpty || key == base { return base.isEmpty ? Self.withoutIndex(key) : "" }
      if key.hasPrefix(base + "/") { return Self.withoutIndex(String(key.dropFirst(base.count + 1))) }
    }
    return nil
  }

  /// Permalinks may go through `index.php`.
  private static func withoutIndex(_ key: String) -> String {
    guard key.utf8.first == UInt8(ascii: "i") else { return key }
    if key == "index.php" { return "" }
    return key.hasPrefix("index.php/") ? String(key.dropFirst(10)) : key
  }

  private static func uploadPath(inKey key: String) -> String? {
    let bytes = key.utf8.span
    for folder: StaticString in ["wp-content/uploads/", "wp-content/blogs.dir/"]
    where bytes.hasBytes(folder, at: 0) {
      return String(decoding: bytes.extracting(droppingFirst: folder.utf8CodeUnitCount))
    }
    return nil
  }

  /// The item at a path: by its permalink, without what WordPress adds behind one, or by an old slug.
  private func itemID(atPath path: String) -> String? {
    guard !path.isEmpty else { return nil }
    if let id = lookup.itemID(atPath: path) { return id }
    var segments = path.split(separator: "/").map(String.init)
    while segments.count > 1, let last = segments.last, Self.isAddition(last) {
      segments.removeLast()
      if let id = lookup.itemID(atPath: segments.joined(separator: "/")) { return id }
    }
    return segments.last.flatMap { lookup.itemID(ofOldSlug: $0) }
  }

  /// Whether WordPress adds such a segment behind a permalink: a page's number, a feed and the like.
  private static func isAddition(_ segment: String) -> Bool {
    if !segment.isEmpty, segment.utf8.count < 4, segment.utf8.allSatisfy(isDigit) { return true }
    return ["page", "feed", "rss", "rss2", "atom", "amp", "trackback", "embed"].contains(segment)
      || segment.hasPrefix("comment-page-")
  }
}
