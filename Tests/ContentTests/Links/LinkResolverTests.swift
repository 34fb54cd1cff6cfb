import Testing

@testable import Content

struct LinkResolverTests {
  private struct Links: LinkLookup {
    var paths = ["2019/05/garten": "1", "über-uns": "2", "über-uns/team": "3", "a&b": "4"]
    var uploads = [
      "2019/05/bild.jpg": "11", "2020/01/gross-scaled.jpg": "12", "2020/01/plan-20x10.png": "13",
    ]

    func hasItem(_ id: String) -> Bool { paths.values.contains(id) || uploads.values.contains(id) }
    func itemID(atPath path: String) -> String? { paths[path] }
    func itemID(ofOldSlug slug: String) -> String? { slug == "alter-garten" ? "1" : nil }
    func attachmentID(ofUpload path: String) -> String? { uploads[path] }
  }

  private let resolver = LinkResolver(homes: ["https://qm-musterkiez.example"], lookup: Links())
  private let page = "https://qm-musterkiez.example/2019/05/garten/"

  private static let garden = LinkTarget.item(id: "1", fragment: nil)

  @Test(arguments: [
    ("https://qm-musterkiez.example/2019/05/garten/", garden),
    ("http://www.qm-musterkiez.example/2019/05/garten", garden),
    ("//qm-musterkiez.example:443/2019/05//garten/", garden),
    (" /2019/05/garten/ ", garden),
    ("HTTPS://QM-Musterkiez.example/2019/05/garten/#respond", .item(id: "1", fragment: "respond")),
    ("../garten/", garden),
    ("?p=1", garden),
    ("/?page_id=2#a", .item(id: "2", fragment: "a")),
    ("/?attachment_id=11", .item(id: "11", fragment: nil)),
    ("https://qm-musterkiez.example/index.php/2019/05/garten/", garden),
    ("/2019/05/garten/2/", garden),
    ("/2019/05/garten/feed/", garden),
    ("/2019/05/garten/?utm_source=x", garden),
    ("/2018/01/alter-garten/", garden),
    ("/%C3%BCber-uns/", .item(id: "2", fragment: nil)),
    ("/u\u{0308}ber-uns/team", .item(id: "3", fragment: nil)),
    ("/%c3%bcber-uns/team/", .item(id: "3", fragment: nil)),
    ("#top", .samePage(fragment: "top")),
    ("https://qm-musterkiez.example", .home(fragment: nil)),
    ("/", .home(fragment: nil)),
    ("/category/aktuelles/", .site(path: "category/aktuelles")),
    ("/?s=suche", .site(path: "")),
    ("https://other.example/2019/05/garten/", .external),
    ("mailto:info@qm-musterkiez.example", .external),
    ("tel:+4930123", .external),
    ("data:image/png;base64,AAAA", .external),
    ("javascript:void(0)", .external),
  ]) func `A link is known in every form`(link: String, target: LinkTarget) {
    #expect(resolver.target(of: link, from: page) == target)
  }

  @Test(arguments: [
    ("/wp-content/uploads/2019/05/bild.jpg", "11", "2019/05/bild.jpg"),
    ("/wp-content/uploads/2019/05/bild-300x225.jpg", "11", "2019/05/bild.jpg"),
    ("/wp-content/uploads/2019/05/bild-e1700000000000-300x225.jpg", "11", "2019/05/bild.jpg"),
    ("/wp-content/uploads/2020/01/gross-scaled.jpg", "12", "2020/01/gross.jpg"),
    ("/wp-content/uploads/2020/01/gross-1024x768.jpg", "12", "2020/01/gross.jpg"),
    ("/wp-content/uploads/2020/01/gross.jpg", "12", "2020/01/gross.jpg"),
    ("/wp-content/uploads/2020/01/plan-20x10.png", "13", "2020/01/plan-20x10.png"),
    (
      "https://i0.wp.com/qm-musterkiez.example/wp-content/uploads/2019/05/bild.jpg?resize=3%2C4", "11",
      "2019/05/bild.jpg"
    ),
    ("/wp-content/uploads/2019/05/Bild%20eins.pdf", nil, "2019/05/Bild eins.pdf"),
  ]) func `A medium is known by each of its sizes`(link: String, id: String?, original: String) {
    guard case .medium(let medium) = resolver.target(of: link) else {
      Issue.record("no medium: \(link)")
      return
    }
    #expect(medium.attachmentID == id)
    #expect(medium.candidates.first == original)
    #expect(medium.candidates.contains(medium.path))
  }

  @Test func `A site in a folder does not own its neighbours`() {
    let resolver = LinkResolver(homes: ["https://a.example/blog/"], lookup: Links())
    #expect(resolver.target(of: "https://a.example/blog/2019/05/garten/") == Self.garden)
    #expect(resolver.target(of: "https://a.example/2019/05/garten/") == .external)
    #expect(resolver.target(of: "https://a.example/blogs/2019/05/garten/") == .external)
    #expect(resolver.key(ofLink: "https://a.example/blog/x/") == "x")
  }

  @Test func `An international host is the same in both its forms`() {
    let resolver = LinkResolver(homes: ["https://xn--mnchen-3ya.example"], lookup: Links())
    #expect(resolver.target(of: "https://münchen.example/2019/05/garten/") == Self.garden)
    #expect(resolver.target(of: "https://MÜNCHEN.example/2019/05/garten/") == Self.garden)
    #expect(Punycode.decode(label: "xn--n3h") == "☃")
    #expect(Punycode.decode(label: "xn--99999999") == "xn--99999999")
  }
}
