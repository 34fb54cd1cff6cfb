import Bytes
import WARC

/// Writes a small archive with records of every kind that replays: `warc-sample FOLDER`.
///
/// The conformance scripts hand it to other tools' validators and to a replay in a browser.
enum WARCSample {
  static let date = UTCTime(secondsSince1970: 1_795_000_000)
  static let site = "https://qm-musterkiez.example/"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 1 else { throw Usage(description: "warc-sample FOLDER") }
    let folder = arguments[0]
    try FileSystem.makeFolder(folder)
    let export = Array(
      "<?xml version=\"1.0\"?><rss><channel><title>QM Musterkiez</title></channel></rss>".utf8)
    let source = Digest(.sha256, of: export)
    var fields = WARCFields()
    fields.append(.software, "nachlass-bench")
    fields.append(.format, "WARC File Format 1.1")
    fields.append(
      .conformsTo, "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
    fields.append(.description, "Beispielarchiv des Quartiersmanagements Musterkiez; Seiten nachgebaut")
    guard
      let series = WARCFileSeries(prefix: "musterkiez", date: date, fields: fields, source: source),
      let derivedSeries = WARCFileSeries(
        prefix: "musterkiez", date: date, label: "derived", fields: fields, source: source),
      let exportURI = TargetURI("urn:x-export:musterkiez.xml")
    else { throw Usage(description: "the series has no name") }
    let identity = RecordIdentity.derived(source: source, ordinal: 0)

    var writer = try WARCWriter(series, to: FolderSink(folder: folder))
    var derived = try WARCWriter(derivedSeries, to: FolderSink(folder: folder))
    let exportBlock = Block(length: export.count, digest: source, contentType: .xml)
    var exportSource = BufferSource(export)
    try writer.append(
      ResourceRecord(uri: exportURI, date: date, block: exportBlock, identity: identity), from: &exportSource)

    var pages: [WACZPage] = []
    for page in try samplePages() {
      let block = Block(page.html, contentType: .html)
      let record = ResourceRecord(uri: page.uri, date: date, block: block, identity: identity)
      try writer.append(record)
      pages.append(WACZPage(uri: page.uri, date: date, title: page.title, text: page.text))
      var about = WARCFields()
      about.append(.title, page.title)
      about.append(.creator, "Redaktion")
      about.append(.source, "<\(exportURI)>#bytes=0-\(export.count - 1)")
      try writer.append(
        MetadataRecord(
          about: .record(record.id), uri: page.uri, date: date, fields: about, identity: identity))
      try derived.append(
        ConversionRecord(
          uri: page.uri, original: record.id, date: date,
          block: Block(Array("# \(page.title)\n\n\(page.text)\n".utf8), contentType: .markdown),
          identity: identity))
    }
    try addImage(to: &writer, identity: identity)
    guard let home = TargetURI(site), let old = TargetURI(site + "?p=12"),
      let fest = TargetURI(site + festPath)
    else { throw Usage(description: "the site has no address") }
    try writer.append(
      ResponseRecord(uri: old, date: date, response: .movedPermanently(to: fest), identity: identity))

    let archive = try writer.finish()
    _ = try derived.finish()
    let name = archive.files[0].name
    try File.create("\(folder)/\(name).cdxj").write(archive.index.bytes.span)

    var wacz = try WACZWriter(to: File.create("\(folder)/musterkiez.wacz"))
    var file = try FileSource("\(folder)/\(name)")
    try wacz.addArchive(name, size: archive.files[0].length, from: &file)
    try wacz.addIndex(archive.index)
    try wacz.addPages(pages, title: "QM Musterkiez")
    let main = pages.first { $0.uri == home }
    _ = try wacz.finish(
      WACZDescription(
        title: "QM Musterkiez", description: "Beispielarchiv", created: date, software: "nachlass-bench",
        mainPage: main))
    print("\(folder)/\(name)")
  }

  private static let festPath = "2009/05/stra%C3%9Fenfest/"

  private static func samplePages() throws -> [(uri: TargetURI, title: String, text: String, html: [UInt8])] {
    let pages = [
      ("", "Willkommen im Musterkiez", "Die Seite des Quartiers.", "<a href=\"/\(festPath)\">Zum Fest</a>"),
      (
        festPath, "Straßenfest im Kiez", "Am Brunnen wird gefeiert.",
        "<img src=\"/wp-content/uploads/2009/05/br%C3%BCnnchen.svg\" alt=\"Der Brunnen\" width=200>"
      ),
      (
        "thema/feste/", "Feste", "Alle Feste.",
        "<ul><li><a href=\"/\(festPath)\">Straßenfest im Kiez</a></ul>"
      ),
    ]
    return try pages.map { path, title, text, more in
      guard let uri = TargetURI(site + path) else { throw Usage(description: "\(path) is no path") }
      let html =
        "<!DOCTYPE html><html lang=de><meta charset=utf-8><title>\(title)</title>"
        + "<h1>\(title)</h1><p>\(text)</p>\(more)</html>\n"
      return (uri, title, text, Array(html.utf8))
    }
  }

  /// A picture, and the same picture at another address as a revisit.
  private static func addImage(
    to writer: inout WARCWriter<FolderSink>, identity: RecordIdentity
  ) throws {
    let picture =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><circle cx=\"10\" cy=\"5\" r=\"4\" fill=\"teal\"/></svg>"
    guard let type = MediaType("image/svg+xml"),
      let uri = TargetURI(encoding: site + "wp-content/uploads/2009/05/brünnchen.svg"),
      let copy = TargetURI(encoding: site + "wp-content/uploads/2010/01/brunnen-2.svg")
    else { throw Usage(description: "the picture has no address") }
    var record = ResourceRecord(
      uri: uri, date: date, block: Block(Array(picture.utf8), contentType: type), identity: identity)
    record.capture.identifiedPayloadType = type
    try writer.append(record)
    try writer.append(
      RevisitRecord(
        uri: copy, date: date, original: RevisitRecord.Original(record), identity: identity))
  }
}
