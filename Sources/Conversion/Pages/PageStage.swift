internal import Bytes
internal import Model
internal import Pages
internal import WARC

/// Reads the saved pages of a run on several cores, in order, and joins what they say.
struct PageStage {
  let documents: [SourceDocument]
  let jobs: Int
  let reader: PageReader
  let baseURL: String?

  init(documents: [SourceDocument], jobs: Int, options: PageOptions) {
    self.documents = documents
    self.jobs = jobs
    reader = PageReader(profile: options.profile)
    baseURL = options.baseURL
  }

  /// Reads every page; `visit` gets each with the number of its document, in order.
  func run(visit: (PageReading, Int) throws -> Void) async throws {
    var next = documents.makeIterator()
    try await OrderedPipeline.run(jobs: jobs) {
      next.next()
    } transform: { document in
      (document.index, try readings(of: document))
    } consume: { index, readings in
      for reading in readings { try visit(reading, index) }
    }
  }

  private func readings(of document: SourceDocument) throws -> [PageReading] {
    if document.kind == .webArchive { return try archivedPages(of: document) }
    return [
      settled(SavedPage.read(try document.bytes(), source: source(of: document), reader: reader), document)
    ]
  }

  private func source(of document: SourceDocument) -> PageSource {
    var source = PageSource(input: document.name, inputIndex: document.index)
    source.path = document.name.replacing("#", with: "/")
    source.baseURL = baseURL
    return source
  }

  /// The pages of a web archive: answers with status 200 and resources that are HTML.
  private func archivedPages(of document: SourceDocument) throws -> [PageReading] {
    var readings: [PageReading] = []
    var archive = WARCReader(try FileSource(document.path), name: document.name, checks: [])
    while let head = try archive.next() {
      guard head.type == .response || head.type == .resource, let address = head.targetURI,
        head.contentLength ?? 0 <= Self.longestPage
      else { continue }
      let block = try archive.block(upTo: Self.longestPage)
      var body = block
      var type = head[.contentType]
      if head.type == .response {
        guard let payload = HTTPPayload(block, limit: Self.longestPage), payload.status == 200 else {
          continue
        }
        (body, type) = (payload.body, payload.contentType)
      }
      guard let type, type.lowercased().contains("html") else { continue }
      var source = source(of: document)
      source.address = address
      source.captured = head[.date].flatMap { UTCTime($0) }
      readings.append(
        settled(SavedPage.read(body, source: source, contentType: type, reader: reader), document))
    }
    return readings
  }

  private static let longestPage = 64 << 20

  /// The reading with its items' provenance settled: what can be cut out of the source again is the page, whole.
  private func settled(_ reading: PageReading, _ document: SourceDocument) -> PageReading {
    var reading = reading
    let provenance = Provenance(
      input: document.name, inputIndex: document.index, range: ByteRange(offset: 0, length: document.size),
      sha256: document.sha256.hexadecimal)
    for index in reading.entries.indices { reading.entries[index].item.provenance = provenance }
    return reading
  }
}
