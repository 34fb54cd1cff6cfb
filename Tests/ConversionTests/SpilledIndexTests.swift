import Bytes
import Testing
import WARC

@testable import Conversion

@Suite struct SpilledIndexTests {
  @Test(arguments: [0, 1, 2, 5])
  func `Pieces come back as one sorted index`(pieces: Int) throws {
    let folder = try TemporaryFolder()
    let source = Digest(.sha256, of: [1])
    let date = UTCTime(secondsSince1970: 1_258_286_400)
    let series = try #require(
      WARCFileSeries(prefix: "a", date: date, fields: WARCFields(), source: source))
    var random = SeededGenerator(seed: UInt64(pieces))
    var whole = try WARCWriter(series, to: MemorySink())
    var cut = try WARCWriter(series, to: MemorySink())
    let spilled = SpilledIndex("cdxj", in: try PackageFolder.begin(at: folder.path + "/out"))
    for _ in 0..<pieces {
      for _ in 0..<40 {
        let number = Int.random(in: 0..<1000, using: &random)
        let uri = try #require(TargetURI("https://qm-musterkiez.example/\(number)/"))
        let record = ResourceRecord(
          uri: uri, date: date, block: Block([1, 2], contentType: .html),
          identity: .derived(source: source, ordinal: number))
        try whole.append(record)
        try cut.append(record)
      }
      try spilled.append(cut.takeIndex())
    }
    var bytes: [UInt8] = []
    try spilled.forEachLine { bytes.append(copying: $0) }
    #expect(bytes == whole.index.bytes)
    #expect(spilled.count == pieces * 40)
  }
}
