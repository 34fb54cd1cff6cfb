internal import Bytes
internal import Model
internal import Pages
internal import WARC

/// Reads the saved pages of a run on several cores, in order, and joins what they say.
///
/// A file is a page, a web archive may hold any number: these are taken out one by one, so that no more of them are held than
/// are being read.
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

  /// What a document gave.
  enum Product: Sendable {
    /// A page.
    case page(PageReading)
    /// What must be said of a web archive when its end is reached.
    case remarks([Finding])
  }

  private enum Work: Sendable {
    case file(SourceDocument)
    case archived(ArchivedPages.Page, SourceDocument)
    case remarks([Finding], SourceDocument)
  }

  /// Reads every page; `visit` gets what each document gave with the document's number, in order.
  func run(visit: (Product, Int) throws -> Void) async throws {
    var waiting = documents[...]
    var open: (pages: ArchivedPages, document: SourceDocument)?
    try await OrderedPipeline.run(jobs: jobs) { () throws -> Work? in
      if let (pages, document) = open {
        if let page = try pages.next() { return .archived(page, document) }
        open = nil
        return .remarks(pages.findings, document)
      }
      guard let document = waiting.popFirst() else { return nil }
      guard document.kind == .webArchive else { return .file(document) }
      let pages = try ArchivedPages(document)
      guard let first = try pages.next() else { return .remarks(pages.findings, document) }
      open = (pages, document)
      return .archived(first, document)
    } transform: { work throws -> (Product, Int) in
      switch work {
      case .file(let document): (.page(try reading(of: document)), document.index)
      case .archived(let page, let document): (.page(reading(of: page, in: document)), document.index)
      case .remarks(let findings, let document): (.remarks(findings), document.index)
      }
    } consume: { product, index in
      try visit(product, index)
    }
  }

  private func reading(of document: SourceDocument) throws -> PageReading {
    settled(SavedPage.read(try document.bytes(), source: source(of: document), reader: reader), document)
  }

  private func reading(of page: ArchivedPages.Page, in document: SourceDocument) -> PageReading {
    var source = source(of: document)
    source.address = page.address
    source.captured = page.captured
    return settled(
      SavedPage.read(page.body, source: source, contentType: page.contentType, reader: reader), document)
  }

  private func source(of document: SourceDocument) -> PageSource {
    var source = PageSource(input: document.name, inputIndex: document.index)
    source.path = document.name.replacing("#", with: "/")
    source.baseURL = baseURL
    return source
  }

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
