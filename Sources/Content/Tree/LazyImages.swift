internal import HTML

/// Pictures that a script was to load when they come into sight: the address stands in another attribute than `src`.
enum LazyImages {
  private static let attributes = [
    "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file",
  ]

  /// Gives each such picture its address back.
  static func apply(to document: inout Document) {
    let images = document.descendants(of: document.root).filter { document.isElement($0, .img) }
    for image in images where isPlaceholder(document.attribute("src", of: image)) {
      for name in attributes {
        guard let address = document.attribute(name, of: image), !isPlaceholder(address) else { continue }
        document.setAttribute("src", to: address, of: image)
        document.removeAttribute(name, of: image)
        break
      }
    }
  }

  /// Whether an address is none, or that of an empty picture.
  private static func isPlaceholder(_ address: String?) -> Bool {
    guard let address, !address.isEmpty else { return true }
    return address.hasPrefix("data:image/gif;base64,R0lGOD") || address.hasPrefix("data:image/svg+xml")
      || address.hasSuffix("/blank.gif") || address.hasSuffix("/1x1.trans.gif") || address == "about:blank"
  }
}
