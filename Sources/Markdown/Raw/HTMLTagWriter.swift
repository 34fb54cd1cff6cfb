internal import HTML

/// Writes tags with those of their attributes that say something about the content: no styles, no scripts, no tracking.
struct HTMLTagWriter {
  let document: Document
  let options: MarkdownOptions

  private static let allowed: Set<String> = [
    "abbr", "action", "align", "allow", "allowfullscreen", "alt", "checked", "cite", "cols", "colspan",
    "controls",
    "coords", "data", "datetime", "default", "dir", "disabled", "download", "for", "headers", "height",
    "href",
    "hreflang", "id", "itemprop", "kind", "label", "lang", "loop", "max", "maxlength", "method", "min",
    "multiple", "muted", "name", "open", "placeholder", "poster", "preload", "readonly", "required",
    "reversed",
    "rows", "rowspan", "scope", "selected", "shape", "size", "span", "src", "srclang", "start", "step",
    "title",
    "type", "usemap", "valign", "value", "width",
  ]
  /// Attributes that say something by being there.
  private static let flags: Set<String> = [
    "allowfullscreen", "checked", "controls", "default", "disabled", "download", "loop", "multiple", "muted",
    "open",
    "readonly", "required", "reversed", "selected",
  ]
  private static let meaningfulWhenEmpty: Set<String> = ["alt", "href", "src", "value"]
  /// Attributes that hold a target, and what it is used for.
  private static let targets: [String: TargetRole] = [
    "href": .link, "action": .link, "cite": .link, "src": .media, "poster": .image, "data": .media,
    "xlink:href": .link,
  ]

  /// The element's opening tag.
  func opening(of node: NodeID) -> [UInt8] {
    var tag: [UInt8] = [UInt8(ascii: "<")]
    tag.append(contentsOf: name(of: node).utf8)
    for (name, value) in document.attributes(of: node) {
      guard let written = written(name, value, of: node) else { continue }
      let isFlag = Self.flags.contains(name)
      if value.isEmpty, !isFlag, !Self.meaningfulWhenEmpty.contains(name) { continue }
      tag.append(0x20)
      tag.append(contentsOf: name.utf8)
      if isFlag, value.isEmpty { continue }
      tag.append(contentsOf: "=\"".utf8)
      Self.escapeAttribute(written, to: &tag)
      tag.append(UInt8(ascii: "\""))
    }
    // What a style sheet says of a list's letters is no matter of looks.
    if document.isElement(node, .ol), !document.hasAttribute("type", of: node),
      let letters = ListNumbering.letters(of: node, in: document)
    {
      tag.append(contentsOf: " type=\"\(letters)\"".utf8)
    }
    tag.append(UInt8(ascii: ">"))
    return tag
  }

  /// The element's closing tag; empty for elements that have none.
  func closing(of node: NodeID) -> [UInt8] {
    if document.namespace(of: node) == .html, document.tag(of: node).isVoid { return [] }
    return Array("</\(name(of: node))>".utf8)
  }

  /// The element's name; those whose text cannot be escaped become the one that looks the same.
  private func name(of node: NodeID) -> String {
    document.isElement(node, .xmp) || document.isElement(node, .plaintext) ? "pre" : document.name(of: node)
  }

  /// The value to write, or nil where the attribute is left out.
  private func written(_ name: String, _ value: String, of node: NodeID) -> [UInt8]? {
    let isForeign = document.namespace(of: node) != .html
    guard isForeign ? isAllowedInDrawing(name) : Self.allowed.contains(name) else { return nil }
    guard var role = Self.targets[name] else { return Array(value.utf8) }
    if document.isElement(node, .img) { role = .image }
    return document.attributeBytes(name, of: node).flatMap { LinkTarget.read($0, as: role, options) }
  }

  private func isAllowedInDrawing(_ name: String) -> Bool {
    // A name with anything else in it could not be written back.
    !name.hasPrefix("on") && name != "style"
      && name.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
      }
  }

  static func escapeAttribute(_ value: [UInt8], to output: inout [UInt8]) {
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      // A bar would end a table's cell, a newline might end an HTML block.
      case UInt8(ascii: "|"): output.append(contentsOf: "&#124;".utf8)
      case 0x0A: output.append(contentsOf: "&#10;".utf8)
      default: output.append(byte)
      }
    }
  }
}
