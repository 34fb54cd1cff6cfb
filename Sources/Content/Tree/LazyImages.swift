internal import HTML

/// Pictures that a script was to load when they come into sight: the address stands in another attribute than `src`, and often the
/// picture once more in a `noscript` for those who run none.
enum LazyImages {
  private static let attributes = [
    "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file", "data-lazy",
  ]
  private static let sets = ["srcset", "data-srcset", "data-lazy-srcset"]

  /// Gives each such picture its address back, and leaves out its twin.
  static func apply(to document: inout Document, images: [NodeID]) {
    for image in images where isPlaceholder(document.attribute(.src, of: image)) {
      guard let (name, address) = address(of: image, in: document) else { continue }
      document.setAttribute("src", to: address, of: image)
      document.removeAttribute(name, of: image)
    }
    for image in images {
      guard let noscript = document.ancestors(of: image).first(where: { document.isElement($0, .noscript) })
      else { continue }
      removeTwin(of: image, in: noscript, among: images, &document)
    }
  }

  private static func address(of image: NodeID, in document: Document) -> (
    attribute: String, address: String
  )? {
    for name in attributes {
      if let address = document.attribute(name, of: image), !isPlaceholder(address) { return (name, address) }
    }
    for name in sets {
      // The first candidate, without its width or density.
      guard let candidates = document.attribute(name, of: image) else { continue }
      let first = candidates.drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != "," }
      if !isPlaceholder(String(first)) { return (name, String(first)) }
    }
    return nil
  }

  /// Of a picture in a `noscript` and the one beside it only one stays: that which has an address.
  private static func removeTwin(
    of image: NodeID, in noscript: NodeID, among images: [NodeID], _ document: inout Document
  ) {
    guard document.parent(of: noscript) != nil, holdsOnlyPicture(noscript, document),
      let around = document.ancestors(of: noscript).first(where: {
        !document.isElement($0, .a) && !document.isElement($0, .picture)
      })
    else { return }
    let source = key(document.attribute(.src, of: image) ?? "")
    let others = images.filter { other in
      let ancestors = Array(document.ancestors(of: other))
      return other != image && ancestors.contains(around)
        && !ancestors.contains { document.isElement($0, .noscript) }
    }
    if others.contains(where: { key(document.attribute(.src, of: $0) ?? "") == source }) {
      document.remove(noscript)
    } else if let twin = others.last(where: { isPlaceholder(document.attribute(.src, of: $0)) }) {
      document.remove(twin)
    }
  }

  private static func holdsOnlyPicture(_ noscript: NodeID, _ document: Document) -> Bool {
    let nodes = Array(document.descendants(of: noscript))
    return nodes.count { document.isElement($0, .img) } == 1
      && nodes.allSatisfy { document.kind(of: $0) != .text || document.textBytes(of: $0).allSatisfy(isSpace) }
  }

  /// An address without its query and what WordPress puts behind the name of a smaller copy.
  private static func key(_ address: String) -> String {
    MediumPath(String(address.prefix { $0 != "?" && $0 != "#" })).candidates.first ?? address
  }

  /// Whether an address is none, or that of an empty picture.
  static func isPlaceholder(_ address: String?) -> Bool {
    guard let address, address.utf8.contains(where: { !isSpace($0) }) else { return true }
    return address.hasPrefix("data:image/gif;base64,R0lGOD") || address.hasPrefix("data:image/svg+xml")
      || address.hasSuffix("/blank.gif") || address.hasSuffix("/1x1.trans.gif") || address == "about:blank"
  }
}
