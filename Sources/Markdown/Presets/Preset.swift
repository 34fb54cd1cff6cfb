/// How a static site generator wants its posts: where they lie, what introduces them, how drafts and comments are told.
///
/// A preset only describes: it touches no file and needs no option.
public struct Preset: Sendable {
  /// The name, as the command takes it.
  public let name: String
  /// The notation of front matter.
  public let format: FrontMatter.Format
  /// The generator's reader of Markdown.
  public let dialect: MarkdownDialect
  /// The folder media are put into, relative to the site, with a slash at its end.
  public let mediaFolder: String
  /// What stands before a medium's path in that folder in links of the built site; nil where links are relative to the post's file.
  public let mediaURL: String?
  /// The notation of comments.
  public let commentsFormat: CommentsDocument.Format

  let placement: @Sendable (PostFacts) -> String
  let introduction: @Sendable (PostFacts) -> FrontMatter
  let commentsPlacement: @Sendable (String, PostFacts) -> String

  /// Whether the built site has posts at their old permalinks, so that links to those stay right.
  public var keepsPermalinks: Bool { name != "plain" }

  /// The path of the post's file, relative to the site; its components are the names as they are, not yet made safe for all systems.
  public func path(of post: PostFacts) -> String { placement(post) }

  /// The post's front matter.
  public func frontMatter(of post: PostFacts) -> FrontMatter { introduction(post) }

  /// The path of the post's comments, relative to the site, where its own file has the given path.
  public func commentsPath(besidePath path: String, of post: PostFacts) -> String {
    commentsPlacement(path, post)
  }

  /// All presets.
  public static let all: [Preset] = [.plain, .hugo, .jekyll, .eleventy, .astro, .zola, .pelican]

  /// The preset of that name, or nil.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  /// The path with the ending of its last component replaced.
  static func replacingEnding(of path: String, by ending: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ending }
    return path[..<dot] + ending
  }
}
