internal import Bytes
internal import Content
internal import Model
internal import WXR

/// The published posts in the order of their dates, so that each can lead to the one before and the one after.
///
/// Twenty-four bytes a post are in memory; titles and addresses lie in a file while the run lasts.
struct PostTimeline: Sendable {
  /// A post's place in time.
  fileprivate struct Entry {
    /// Local time, in seconds since 1970.
    var time: Int
    /// Where its title and address lie in the file.
    var place: Int
    var item: UInt32
    var length: UInt32
  }

  /// A post that is next to another.
  struct Neighbour: Sendable {
    var item: Int
    var link: String
    var title: String
  }

  /// A page or a post type that the menu may lead to.
  struct Page: Sendable {
    var item: Int
    var order: Int
    var title: String
  }

  private var entries: [Entry] = []
  private let path: String
  /// The site's front page, where that is a page and no list of posts.
  private(set) var frontPage: Int?
  /// The published pages that stand below no other, as far as a menu could hold them.
  private(set) var pages: [Page] = []
  /// The types of published items.
  private(set) var types: [String] = []
  /// The years in which posts were published, and how many.
  private(set) var years: [Int: Int] = [:]

  init(path: String) { self.path = path }

  /// The neighbours of a post in time.
  func neighbours(of item: Int, time: Int, reader: Reader) -> (previous: Neighbour?, next: Neighbour?) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      if (entry.time, Int(entry.item)) < (time, item) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, Int(entries[low].item) == item else { return (nil, nil) }
    return (
      low > 0 ? reader.read(entries[low - 1], path: path) : nil,
      low + 1 < entries.count ? reader.read(entries[low + 1], path: path) : nil
    )
  }

  /// Reads the file for one worker at a time.
  final class Reader {
    private let reads: SourceReads
    private var file: File?
    /// Those read last: the next of a post is the one before the post but one.
    private var recent: [Neighbour] = []

    private static let recentCount = 4

    init(_ reads: SourceReads) { self.reads = reads }

    fileprivate func read(_ entry: Entry, path: String) -> Neighbour? {
      if let known = recent.first(where: { $0.item == Int(entry.item) }) { return known }
      if file == nil { file = reads.attempt { () throws(FileError) in try File.open(path) } }
      let range = ByteRange(offset: entry.place, length: Int(entry.length))
      let bytes = reads.attempt { () throws(FileError) in try file?.read(range) }
      guard let bytes = bytes ?? nil, let end = bytes.span.firstIndex(of: 0) else { return nil }
      let neighbour = Neighbour(
        item: Int(entry.item), link: String(decoding: bytes[..<end], as: UTF8.self),
        title: String(decoding: bytes[(end + 1)...], as: UTF8.self))
      if recent.count == Self.recentCount { recent.removeFirst() }
      recent.append(neighbour)
      return neighbour
    }
  }

  /// Fills a timeline in the first pass.
  struct Builder: ~Copyable {
    private var timeline: PostTimeline
    private let file: AppendedFile
    private let publication: PublicationRule
    private var length = 0
    private var knownTypes: Set<String> = []

    init(in folder: PackageFolder, publication: PublicationRule) throws(FileError) {
      let name = "\(InputStager.spoolFolder)/timeline"
      file = try AppendedFile(name, in: folder)
      timeline = PostTimeline(path: folder.path(name))
      self.publication = publication
    }

    /// Adds the items of a batch, of which `first` is the number of the first.
    mutating func add(_ summaries: [ItemSummary], first: Int) throws(FileError) {
      for (place, summary) in summaries.enumerated() {
        let reason = publication.reasonToWithhold(
          type: summary.type, status: summary.status, isProtected: summary.isPasswordProtected)
        guard reason == nil else { continue }
        if knownTypes.insert(summary.type).inserted { timeline.types.append(summary.type) }
        if summary.type == "post" {
          try addPost(summary, item: first + place)
        } else if summary.type == "page" {
          addPage(summary, item: first + place)
        }
      }
    }

    private mutating func addPost(_ summary: ItemSummary, item: Int) throws(FileError) {
      guard let time = SourceDate(summary.date).civil else { return }
      let bytes = Array(summary.link.utf8) + [0] + LanguageSplit.line(summary.title).utf8
      try file.append(bytes)
      timeline.entries.append(
        Entry(
          time: time.secondsSince1970, place: length, item: UInt32(clamping: item),
          length: UInt32(clamping: bytes.count)))
      length += bytes.count
      timeline.years[time.fields.year, default: 0] += 1
    }

    private mutating func addPage(_ summary: ItemSummary, item: Int) {
      if timeline.frontPage == nil, PermalinkPath.isHome(summary.link) { timeline.frontPage = item }
      guard timeline.pages.count < 1000, (Int(summary.parent) ?? 0) == 0 else { return }
      timeline.pages.append(
        Page(item: item, order: Int(summary.menuOrder) ?? 0, title: LanguageSplit.line(summary.title)))
    }

    /// The timeline, when every batch has been added.
    consuming func sealed() throws(FileError) -> PostTimeline {
      try file.flush()
      timeline.entries.sort { ($0.time, $0.item) < ($1.time, $1.item) }
      return timeline
    }
  }
}
