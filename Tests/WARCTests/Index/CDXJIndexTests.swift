import Bytes
import Testing

@testable import WARC

@Suite struct CDXJIndexTests {
  @Test(arguments: [1, 400, 5000, 1 << 22])
  func `Lines come out in order, however many runs they were kept in`(runLength: Int) throws {
    var index = CDXJIndex(runLength: runLength)
    var lines: [[UInt8]] = []
    let name = try Samples.series().filename(serial: 0)
    for number in 0..<300 {
      let path = String(number * 7919 % 300, radix: 7)
      let line = try #require(CDXJLine(Samples.page(path, path)))
      let range = ByteRange(offset: number * 100, length: 99)
      let location = RecordLocation(filename: name, range: range)
      index.append(line, at: location)
      var bytes: [UInt8] = []
      line.write(at: location, to: &bytes)
      lines.append(bytes)
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    #expect(index.count == 300)
    #expect(index.bytes == Array(lines.joined()))
    var count = 0
    index.forEachLine { line in
      #expect(line.copied == lines[count])
      count += 1
    }
    #expect(count == 300)
  }

  @Test func `An empty index has no lines`() {
    #expect(CDXJIndex().bytes.isEmpty)
  }
}
