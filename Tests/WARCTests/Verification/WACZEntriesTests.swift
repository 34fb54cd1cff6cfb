import Bytes
import Testing

@testable import WARC

/// Every rule of the entries of a WACZ file, broken one at a time.
@Suite struct WACZEntriesTests {
  /// The entries of a zip file by their paths.
  typealias Entries = [(path: String, bytes: [UInt8])]

  private func entries() throws -> Entries {
    let zip = try ZipReader(bytes: SampleWACZ().bytes())
    var entries: Entries = []
    while let entry = try zip.next() {
      entries.append((entry.path, EntrySource(zip, algorithm: nil).tally.readAll(keeping: true)))
    }
    return entries
  }

  private func faults(in entries: Entries, deflated: Set<String> = []) throws -> [WARCFault] {
    var writer = try ZipWriter()
    for entry in entries {
      try writer.begin(
        entry.path, size: entry.bytes.count, method: deflated.contains(entry.path) ? .deflated : .stored)
      try writer.write(entry.bytes.span)
      try writer.end()
    }
    try writer.close()
    return SampleWACZ.faults(in: writer.takeOutput())
  }

  /// The entries with a text replaced in one of them, and the digest of `datapackage.json` made to fit.
  private func entries(replacing old: String, with new: String, in path: String) throws -> Entries {
    var entries = try entries()
    let index = try #require(entries.firstIndex { $0.path == path })
    let bytes = entries[index].bytes
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: old.utf8) }, "no \(old)")
    entries[index].bytes.replaceSubrange(start..<(start + old.utf8.count), with: new.utf8)
    if path == "datapackage.json" {
      let digest = DigestLabel.text(of: Digest(.sha256, of: entries[index].bytes))
      entries[entries.count - 1].bytes = Array(#"{"path":"datapackage.json","hash":"\#(digest)"}"#.utf8)
    }
    return entries
  }

  @Test func `Taken apart and put together again it is still sound`() throws {
    #expect(try faults(in: entries()) == [])
  }

  @Test(arguments: [
    (#""profile":"data-package""#, #""profile":"other""#, "data-package"),
    (#""wacz_version""#, #""wacz_v""#, "data-package"),
    (#""title""#, #""tittle""#, "data-package"),
    (#""software""#, #""hardware""#, "data-package"),
    (#""created":"2026-11-18T11:06:40Z""#, #""created":"gestern""#, "data-package"),
    (#""hash":"sha256:"#, #""hash":"sha256:0"#, "entry-differs"),
    (#""bytes":"#, #""bytes":9"#, "entry-differs"),
    (#""bytes""#, #""octets""#, "data-package"),
    (#""name""#, #""nome""#, "data-package"),
    (#""path":"pages/"#, #""path":"pegas/"#, "missing-entry"),
    (#""path":"pages/"#, #""path":"pegas/"#, "foreign-entry"),
    (#""mainPageUrl":"https:"#, #""mainPageUrl":"http:"#, "page"),
    ("{", "[", "data-package"),
  ])
  func `A wrong datapackage is named`(old: String, new: String, code: String) throws {
    let entries = try entries(replacing: old, with: new, in: "datapackage.json")
    #expect(try faults(in: entries).map(\.code.rawValue).contains(code))
  }

  @Test(arguments: [
    (#""path":"datapackage.json""#, #""path":"package.json""#), (#""hash":"sha256:"#, #""hash":"sha256:0"#),
  ])
  func `A wrong digest of the datapackage is named`(old: String, new: String) throws {
    let entries = try entries(replacing: old, with: new, in: "datapackage-digest.json")
    #expect(try faults(in: entries).map(\.code.rawValue) == ["data-package"])
  }

  @Test(arguments: [
    (#""url""#, #""uri""#), (#""ts":"2026"#, #""ts":"gestern2026"#), (#""ts":"2026"#, #""ts":"2025"#),
    (#"{"id""#, #"["id""#),
  ])
  func `A wrong page is named with its line`(old: String, new: String) throws {
    let entries = try entries(replacing: old, with: new, in: "pages/pages.jsonl")
    let pages = try faults(in: entries).filter { $0.code.rawValue == "page" }
    #expect(pages.map(\.record) == [old.hasPrefix("{") ? 2 : pages.first?.record])
    #expect(pages.allSatisfy { $0.file == "kiez.wacz/pages/pages.jsonl" && $0.offset > 0 })
  }

  @Test(arguments: ["pages/pages.jsonl", "datapackage.json", "indexes/index.cdx"])
  func `A missing entry is named`(path: String) throws {
    let faults = try faults(in: entries().filter { $0.path != path })
    #expect(faults.contains { $0.code.rawValue == "missing-entry" && $0.severity == .error })
  }

  @Test func `An archive without any WARC file is none`() throws {
    let faults = try faults(in: entries().filter { !$0.path.hasPrefix("archive/") })
    #expect(faults.contains { $0.code.rawValue == "missing-entry" && $0.expected.contains("archive/") })
  }

  @Test(arguments: ["archive/liesmich.txt", "pages/liste.txt", "indexes/index.txt"])
  func `A foreign file in one of the three folders is named`(path: String) throws {
    let faults = try faults(in: entries() + [(path, [1])])
    #expect(faults.filter { $0.code.rawValue == "foreign-entry" }.map(\.file).contains("kiez.wacz/\(path)"))
  }

  @Test(arguments: ["../etwas", "/etwas", "a/b\\c"])
  func `A path that leaves the file is named`(path: String) throws {
    let faults = try faults(in: entries() + [(path, [1])])
    #expect(faults.contains { $0.code.rawValue == "zip-entry" })
  }

  @Test func `A repeated entry is named`() throws {
    let entries = try entries()
    let faults = try faults(in: entries + [entries[0]])
    #expect(faults.contains { $0.code.rawValue == "zip-entry" && $0.found == "another" })
  }

  @Test func `A compressed WARC file is named`() throws {
    let entries = try entries()
    let path = try #require(entries.first { $0.path.hasPrefix("archive/") }?.path)
    let found = try faults(in: entries, deflated: [path])
    #expect(found.map(\.code.rawValue) == ["zip-entry"])
    #expect(found.first?.file == "kiez.wacz/\(path)")
  }
}
