/// Words that lead somewhere.
public struct PageLink: Sendable, Hashable {
  /// The words, plain.
  public var text: String
  /// The address; nil for words that lead nowhere.
  public var url: String?

  /// Makes a link.
  public init(_ text: String, url: String? = nil) {
    self.text = text
    self.url = url
  }
}

extension HTMLText {
  /// Appends a link, or its words alone where it leads nowhere.
  mutating func link(_ link: PageLink, attributes: String = "") {
    guard let url = link.url else { return text(link.text) }
    raw("<a href=\"")
    text(url)
    raw("\"")
    raw(attributes)
    raw(">")
    text(link.text)
    raw("</a>")
  }

  /// Appends links, a comma between them.
  mutating func links(_ links: [PageLink]) {
    for (place, link) in links.enumerated() {
      if place > 0 { raw(", ") }
      self.link(link)
    }
  }

  /// Appends links as a list.
  mutating func list(_ links: [PageLink]) {
    raw("<ul>\n")
    for link in links {
      raw("<li>")
      self.link(link)
      raw("</li>\n")
    }
    raw("</ul>\n")
  }
}
