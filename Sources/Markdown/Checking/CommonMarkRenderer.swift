internal import Bytes
internal import CLibCMark
internal import Glibc
internal import Synchronization

/// libcmark-gfm: reads Markdown as CommonMark with GFM's tables, strikethrough and task lists.
///
/// Only this and `CommonMarkWalk` import the library.
enum CommonMarkRenderer {
  /// Registering the extensions is the library's one global act; done once, before the first use.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// One text with a tilde at a time.
  ///
  /// While it parses, this version of the library notes in global variables that an extension looks for `~`, the only character
  /// an extension of ours looks for, and takes the note away at the end. A text without tildes reads none of what is noted.
  private static let tildes = Mutex<Void>(())

  /// What Markdown says.
  enum Reading {
    /// Told from the library's own tree.
    case signature(Signature)
    /// The HTML a reader would see, raw HTML passed through: where the tree alone does not tell.
    case html([UInt8])
  }

  /// The HTML a reader of CommonMark would see, raw HTML passed through; nil where the library has no memory.
  static func html(of markdown: [UInt8], readsFootnotes: Bool = false) -> [UInt8]? {
    guard case .html(let html)? = read(markdown, readsFootnotes: readsFootnotes, asHTML: true) else {
      return nil
    }
    return html
  }

  /// Reads Markdown; nil where the library has no memory.
  ///
  /// With `asHTML` the HTML is rendered in any case.
  static func read(_ markdown: [UInt8], readsFootnotes: Bool = false, asHTML: Bool = false) -> Reading? {
    guard extensionsAreRegistered else { return nil }
    let hasFootnotes = readsFootnotes && markdown.span.firstIndex(of: "[^") != nil
    let options = CMARK_OPT_UNSAFE | (hasFootnotes ? CMARK_OPT_FOOTNOTES : 0)
    // A carriage return that stays in code is another newline to HTML.
    let asHTML = asHTML || markdown.span.firstIndex(of: 0x0D) != nil
    guard markdown.span.firstIndex(of: UInt8(ascii: "~")) != nil else {
      return read(markdown, options, extensions: ["table", "tasklist"], asHTML: asHTML)
    }
    return tildes.withLock { _ in
      read(markdown, options, extensions: ["table", "strikethrough", "tasklist"], asHTML: asHTML)
    }
  }

  private static func read(
    _ markdown: [UInt8], _ options: Int32, extensions names: [StaticString], asHTML: Bool
  ) -> Reading? {
    // A node for every few words, and every text twice; a long text may have few words, and gets more when it wants it.
    let pieceSize = min(8192 + 12 * markdown.count, 16 << 20)
    return unsafe ReadingMemory.lend(pieceSize: pieceSize) { memory in
      guard let parser = unsafe cmark_parser_new_with_mem(options, memory) else { return nil }
      for name in names {
        let name = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        guard let syntax = unsafe cmark_find_syntax_extension(name) else { return nil }
        unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
      unsafe markdown.span.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      guard let tree = unsafe cmark_parser_finish(parser) else { return nil }
      if !asHTML, let signature = unsafe CommonMarkWalk.signature(of: tree, length: markdown.count) {
        return .signature(signature)
      }
      let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
      guard let text = unsafe cmark_render_html(tree, options, extensions) else { return nil }
      return unsafe .html(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
    }
  }
}
