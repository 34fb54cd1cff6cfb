import Bytes
import Testing
import WARC

@Suite struct WACZVerifierTests {
  @Test func `A page that was not captured is found`() throws {
    var sample = try SampleWACZ()
    let stranger = WACZPage(
      uri: try Samples.uri("https://qm-musterkiez.example/fremd/"), date: Samples.date, title: "?", text: nil)
    sample.pages.append(stranger)
    let faults = try SampleWACZ.faults(in: sample.bytes())
    #expect(faults.map(\.code.rawValue) == ["page"])
    #expect(faults.first?.file == "kiez.wacz/pages/pages.jsonl")
    #expect(faults.first?.record == 5)
    sample = try SampleWACZ()
    sample.mainPage = stranger
    #expect(try sample.codes() == ["page"])
  }

  @Test func `An index that does not fit the records is found, line by line`() throws {
    var sample = try SampleWACZ()
    let other = try SampleWACZ()
    var writer = try WARCWriter(Samples.series(), to: MemorySink())
    try writer.append(Samples.page("vorneweg/", "Vorneweg"))
    try writer.append(Samples.page("", "Willkommen"))
    sample.index = try writer.finish().index
    let codes = Set(try sample.codes())
    #expect(codes.contains("index-missing"))
    #expect(codes.contains("index-record") || codes.contains("index-differs"))
    sample.index = CDXJIndex()
    #expect(try sample.codes() == ["index-missing"])
    sample.index = other.index
    #expect(try sample.codes() == [])
  }

  @Test func `A damaged record in the archive is named as in a file of its own`() throws {
    var sample = try SampleWACZ()
    sample.archive[sample.archive.count / 2] ^= 4
    let faults = try SampleWACZ.faults(in: sample.bytes())
    let damage = try #require(faults.first { $0.code.rawValue == "gzip-damaged" })
    #expect(damage.file == "kiez.wacz/archive/\(sample.name)")
    #expect(damage.offset > 0)
  }

  @Test func `A flipped bit anywhere in an entry is found`() throws {
    let sample = try SampleWACZ()
    let bytes = try sample.bytes()
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: sample.archive) })
    for offset in stride(from: start, to: start + sample.archive.count, by: 7) {
      var flipped = bytes
      flipped[offset] ^= 0x20
      #expect(!SampleWACZ.faults(in: flipped).isEmpty, "at byte \(offset)")
    }
  }

  @Test func `A cut file and one that is no zip file are found`() throws {
    let bytes = try SampleWACZ().bytes()
    #expect(!SampleWACZ.faults(in: Array(bytes.dropLast(bytes.count / 3))).isEmpty)
    let codes = SampleWACZ.faults(in: Array("kein Archiv".utf8)).map(\.code.rawValue)
    #expect(codes.first == "zip-damaged")
  }

  @Test func `A name that does not end in wacz is worth a warning`() throws {
    let faults = try SampleWACZ.faults(in: SampleWACZ().bytes(), name: "kiez.zip")
    #expect(faults.map(\.severity) == [.warning])
  }

  /// Bytes of the zip file to be replaced by others of the same length, and a code that must be among the faults.
  static let replacements = [
    ("archive/musterkiez", "archivs/musterkiez", "missing-entry"),
    ("pages/pages.jsonl", "pages/pegas.jsonl", "missing-entry"),
    ("indexes/index.cdx", "indexes/index.txt", "foreign-entry"),
    ("datapackage.json", "datapackage.jsom", "missing-entry"),
    ("datapackage-digest.json", "datapackage-digest.jsom", "missing-entry"),
    ("pages/pages.jsonl", "/ages/pages.jsonl", "zip-entry"),
  ]

  @Test(arguments: replacements)
  func `An entry that is not where it should be is missed`(old: String, new: String, code: String) throws {
    var bytes = try SampleWACZ().bytes()
    let starts = bytes.indices.filter { bytes[$0...].starts(with: old.utf8) }
    // Both in the entry's own header and in the directory: all else is compressed.
    #expect(starts.count == 2)
    for start in starts {
      bytes.replaceSubrange(start..<(start + old.utf8.count), with: new.utf8)
    }
    #expect(SampleWACZ.faults(in: bytes).map(\.code.rawValue).contains(code))
  }
}
