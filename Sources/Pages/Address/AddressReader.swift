import HTML
import Model

/// Gathers everything that tells a page's own address, and settles on the most trustworthy.
struct AddressReader {
  let document: Document
  let source: PageSource
  private(set) var evidence: [Evidence] = []
  private(set) var saved: SavedFrom?

  /// Head elements by what they are; read once.
  private var links: [(relation: Set<String>, address: String, offset: Int?)] = []
  private var properties: [String: (value: String, offset: Int?)] = [:]

  init(document: Document, source: PageSource) {
    self.document = document
    self.source = source
    readHead()
    gather()
  }

  /// The page's address, where anything tells it.
  var address: WebAddress? {
    evidence.lazy.compactMap { WebAddress($0.value) }.first.map { MirrorPath.restored($0).withoutFragment }
  }

  /// What relative references are resolved against: the place the page was saved from, not what it calls itself.
  var base: WebAddress? {
    let place = evidence.first { Self.places.contains($0.source) }
    let known = place.flatMap { WebAddress($0.value) } ?? address ?? source.baseURL.flatMap { WebAddress($0) }
    let own = baseElement
    return own.flatMap { known?.resolving($0) ?? WebAddress($0) } ?? known
  }

  private static let places: Set<String> = ["record", "saved-from", "httrack", "singlefile", "mirror-path"]

  private var baseElement: String? {
    document.descendants(of: document.root).lazy.prefix { !document.isElement($0, .body) }
      .first { document.isElement($0, .base) }.flatMap { document.attribute(.href, of: $0) }
  }

  private mutating func gather() {
    if let address = source.address { add("record", address) }
    if let saved, saved.tool != "httrack" {
      add(saved.tool == "browser" ? "saved-from" : saved.tool, saved.address)
    }
    let mirrored = source.path.flatMap { MirrorPath.address(ofFile: $0) }
    if let saved, saved.tool == "httrack", let own = WebAddress(saved.address) {
      add("httrack", corrected(own))
    }
    for link in links where link.relation.contains("canonical") {
      add("canonical", link.address, link.offset)
    }
    if let own = properties["og:url"] { add("og:url", own.value, own.offset) }
    if let mirrored { add("mirror-path", corrected(mirrored)) }
    for link in links where link.relation.contains("alternate") { readAlternate(link.address, link.offset) }
    for link in links where link.relation.contains("shortlink") {
      add("shortlink", link.address, link.offset)
    }
    if evidence.isEmpty, let base = source.baseURL.flatMap({ WebAddress($0) }) {
      let address = source.path.flatMap { base.resolving($0) }.map { MirrorPath.restored($0) }
      add("base-url", (address ?? base).description)
    }
  }

  private mutating func add(_ source: String, _ value: String, _ offset: Int? = nil) {
    guard WebAddress(value) != nil else { return }
    evidence.append(
      Evidence(source: source, value: value.trimmed, offset: offset.map { $0 + self.source.offset }))
  }

  /// An address whose scheme the tool did not note, with the one that the page uses for the same host.
  private func corrected(_ address: WebAddress) -> String {
    var address = address
    if usesTLS(address.host) { address.scheme = "https" }
    return address.description
  }

  private static let oembed = PhraseTable(["/oembed/"])
  private static let api = PhraseTable(["/wp-json/wp/v2/"])
  private static let addressed: [AttributeName] = [.href, .src, .content, .action, .value]

  /// Whether the page speaks of the host by `https`.
  private func usesTLS(_ host: String) -> Bool {
    let prefix = Array("https://\(host)".utf8)
    for node in document.descendants(of: document.root) where document.isElement(node) {
      for name in Self.addressed {
        if let value = document.attributeBytes(name, of: node), value.starts(with: prefix) {
          return true
        }
      }
    }
    return false
  }

  /// The comments' feed of a post is its address and `feed/`; the oEmbed link carries the address as a parameter.
  private mutating func readAlternate(_ reference: String, _ offset: Int?) {
    guard let address = WebAddress(reference) else { return }
    if Self.oembed.stands(in: address.path.utf8), let own = address.parameter("url") {
      add("oembed", own, offset)
    } else if address.path.hasSuffix("/feed/"), address.segments.count > 1,
      address.segments.first != "comments"
    {
      var own = address
      own.path = String(address.path.dropLast("feed/".count))
      add("feed", own.description, offset)
    }
  }

  private mutating func readHead() {
    for node in document.descendants(of: document.root) {
      switch document.kind(of: node) {
      case .comment:
        if saved == nil { saved = SavedFrom(comment: document.text(of: node)) }
      case .element:
        if document.isElement(node, .body) { return }
        readElement(node)
      default: break
      }
    }
  }

  private mutating func readElement(_ node: NodeID) {
    let offset = document.sourceOffset(of: node)
    if document.isElement(node, .link), let address = document.attribute(.href, of: node),
      let relation = document.attribute(.rel, of: node)
    {
      let words = relation.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      links.append((Set(words), address, offset))
    } else if document.isElement(node, .meta), let value = document.attribute(.content, of: node),
      let name = document.attribute(.property, of: node) ?? document.attribute(.name, of: node)
    {
      if properties[name.lowercased()] == nil { properties[name.lowercased()] = (value, offset) }
    }
  }

  /// The address of the page's own data in WordPress's API.
  var data: WebAddress? {
    links.lazy.filter { $0.relation.contains("alternate") && Self.api.stands(in: $0.address.utf8) }
      .compactMap { WebAddress($0.address) }.first
  }

  /// A property of the head, such as `og:site_name` or `generator`.
  func property(_ name: String) -> String? { properties[name]?.value }

  /// The address of the head's first link of that relation.
  func link(_ relation: String) -> String? { links.first { $0.relation.contains(relation) }?.address }
}
