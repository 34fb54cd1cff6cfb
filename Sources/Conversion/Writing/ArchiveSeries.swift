internal import Bytes
internal import Model
internal import WARC

/// The two series of web archive files that a run writes: the pages, and what they were converted to.
///
/// Conversions stand in files of their own, for replay tools would show them in place of the pages.
enum ArchiveSeries {
  static func pages(_ plan: RunPlan) throws(ConversionError) -> WARCFileSeries {
    try series(
      plan, label: nil, date: plan.captureDate,
      description: """
        A WordPress site rebuilt from its export, which is the first resource. Pages of posts are reconstructed from \
        the export, not captured from a server; each has a metadata record that says which bytes it was made of. \
        Home, date, term and author pages list the posts of the export, ten a page, as WordPress does unless told \
        otherwise. \
        Redirects are made of what the export says of short links and former addresses; no server sent them.
        """)
  }

  static func derived(_ plan: RunPlan) throws(ConversionError) -> WARCFileSeries {
    try series(
      plan, label: "derived", date: plan.runDate,
      description: """
        Conversions of the pages in the file of the same name without -derived: Markdown for readers, JSON with all \
        that the export says.
        """)
  }

  /// The name of the index of the pages' files (CDXJ), which replay tools look records up in.
  static func indexName(_ plan: RunPlan) -> String { "\(prefix(plan))-\(plan.captureDate.timestamp14).cdxj" }

  /// The name of the file that holds the pages' files, their index and the list of pages (WACZ).
  static func collectionName(_ plan: RunPlan) -> String {
    "\(prefix(plan))-\(plan.captureDate.timestamp14).wacz"
  }

  private static func series(
    _ plan: RunPlan, label: String?, date: UTCTime, description: String
  ) throws(ConversionError) -> WARCFileSeries {
    var fields = WARCFields()
    fields.append(.software, "Nachlass/\(plan.options.softwareVersion)")
    fields.append(.format, "WARC File Format 1.1")
    fields.append(
      .conformsTo, "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
    if !plan.site.address.isEmpty { fields.append(.isPartOf, plan.site.address) }
    if !plan.site.name.isEmpty { fields.append(.title, plan.site.name) }
    fields.append(.description, description)
    let series = WARCFileSeries(
      prefix: prefix(plan), date: date, label: label, fields: fields, source: plan.sourceDigest,
      compression: .gzip(level: plan.options.compressionLevel), codes: plan.codes)
    guard let series else {
      throw ConversionError(
        .unusableOptions, "no name for the web archive can be made of \(plan.site.address)")
    }
    return series
  }

  /// What the files' names begin with: the site's host, or `nachlass` where none is known.
  private static func prefix(_ plan: RunPlan) -> String {
    let address = plan.site.address
    guard let uri = TargetURI(encoding: address), address.hasPrefix("http") else { return "nachlass" }
    let host = uri.text.split(separator: "/").dropFirst().first ?? "nachlass"
    let plain = host.utf8.map { byte -> UInt8 in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E || byte == 0x2D
      return isPlain ? byte : UInt8(ascii: "-")
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// Puts the files of a web archive into the package.
struct PackageSink: WARCSink {
  let folder: PackageFolder
  let prefix: String
  private var file: AppendedFile?

  init(folder: PackageFolder, prefix: String) {
    self.folder = folder
    self.prefix = prefix
  }

  mutating func begin(_ name: WARCFilename) throws(FileError) {
    file = try AppendedFile(prefix + name.text, in: folder)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(FileError) {
    try file?.append(bytes)
  }

  mutating func end() throws(FileError) {
    try file?.flush()
    file = nil
  }
}
