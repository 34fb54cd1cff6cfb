internal import Bytes
internal import Metadata
internal import Model

/// The descriptions that archives ask for beside the outputs: PREMIS of the run, Dublin Core of each published item.
enum PackageMetadata {
  static let premisFile = "data/metadata/premis.xml"
  static let dublinCoreFile = "data/metadata/dublin-core.csv"
  /// The table of descriptions, of which rows are made one by one.
  static let dublinCore = DublinCoreTable()

  /// Writes what was preserved, what was done to it, and how it ended.
  static func writePremis(
    of originals: [SourceFile], plan: RunPlan, balance: Balance, to folder: PackageFolder
  ) throws(FileError) {
    var record = PreservationRecord(date: plan.runDate, softwareVersion: plan.options.softwareVersion)
    record.options = "--to " + plan.options.outputs.map(\.rawValue).sorted().joined(separator: ",")
    let version = plan.sections.compactMap(\.site.wxrVersion).first
    for original in originals {
      let head = try File.open(original.path).head(InputKind.headLength)
      record.sources.append(
        PreservationRecord.Source(
          path: "\(InputStager.sourceFolder)/\(original.name)", originalName: original.name,
          size: original.size,
          digests: [original.sha256], format: format(of: InputKind(head: head), wxrVersion: version)))
    }
    record.representations = representations(plan)
    let outcomes = balance.lines["item"]?.outcomes ?? [:]
    record.account =
      "\(balance.lines["item"]?.inSource ?? 0) items: "
      + outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    record.outcome = balance.isClean ? .success : balance.isBalanced ? .warning : .failure
    record.withheldCount = balance.lines.values.reduce(0) { $0 + ($1.outcomes["withheld"] ?? 0) }
    try folder.write(record.premis.xml, to: premisFile)
  }

  private static func representations(_ plan: RunPlan) -> [PreservationRecord.Representation] {
    let forms: [(ConversionOptions.Output, String, String)] = [
      (.json, plan.layout.json, "JSON, one line an item, described by the schemas beside it"),
      (.markdown, plan.layout.markdown, "Markdown (CommonMark, GitHub's tables) with front matter"),
      (.warc, plan.layout.warc, "a web archive (WARC 1.1) of pages reconstructed from the export"),
    ]
    return forms.filter { plan.options.outputs.contains($0.0) }.map { _, path, description in
      PreservationRecord.Representation(path: path, description: description)
    }
  }

  private static func format(of kind: InputKind, wxrVersion: String?) -> PremisFormat {
    let note = "identified by its signature"
    switch kind {
    case .export: return .wordPressExport(version: wxrVersion)
    case .gzip: return PremisFormat(name: "GZIP Format", pronomKey: "x-fmt/266", note: note)
    case .zip: return PremisFormat(name: "ZIP Format", pronomKey: "x-fmt/263", note: note)
    case .webArchive: return PremisFormat(name: "WARC", pronomKey: "fmt/289", note: note)
    case .page: return PremisFormat(name: "Hypertext Markup Language", pronomKey: "fmt/96", note: note)
    default: return PremisFormat(name: "unknown", note: "not identified")
    }
  }

  /// The row of an item in the table of descriptions; empty where it has no page of its own among the Markdown.
  static func dublinCoreRow(of item: Item, targets: [String], plan: RunPlan) -> [UInt8] {
    guard !plan.options.isBare,
      let page = targets.first(where: { $0.utf8.span.hasPrefix(plan.layout.markdown.utf8.span) })
    else { return [] }
    let record = DublinCoreRecord(
      of: item, authorName: plan.site.authorName(item.creator), siteAddress: plan.site.address,
      language: plan.site.language, format: "text/markdown")
    // Archivematica moves what a bag holds in `data/` to `objects/` and looks for it there.
    return dublinCore.row("objects/" + page.dropFirst("data/".count), record)
  }
}
