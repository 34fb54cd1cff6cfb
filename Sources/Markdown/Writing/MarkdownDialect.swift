/// Where the readers of Markdown differ: what a writer must do otherwise so that a certain generator understands it.
///
/// Every dialect's spelling is good CommonMark with tables and strikethrough; a dialect only avoids what its reader does not know.
public struct MarkdownDialect: Sendable, Hashable {
  /// Whether a backslash at the end of a line is a hard break; else `<br>` is written.
  public var hasBackslashBreaks = true
  /// Whether `~~` strikes text through; else `<del>` is written.
  public var hasStrikethrough = true
  /// Whether what is in a list item is indented by four columns, whatever the width of its marker.
  public var indentsListsByFour = false
  /// Whether a change of the marker begins a new list, and a blank line a new quote; else a comment is put between.
  public var separatesByMarkers = true
  /// Whether a `|` anywhere in a line may begin a table.
  public var readsPipesAsTables = false
  /// Whether `{` may begin an attribute list or a template's tag.
  public var readsBracesAsAttributes = false
  /// Whether Markdown between HTML tags that stand on lines of their own is read as Markdown.
  public var readsMarkdownBetweenTags = true

  /// Whether `[^1]` is a footnote; else notes stay links and a list.
  public var hasFootnotes = true

  /// CommonMark with GFM's tables, strikethrough, task lists and footnotes: Hugo, Astro, Zola, GitHub.
  public static let commonMark = MarkdownDialect()

  /// markdown-it, as Eleventy uses it: without footnotes.
  public static let markdownIt = {
    var dialect = MarkdownDialect()
    dialect.hasFootnotes = false
    return dialect
  }()

  /// kramdown, as Jekyll uses it.
  public static let kramdown = {
    var dialect = MarkdownDialect()
    dialect.hasBackslashBreaks = false
    dialect.separatesByMarkers = false
    dialect.readsPipesAsTables = true
    dialect.readsBracesAsAttributes = true
    dialect.readsMarkdownBetweenTags = false
    return dialect
  }()

  /// Python-Markdown with its "extra" extensions, as Pelican uses it.
  public static let pythonMarkdown = {
    var dialect = MarkdownDialect()
    dialect.hasBackslashBreaks = false
    dialect.hasStrikethrough = false
    dialect.indentsListsByFour = true
    dialect.separatesByMarkers = false
    dialect.readsMarkdownBetweenTags = false
    return dialect
  }()
}
