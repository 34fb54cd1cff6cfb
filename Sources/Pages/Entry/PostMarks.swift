import HTML
import Model

/// What WordPress's `post_class()` and an element's id tell about a post: `post-9 type-post status-publish
/// format-aside category-kultur tag-sommer sticky`.
struct PostMarks {
  /// The post's id.
  var id: String?
  var type: String?
  var status: String?
  var format: String?
  var isSticky = false
  /// Taxonomies and slugs, in order.
  var terms: [(taxonomy: String, slug: String)] = []

  init(of element: Int, in tree: PageTree) {
    if let name = tree.attribute("id", of: element) { id = Self.number(name, after: "post-") }
    let classes = tree.classes(of: element)
    let isPostClass = classes.contains {
      $0 == "hentry" || $0.hasPrefix("type-") || Self.number($0, after: "post-") != nil
    }
    for name in classes {
      if let number = Self.number(name, after: "post-") {
        id = id ?? number
      } else if name == "sticky" {
        isSticky = true
      } else if isPostClass {
        read(name)
      }
    }
    if id == nil { id = idOfHeading(in: element, tree) }
  }

  private mutating func read(_ name: String) {
    if let type = Self.rest(name, after: "type-") {
      self.type = type
    } else if let status = Self.rest(name, after: "status-") {
      self.status = status
    } else if let format = Self.rest(name, after: "format-") {
      if format != "standard" { self.format = format }
    } else if let slug = Self.rest(name, after: "category-") {
      terms.append(("category", slug))
    } else if let slug = Self.rest(name, after: "tag-") {
      terms.append(("post_tag", slug))
    }
  }

  /// Kubrick gives the id to the heading: `<h3 id="post-9">`.
  private func idOfHeading(in element: Int, _ tree: PageTree) -> String? {
    for inner in tree.inside(element) where tree.isOne(inner, of: [.h1, .h2, .h3, .h4]) {
      if let name = tree.attribute("id", of: inner), let id = Self.number(name, after: "post-") { return id }
    }
    return nil
  }

  private static func rest(_ name: String, after prefix: String) -> String? {
    name.hasPrefix(prefix) && name.count > prefix.count ? String(name.dropFirst(prefix.count)) : nil
  }

  private static func number(_ name: String, after prefix: String) -> String? {
    rest(name, after: prefix).flatMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? $0 : nil }
  }
}
