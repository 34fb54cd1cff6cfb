public import Bytes
private import Markdown

/// What a run shall make, and how.
public struct ConversionOptions: Sendable {
  /// A form the items are written in.
  public enum Output: String, Sendable, CaseIterable {
    /// One Markdown file a post or page.
    case markdown
    /// One line of JSON an item, and the site.
    case json
    /// Web archives.
    case warc
  }

  /// Where the finished package shall stand; must not exist yet, or be an empty folder.
  public var destination: String
  /// What is written.
  public var outputs: Set<Output> = Set(Output.allCases)
  /// Whether the outputs are written straight under the destination, without bag and originals.
  public var isBare = false
  /// How many items are worked on at a time; at least 1.
  public var jobs = 1
  /// The date of the run; where it is nil, the date of the export stands for it, so that runs can be repeated.
  public var date: UTCTime?
  /// What is meant for publication.
  public var publication = PublicationRule()
  /// The name of the generator's preset that Markdown is laid out by.
  public var preset = "plain"
  /// Whether each block of Markdown is rendered again and compared with what it was made of.
  public var checksMarkdown = true
  /// A copy of the site's `wp-content/uploads`; media found there go into the package.
  public var uploads: String?
  /// Whether the web archive is packed into one file for browsers (WACZ) as well, which holds its bytes once more.
  public var writesCollection = true
  /// Whether pages and media stand in the web archive as the answers of a server, which some tools ask for, instead of
  /// as what they are.
  public var asResponse = false
  /// The compression level of web archives, 1 (fast) to 12 (small).
  public var compressionLevel = 1
  /// Labels for `bag-info.txt`, such as `Source-Organization`, in order.
  public var bagInfo: [(label: String, value: String)] = []
  /// How saved pages are read.
  public var pages = PageOptions()
  /// The version of the tool, as it is written into packages.
  public var softwareVersion = "0.1.0"

  /// Makes options with everything at its default.
  public init(destination: String) { self.destination = destination }

  /// The names that ``preset`` may have.
  public static var presetNames: [String] { Preset.all.map(\.name) }
}
