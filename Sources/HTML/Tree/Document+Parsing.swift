internal import Model

extension Document {
  /// Reads a whole page as a browser does.
  ///
  /// What a browser would lose is named in `findings`. The bytes are UTF-8; `Encoding` finds out about pages that are not.
  public init(parsing bytes: [UInt8]) {
    self = TreeBuilder.document(of: bytes, context: nil, isArchival: false)
  }

  /// Reads a piece of a page as a browser does, as if it stood in an element of the tag `context`.
  public init(fragment bytes: [UInt8], context: Tag = .body, namespace: Namespace = .html) {
    self = TreeBuilder.document(of: bytes, context: context, namespace, isArchival: false)
  }

  /// Reads a whole page leniently: text a browser would lose is kept.
  ///
  /// Where the standard reading loses nothing, the tree is the same. Else a cut tag stays as text; a comment, an attribute
  /// quote or a script that never ends is ended where its author meant it; a NUL becomes U+FFFD; U+0080 to U+009F are read as
  /// windows-1252. Each is named in `findings`.
  public init(archivalParsing bytes: [UInt8]) {
    self = TreeBuilder.document(of: bytes, context: nil, isArchival: true)
  }

  /// Reads a piece of a page leniently, as `init(archivalParsing:)` reads a whole one: the way for post bodies.
  public init(archivalFragment bytes: [UInt8], context: Tag = .body, namespace: Namespace = .html) {
    self = TreeBuilder.document(of: bytes, context: context, namespace, isArchival: true)
  }
}

extension TreeBuilder {
  /// Longer inputs are read up to here: numbers of 32 bits are to hold every offset, whatever the decoding makes of the text.
  static let longestInput = 256 << 20

  static func document(of bytes: [UInt8], context: Tag?, _ namespace: Namespace = .html, isArchival: Bool)
    -> Document
  {
    var builder = TreeBuilder(
      source: bytes.count > longestInput ? Array(bytes[..<longestInput]) : bytes, context: context, namespace,
      isArchival: isArchival)
    if bytes.count > longestInput {
      builder.tokenizer.log.report(
        .inputTooLong, .loss, at: longestInput, "what lies beyond 256 MiB, not read")
    }
    return builder.build()
  }
}
