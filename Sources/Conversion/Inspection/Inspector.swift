internal import Bytes
internal import Model
internal import Pages
internal import WXR

/// Looks through inputs and says what is in them; writes nothing but what unpacking needs, and removes that again.
public struct Inspector: Sendable {
  private let jobs: Int
  private let scratchFolder: String
  private let pages: PageOptions

  /// Makes an inspector.
  ///
  /// - Parameters:
  ///   - jobs: how many batches of items are read at a time; at least 1.
  ///   - scratchFolder: a folder that does not exist yet, for what comes packed or through a pipe.
  ///   - pages: how saved pages are read.
  public init(jobs: Int, scratchFolder: String, pages: PageOptions = PageOptions()) {
    self.pages = pages
    self.jobs = jobs
    self.scratchFolder = scratchFolder
  }

  /// Inspects what the arguments stand for.
  ///
  /// - Throws: ``ConversionError`` where an input cannot be read or unpacked.
  public func inspect(
    _ arguments: [String], progress: (Progress) -> Void = { _ in }
  ) async throws(ConversionError) -> Inspection {
    let folder = try PackageFolder.begin(at: scratchFolder)
    defer { folder.abandon() }
    var stager = InputStager(folder: folder, keepsOriginals: false)
    try stager.stage(arguments)
    let exports = stager.documents.filter { $0.kind == .export }
    var inspection = Inspection()
    for document in stager.documents {
      inspection.documents.append(
        Inspection.Document(
          name: document.name, kind: document.kind, size: document.size, sha256: document.sha256.hexadecimal))
      inspection.note(document.findings, in: document.name)
    }
    var surveyor = Surveyor(documents: exports, jobs: jobs)
    do {
      try await surveyor.run(progress: progress) { _, section, summaries in
        for summary in summaries { inspection.add(summary, in: stager.documents[section.document].name) }
      }
    } catch let error as ConversionError {
      throw error
    } catch {
      throw ConversionError(.unusableInput, "\(error)")
    }
    for section in surveyor.sections {
      inspection.note(section.site.findings, in: stager.documents[section.document].name)
    }
    for remainder in surveyor.remainders {
      inspection.note(remainder.findings, in: remainder.provenance.input)
    }
    for (_, found) in surveyor.boundaryFindings.sorted(by: { $0.key < $1.key }) {
      inspection.note(found, in: exports.first?.name ?? "")
    }
    try await inspectPages(of: stager, into: &inspection)
    let readings = inspection.pages.map(\.reading)
    let own = readings.filter(\.isWordPress)
    inspection.site = SiteMerge.merged(
      surveyor.sections.map(\.site) + (own.isEmpty ? readings : own).map(\.site))
    return inspection
  }

  private func inspectPages(of stager: InputStager, into inspection: inout Inspection)
    async throws(ConversionError)
  {
    let documents = try PageDocuments.among(stager.documents)
    do {
      try await PageStage(documents: documents, jobs: jobs, options: pages).run { product, document in
        let name = stager.documents[document].name
        switch product {
        case .page(let reading): inspection.add(reading, in: name)
        case .remarks(let findings): inspection.note(findings, in: name)
        }
      }
    } catch let error as ConversionError {
      throw error
    } catch {
      throw ConversionError(.unusableInput, "\(error)")
    }
  }
}

extension Inspection {
  fileprivate mutating func add(_ summary: ItemSummary, in document: String) {
    itemCount += 1
    itemsByType[summary.type, default: [:]][summary.status, default: 0] += 1
    let year = summary.date.prefix(4)
    itemsByYear[year.count == 4 && year != "0000" ? String(year) : "", default: 0] += 1
    itemsByCreator[summary.creator, default: 0] += 1
    commentCount += summary.commentCount
    metaCount += summary.metaCount
    contentLength += summary.contentLength
    if summary.isPasswordProtected { protectedCount += 1 }
    if !summary.attachmentURL.isEmpty {
      mediaCount += 1
      let name = summary.attachmentURL.split(separator: "/").last ?? ""
      let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
      mediaByExtension[ending, default: 0] += 1
    }
    note(summary.findings, in: document)
  }
}
