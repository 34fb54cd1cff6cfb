public import Model

/// Understands raw post content: blocks, shortcodes and classic paragraphs become one HTML fragment.
///
/// It goes WordPress's own way from text to text: blocks, then paragraphs, then shortcodes. A renderer keeps no state
/// between posts and may be used by any number of tasks at once.
public struct ContentRenderer: Sendable {
  /// What the renderer does beyond or instead of what WordPress does.
  public struct Options: Sendable, Hashable {
    /// Give text that stands outside of blocks paragraphs, which WordPress does not in a post that has blocks.
    public var givesFreeformParagraphs = true

    /// Makes the usual options.
    public init() {}
  }

  let lookup: any ContentLookup
  let options: Options

  /// Makes a renderer that asks `lookup` about the rest of the site.
  public init(lookup: some ContentLookup, options: Options = Options()) {
    self.lookup = lookup
    self.options = options
  }

  /// Renders an item's content.
  public func render(_ item: Item) -> RenderedContent {
    render(Array((item.content ?? "").utf8), id: item.id, meta: item.meta)
  }

  /// Renders raw content, UTF-8, of the item with that id and those custom fields.
  public func render(_ content: [UInt8], id: String? = nil, meta: [MetaEntry] = []) -> RenderedContent {
    var rendering = Rendering(lookup: lookup, options: options, id: id, meta: meta)
    let html = rendering.html(of: content)
    return RenderedContent(
      html: html, marks: rendering.marks, usage: rendering.usage, findings: rendering.tally.findings)
  }
}
