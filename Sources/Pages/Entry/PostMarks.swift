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
    id = Self.id(of: element, in: tree)
    let classes = tree.classes(of: element)
    let isPostClass = classes.contains {
      $0.elementsEqual("hentry".utf8) || $0.starts(with: "type-".utf8)
        || Self.number($0, after: "post-") != nil
    }
    for name in classes {
      if name.elementsEqual("sticky".utf8) { isSticky = true } else if isPostClass { read(name) }
    }
  }

  /// The post's id alone: from the element's id, its classes, or the id of a heading in it, as Kubrick writes it.
  static func id(of element: Int, in tree: PageTree) -> String? {
    if let name = tree.bytes(.id, of: element), let id = number(name, after: "post-") { return id }
    for name in tree.classes(of: element) {
      if let id = number(name, after: "post-") { return id }
    }
    for inner in tree.identifiedElements(in: tree.inside(element)) where tree.isOne(inner, of: .titles) {
      if let name = tree.bytes(.id, of: inner), let id = number(name, after: "post-") { return id }
    }
    return nil
  }

  private mutating func read(_ name: ArraySlice<UInt8>) {
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

  private static func rest(_ name: ArraySlice<UInt8>, after prefix: String) -> String? {
    guard name.count > prefix.utf8.count, name.starts(with: prefix.utf8) else { return nil }
    return String(decoding: name.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// The digits after `prefix`, where there is nothing else.
  static func number(_ name: ArraySlice<UInt8>, after prefix: String) -> String? {
    let digits = name.dropFirst(prefix.utf8.count)
    guard !digits.isEmpty, name.starts(with: prefix.utf8),
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}
