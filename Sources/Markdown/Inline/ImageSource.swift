internal import HTML

/// Where an image's picture is.
enum ImageSource {
  /// The `src` as it is to be written; where there is none, what lazy loading put aside for it; nil where nothing is known.
  static func read(_ node: NodeID, in document: Document, _ options: MarkdownOptions) -> [UInt8]? {
    func source(_ value: ArraySlice<UInt8>?) -> [UInt8]? {
      value.flatMap { LinkTarget.read($0, as: .image, options) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let source = source(document.attributeBytes(.src, of: node)) { return source }
    for attribute in ["data-src", "data-lazy-src", "data-original"] {
      if let source = source(document.attributeBytes(attribute, of: node)) { return source }
    }
    return nil
  }
}
