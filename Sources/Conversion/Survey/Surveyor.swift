internal import Bytes
internal import Model
internal import WXR

/// The first pass: cuts every export into pieces and reads of each item what others may need to know.
///
/// Items are surveyed on several cores; whoever visits them sees them in source order.
struct Surveyor {
  /// The exports to read, in order.
  let documents: [SourceDocument]
  /// How many batches are worked on at a time.
  let jobs: Int

  /// Sections in source order.
  private(set) var sections: [Section] = []
  /// What is neither header nor item, in source order.
  private(set) var remainders: [Remainder] = []
  /// What the splitter had to say about an item's boundaries, by the item's number; rare.
  private(set) var boundaryFindings: [Int: [Finding]] = [:]
  /// How many items there are.
  private(set) var itemCount = 0

  private var ready: [ItemBatch] = []
  private var open: ItemBatch?
  private var splitter = ItemSplitter()
  private var current = 0
  private var position = 0
  private var bytesBefore = 0

  init(documents: [SourceDocument], jobs: Int) {
    self.documents = documents
    self.jobs = jobs
  }

  private static let chunkSize = 1 << 20

  /// Runs the pass; `visit` gets each batch and the summaries of its items.
  mutating func run(
    progress: (Progress) -> Void, visit: (ItemBatch, Section, [ItemSummary]) throws -> Void
  ) async throws {
    let total = documents.reduce(0) { $0 + $1.size }
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    let documents = Dictionary(uniqueKeysWithValues: documents.map { ($0.index, $0) })
    try await OrderedPipeline.run(jobs: jobs) { () throws -> (ItemBatch, Section)? in
      while ready.isEmpty {
        guard try advance(&chunk) else { return nil }
        progress(
          Progress(phase: .surveying, items: itemCount, bytes: bytesBefore + position, totalBytes: total))
      }
      let batch = ready.removeFirst()
      return (batch, sections[batch.section])
    } transform: { batch, section throws -> (ItemBatch, Section, [ItemSummary]) in
      guard let document = documents[section.document] else { return (batch, section, []) }
      let reader = ItemReader(dialect: section.dialect)
      let summaries = zip(try batch.read(from: document), batch.items).map { bytes, range in
        reader.survey(
          bytes, provenance: Provenance(input: document.name, inputIndex: document.index, range: range))
      }
      return (batch, section, summaries)
    } consume: { batch, section, summaries in
      try visit(batch, section, summaries)
    }
  }

  /// Scans the next chunk; false when every document has been read to its end.
  private mutating func advance(_ chunk: inout [UInt8]) throws -> Bool {
    guard current < documents.count else { return false }
    let document = documents[current]
    let count = try ConversionError.atInput { () throws(FileError) in
      try File.open(document.path).fill(&chunk, from: position)
    }
    var pieces: [Piece] = []
    splitter.scan(chunk.span.extracting(0..<count)) { pieces.append($0) }
    position += count
    if count < chunk.count {
      guard position == document.size else { throw ConversionError.input(.wrongLength(document.path)) }
      splitter.finish { pieces.append($0) }
    }
    for piece in pieces { try take(piece, of: document) }
    if count < chunk.count {
      closeBatch()
      splitter = ItemSplitter()
      current += 1
      bytesBefore += position
      position = 0
    }
    return true
  }

  private mutating func take(_ piece: Piece, of document: SourceDocument) throws {
    switch piece.kind {
    case .header:
      closeBatch()
      let bytes = try document.bytes(of: piece.range)
      let provenance = Provenance(
        input: document.name, inputIndex: document.index, range: piece.range,
        sha256: Digest(.sha256, of: bytes).hexadecimal)
      var (site, dialect) = HeaderReader.read(bytes, provenance: provenance)
      site.findings = piece.findings + site.findings
      sections.append(Section(document: document.index, site: site, dialect: dialect))
    case .item:
      if sections.last?.document != document.index {
        sections.append(Section(document: document.index, site: Site(), dialect: Dialect()))
      }
      if !piece.findings.isEmpty { boundaryFindings[itemCount] = piece.findings }
      var batch = open ?? ItemBatch(firstIndex: itemCount, section: sections.count - 1, items: [])
      batch.items.append(piece.range)
      itemCount += 1
      open = batch
      if batch.isFull(.surveying) { closeBatch() }
    case .space: break
    case .preamble, .between, .trailer, .junk:
      guard piece.kind != .trailer || !piece.findings.isEmpty else { return }
      remainders.append(
        Remainder(
          kind: piece.kind,
          provenance: Provenance(input: document.name, inputIndex: document.index, range: piece.range),
          findings: piece.findings))
    }
  }

  private mutating func closeBatch() {
    if let batch = open { ready.append(batch) }
    open = nil
  }
}
