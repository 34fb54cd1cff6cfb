internal import HTML
internal import Model

/// Pictures without an address: a browser shows the words that stand for them, and so does an archive.
enum MissingImages {
  /// Puts the words in place of each such picture that is still in the tree; what had to be said about them.
  static func apply(to document: inout Document, images: [NodeID]) -> [Finding] {
    var count = 0
    for image in images where (document.attribute(.src, of: image) ?? "").utf8.allSatisfy(isSpace) {
      guard document.ancestors(of: image).contains(document.root) else { continue }
      count += 1
      let words = document.attribute(.alt, of: image) ?? ""
      if words.utf8.allSatisfy(isSpace) {
        document.remove(image)
      } else {
        document.replace(image, with: document.makeText(words))
      }
    }
    guard count > 0 else { return [] }
    return [
      Finding(
        .imageWithoutAddress, .note, "a picture has no address; the words that stand for it were kept",
        count: count)
    ]
  }
}
