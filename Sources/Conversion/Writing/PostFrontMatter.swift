internal import Bytes
internal import Model

/// The YAML front matter of an item's Markdown: what a reader or generator needs; no e-mail, no IP address.
enum PostFrontMatter {
  static func bytes(of item: Item, featuredImage: String?, site: SiteFacts) -> [UInt8] {
    var yaml = Array("---\n".utf8)
    func line(_ key: String, _ value: [UInt8]) {
      yaml.append(contentsOf: "\(key): ".utf8)
      yaml.append(contentsOf: value)
      yaml.append(UInt8(ascii: "\n"))
    }
    func text(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { line(key, quoted(value)) }
    }
    func list(_ key: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      line(key, [UInt8(ascii: "[")] + values.map(quoted).joined(separator: ", ".utf8) + [UInt8(ascii: "]")])
    }
    line("title", quoted(item.title ?? ""))
    text("kicker", item.kicker)
    text("date", ZonedDate.iso8601(local: item.date, gmt: item.dateGMT))
    text("modified", ZonedDate.iso8601(local: item.modified, gmt: item.modifiedGMT))
    text("author", site.authorName(item.creator))
    text("slug", item.slug)
    text("link", item.link)
    list("categories", item.terms.filter { $0.taxonomy == "category" }.map(\.name))
    list("tags", item.terms.filter { $0.taxonomy == "post_tag" }.map(\.name))
    text("type", item.effectiveType)
    text("status", item.effectiveStatus)
    if let id = item.id, !id.isEmpty { line("id", Int(id).map { Array(String($0).utf8) } ?? quoted(id)) }
    text("excerpt", item.excerpt)
    text("featured_image", featuredImage)
    return yaml + Array("---\n\n".utf8)
  }

  /// A YAML double-quoted scalar (YAML 1.2.2, section 7.3.1); JSON's strings are a part of these.
  private static func quoted(_ text: String) -> [UInt8] {
    var json = JSONText(capacity: text.utf8.count + 8)
    json.string(text)
    return json.bytes
  }
}
