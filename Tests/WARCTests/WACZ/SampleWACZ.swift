import Bytes
import Testing
import WARC

/// The parts of a sound WACZ file, each of which a test may change before they are put together.
struct SampleWACZ {
  var archive: [UInt8]
  let name: WARCFilename
  var index: CDXJIndex
  var pages: [WACZPage]
  var mainPage: WACZPage?
  var others: [(path: String, bytes: [UInt8])] = []
  var indexLimit = 10_000
  /// Whether the index comes line by line, as one too large for memory does.
  var isIndexStreamed = false

  init() throws {
    var writer = try WARCWriter(Samples.series(), to: MemorySink())
    var pages: [WACZPage] = []
    for (path, title) in [("", "Willkommen"), ("2009/05/fest/", "Straßenfest"), ("brunnen/", "Der Brunnen")] {
      let record = try Samples.page(path, title)
      try writer.append(record)
      pages.append(WACZPage(uri: record.uri, date: record.date, title: title, text: title))
    }
    let result = try writer.finish()
    archive = result.sink.files[0].bytes
    name = result.files[0].name
    index = result.index
    self.pages = pages
    mainPage = pages.first
  }

  func bytes() throws -> [UInt8] {
    var writer = try WACZWriter(to: BufferSink())
    var source = BufferSource(archive)
    try writer.addArchive(name, size: archive.count, from: &source)
    if isIndexStreamed {
      let lines = index.bytes
      try writer.addIndex(
        lineCount: index.count, size: lines.count, from: BufferSource(lines), limit: indexLimit)
    } else {
      try writer.addIndex(index, limit: indexLimit)
    }
    try writer.addPages(pages, title: "Musterkiez")
    for other in others {
      var source = BufferSource(other.bytes)
      try writer.addFile(other.path, size: other.bytes.count, from: &source)
    }
    let description = WACZDescription(
      title: "Musterkiez", description: "Ein Archiv", created: Samples.date, software: "a test",
      mainPage: mainPage)
    return try writer.finish(description).bytes
  }

  /// The codes of all faults in the file.
  func codes() throws -> [String] { try Self.faults(in: bytes()).map(\.code.rawValue) }

  static func faults(in bytes: [UInt8], name: String = "kiez.wacz") -> [WARCFault] {
    var faults: [WARCFault] = []
    WACZVerifier.verify(bytes: bytes, name: name) { faults.append($0) }
    return faults
  }
}
