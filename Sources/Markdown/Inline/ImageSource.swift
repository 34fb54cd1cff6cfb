internal import HTML

/// Where an image's picture is.
enum ImageSource {
  /// The `src` as it is to be written; where there is none, what lazy loading put aside for it; nil where nothing is known.
  static func read(_ node: NodeID, in document: Document, _ options: MarkdownOptions) -> [UInt8]? {
    for attribute in ["src", "data-src", "data-lazy-src", "data-original"] {
      if let source = LinkTarget.read(attribute, of: node, as: .image, in: document, options), !source.isEmpty
      {
        return source
      }
    }
    return nil
  }
}
