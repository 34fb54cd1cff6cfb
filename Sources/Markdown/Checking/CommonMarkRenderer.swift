internal import CLibCMark
internal import Glibc

/// libcmark-gfm: Markdown to HTML, with GFM's tables, strikethrough and task lists; the only importer of the library.
enum CommonMarkRenderer {
  /// Registering the extensions is the library's one global act; done once, before the first use.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// The HTML a reader of CommonMark would see, raw HTML passed through; nil where the library has no memory.
  static func html(of markdown: Span<UInt8>) -> [UInt8]? {
    guard extensionsAreRegistered else { return nil }
    let options = CMARK_OPT_UNSAFE
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      guard let syntax = unsafe cmark_find_syntax_extension(name) else { return nil }
      unsafe cmark_parser_attach_syntax_extension(parser, syntax)
    }
    unsafe markdown.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let tree = unsafe cmark_parser_finish(parser) else { return nil }
    defer { unsafe cmark_node_free(tree) }
    let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
    guard let text = unsafe cmark_render_html(tree, options, extensions) else { return nil }
    defer { unsafe free(text) }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
