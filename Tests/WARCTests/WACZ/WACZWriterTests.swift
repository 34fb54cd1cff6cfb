import Bytes
import Testing
import WARC

@Suite struct WACZWriterTests {
  @Test(arguments: [0, 2, 10_000])
  func `An index that comes line by line gives the same file`(limit: Int) throws {
    var sample = try SampleWACZ()
    sample.indexLimit = limit
    let whole = try sample.bytes()
    sample.isIndexStreamed = true
    #expect(try sample.bytes() == whole)
    #expect(SampleWACZ.faults(in: whole).isEmpty)
  }

  @Test func `The same parts give the same bytes`() throws {
    #expect(try SampleWACZ().bytes() == SampleWACZ().bytes())
  }

  @Test func `A sound file has no fault, not even a warning`() throws {
    var sample = try SampleWACZ()
    #expect(try sample.codes() == [])
    sample.others = [("derived/a.bin", sample.archive), ("notes/lies-mich.txt", Array("Hallo".utf8))]
    #expect(try sample.codes() == [])
  }

  @Test func `A large index is cut into blocks with an index of their own`() throws {
    var sample = try SampleWACZ()
    sample.indexLimit = 2
    #expect(try sample.codes() == [])
    let names = try SampleWACZ.names(in: sample.bytes())
    #expect(names.contains("indexes/index.cdx.gz"))
    #expect(names.contains("indexes/index.idx"))
  }

  @Test(arguments: [
    "archive/x.warc.gz", "pages/x.jsonl", "indexes/x", "datapackage.json", "a/../b", "a b/c", "/a/b",
  ])
  func `A path that the format keeps for itself is refused`(path: String) throws {
    var sample = try SampleWACZ()
    sample.others = [(path, [1])]
    #expect(throws: WACZWriteError<Never>.self) { try sample.bytes() }
  }

  @Test func `A page's line has what readers search for`() throws {
    let page = try #require(try SampleWACZ().pages.dropFirst().first)
    var json = JSONText()
    page.write(to: &json)
    let line = String(decoding: json.bytes, as: UTF8.self)
    #expect(line.hasPrefix(#"{"id":""#))
    #expect(
      line.hasSuffix(
        #""url":"https://qm-musterkiez.example/2009/05/fest/","ts":"2026-11-18T11:06:40Z","#
          + #""title":"Straßenfest","text":"Straßenfest"}"# + "\n"))
  }
}

extension SampleWACZ {
  /// The names in a zip file's central directory.
  static func names(in zip: [UInt8]) -> [String] {
    let mark = Array("PK\u{1}\u{2}".utf8)
    return zip.indices.dropLast(46).filter { zip[$0...].starts(with: mark) }.map { start in
      let length = Int(zip[start + 28]) | Int(zip[start + 29]) << 8
      return String(decoding: zip[(start + 46)..<(start + 46 + length)], as: UTF8.self)
    }
  }
}
