internal import BagIt
internal import Bytes
internal import WARC

/// Packs the archive into one file that a browser replays without any server (WACZ): the WARC files, their index, and
/// the list of all pages with their text, for search.
///
/// Lists are gathered in files while the run lasts; memory stays flat.
struct PageCollection {
  private let plan: RunPlan
  private let folder: PackageFolder
  private var pages: PageList
  private var lists: PageList
  /// The pages that were saved as they were and listed already, by the keys of their addresses.
  private var listed: Set<String> = []
  private var mainPage: WACZPage?

  init(plan: RunPlan, folder: PackageFolder) throws(FileError) {
    self.plan = plan
    self.folder = folder
    pages = try PageList(.pages, title: plan.collectionTitle, hasText: true, in: folder)
    lists = try PageList(.extraPages, title: plan.collectionTitle, hasText: false, in: folder)
  }

  /// Adds the pages of a batch.
  mutating func append(_ product: BatchProduct) throws(FileError) {
    try pages.append(product.pageLines.bytes)
    for key in product.listedKeys { listed.insert(key) }
  }

  /// Adds a list of posts.
  mutating func append(list uri: TargetURI, title: String) throws(FileError) {
    let page = WACZPage(uri: uri, date: plan.captureDate, title: title, text: nil)
    if uri.text == plan.addresses?.home { mainPage = page }
    try lists.append(page)
  }

  /// Adds the saved pages that stand for no post.
  private mutating func appendSavedPages() throws(FileError) {
    for page in plan.rescue.pages {
      guard let place = plan.archived.savedPage(page.document),
        !listed.contains(SURT.key(of: place.uri.text) ?? place.uri.text)
      else { continue }
      let line = WACZPage(uri: place.uri, date: place.date, title: place.uri.text, text: nil)
      if place.uri.text == plan.addresses?.home { mainPage = line }
      try pages.append(line)
    }
  }

  /// The page that a reader sees first.
  private func firstPage() -> WACZPage? {
    if let mainPage { return mainPage }
    guard plan.timeline.frontPage != nil, let home = plan.addresses.flatMap({ TargetURI(encoding: $0.home) })
    else {
      return nil
    }
    return WACZPage(uri: home, date: plan.captureDate, title: plan.site.name, text: nil)
  }

  /// Writes the file; adds to `written` what is seen of the `archives`, which stand in the package already.
  mutating func write(
    archives: [WARCFile], index: (path: String, lineCount: Int), after done: Progress,
    written: inout WrittenFiles, progress: (Progress) -> Void
  ) throws {
    var done = done
    done.totalBytes = archives.reduce(0) { $0 + $1.length }
    progress(done)
    try appendSavedPages()
    let name = plan.layout.warc + ArchiveSeries.collectionName(plan)
    var wacz = try WACZWriter(to: try folder.create(name))
    for file in archives {
      let name = plan.layout.warc + file.name.text
      var source = try FileSource(folder.path(name))
      let digest = try wacz.addArchive(file.name, size: file.length, from: &source)
      written.add(name, WrittenFile(size: file.length, digests: [digest]))
      done.bytes += file.length
      progress(done)
    }
    try wacz.addIndex(
      lineCount: index.lineCount, size: try File.open(index.path).size(), from: try FileSource(index.path))
    try pages.add(to: &wacz)
    try lists.add(to: &wacz)
    _ = try wacz.finish(
      WACZDescription(
        title: plan.collectionTitle,
        description:
          "A WordPress site rebuilt from its export. Pages are reconstructed, not captured from a server.",
        created: plan.runDate, software: "Nachlass/\(plan.options.softwareVersion)", mainPage: firstPage()))
  }
}

/// A list of pages that grows in a file.
private struct PageList {
  private let kind: WACZPageList.Kind
  private let file: AppendedFile
  private let path: String
  private var length = 0

  init(
    _ kind: WACZPageList.Kind, title: String, hasText: Bool, in folder: PackageFolder
  ) throws(FileError) {
    let name = "\(InputStager.spoolFolder)/\(kind.rawValue)"
    self.kind = kind
    file = try AppendedFile(name, in: folder)
    path = folder.path(name)
    var header = JSONText()
    WACZPageList.writeHeader(kind, title: title, hasText: hasText, to: &header)
    try append(header.bytes)
  }

  mutating func append(_ page: WACZPage) throws(FileError) {
    var line = JSONText()
    page.write(to: &line)
    try append(line.bytes)
  }

  mutating func append(_ lines: [UInt8]) throws(FileError) {
    try file.append(lines)
    length += lines.count
  }

  func add(to wacz: inout WACZWriter<File>) throws {
    try file.flush()
    var source = try FileSource(path)
    try wacz.addPages(kind, size: length, from: &source)
  }
}

extension RunPlan {
  /// What the collection is called: the site's name, or its address.
  fileprivate var collectionTitle: String {
    [site.name, site.address].first { !$0.isEmpty } ?? "Nachlass"
  }

  /// An item's page in the list of pages; its text is cut where nobody searches any more.
  func listedPage(at uri: TargetURI, date: UTCTime, title: String, text: [UInt8]) -> WACZPage {
    let text = text.count > Self.searchedLength ? Array(text[..<Self.searchedLength]) : text
    return WACZPage(
      uri: uri, date: date, title: title.isEmpty ? uri.text : title, text: CheckedText(text).validBytes)
  }

  private static let searchedLength = 1 << 20
}
