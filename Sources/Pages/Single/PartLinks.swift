import HTML

/// The links between the parts of a post in parts (`<!--nextpage-->`), recognised by where they lead.
struct PartLinks {
  /// This part's number, from 1.
  let number: Int
  /// How many parts there are.
  let count: Int
  /// The address of the first part.
  let first: WebAddress
  /// What holds the links, and nothing else.
  let elements: [Int]

  /// Finds the links; nil where the page is no part of several.
  init?(in page: PageContext, address: WebAddress?) {
    guard let address else { return nil }
    let own = PostParts.number(in: address)
    let first = own == nil ? address : PostParts.first(of: address)
    let prefix = first.key
    var bare = first
    bare.query = nil
    let start = bare.key
    var numbers: [Int] = []
    var links: [Int] = []
    for link in page.tree.elements(.a, in: page.tree.all) {
      guard let key = page.key(ofLink: link), key.utf8.starts(with: start.utf8),
        let target = page.target(of: link), target.fragment == nil, key != prefix || own != nil
      else { continue }
      let number = PostParts.number(in: target)
      guard key == prefix || number != nil && PostParts.first(of: target).key == prefix else {
        continue
      }
      // The words are the number, alone or as in "Seite 2"; the title of the post is no such words.
      guard Int(page.text(link).filter(\.isNumber)) == number ?? 1 else { continue }
      numbers.append(number ?? 1)
      links.append(link)
    }
    guard let last = (numbers + [own ?? 1]).max(), last > 1, !links.isEmpty else { return nil }
    self.number = own ?? 1
    count = last
    self.first = first
    let texts = IndexSet(of: page.tree, matching: page.profile[.text])
    elements = Set(links.map { Self.holder(of: $0, in: page, below: texts) }).sorted()
  }

  private static let bounds: TagSet = [.body, .article, .main, .td]

  /// The outermost element around a link that holds little else than such links.
  private static func holder(of link: Int, in page: PageContext, below texts: IndexSet) -> Int {
    page.tree.chain(from: link).prefix {
      !texts.contains($0) && !page.tree.isOne($0, of: Self.bounds)
        && page.text($0).isAtMost(60)
    }
    .reduce(link) { $1 }
  }
}

/// The addresses of a post in parts: `/slug/2/`, `?p=12&page=2`.
enum PostParts {
  /// The part's number in the address, or nil.
  static func number(in address: WebAddress) -> Int? {
    if let page = address.parameter("page").flatMap({ Int($0) }) { return page }
    guard let last = address.segments.last, let number = Int(last), (2...999).contains(number),
      last.count < 4,
      address.segments.count > 1
    else { return nil }
    return number
  }

  /// The address without the part's number.
  static func first(of address: WebAddress) -> WebAddress {
    var first = address
    if address.parameter("page") != nil {
      let others = (address.query ?? "").split(separator: "&").filter { !$0.hasPrefix("page=") }
      first.query = others.joined(separator: "&")
      return first
    }
    let parts = address.path.split(separator: "/").dropLast()
    first.path = "/" + parts.joined(separator: "/") + (address.path.hasSuffix("/") ? "/" : "")
    return first
  }
}
