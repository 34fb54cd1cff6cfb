import Bytes
import Testing

@Suite struct CompressionTests {
  private let text = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7 ^ $0 >> 3) })

  private func inflated(_ data: [UInt8], _ format: Inflater.Format, limit: Int = 1000) throws -> [UInt8] {
    var inflater = Inflater(format)
    var output: [UInt8] = []
    var position = 0
    while true {
      let progress = try inflater.inflate(data.span, from: position, appendingTo: &output, limit: limit)
      position += progress.consumed
      if progress.isAtEnd || progress.consumed == 0 && position == data.count { return output }
    }
  }

  @Test(arguments: [1, 6]) func `A streamed member holds what was written, whatever the chunks`(level: Int)
    throws
  {
    let text = self.text + self.text
    var members: [[UInt8]] = []
    for size in [7, 999, 65_536, 262_144, 300_000, 400_000] {
      var stream = GzipStream(level: level)
      var member: [UInt8] = []
      for start in stride(from: 0, to: text.count, by: size) {
        stream.write(text.span.extracting(start..<min(start + size, text.count)), to: &member)
      }
      stream.finish(to: &member)
      members.append(member)
    }
    #expect(Set(members).count == 1)
    #expect(try inflated(members[0], .gzip) == text)
  }

  @Test(arguments: [0, 1, 9]) func `An empty stream is a whole member`(level: Int) throws {
    var member: [UInt8] = []
    GzipStream(level: level).finish(to: &member)
    #expect(try inflated(member, .gzip).isEmpty)
    #expect(member.prefix(10) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  }

  @Test(arguments: [0, 1, 2, 12]) func `A member of any length holds its bytes, whether they repeat or not`(
    level: Int
  )
    throws
  {
    var compressor = GzipCompressor(level: level)
    for count in [0, 1, 2, 17, 1535, 1536, 65_535, 65_536, 200_000] {
      var state: UInt32 = 7
      let noise = (0..<count).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24)
      }
      for bytes in [noise, [UInt8](repeating: 0x61, count: count)] {
        var member: [UInt8] = []
        compressor.appendMember(of: bytes.span, to: &member)
        #expect(try inflated(member, .gzip, limit: 1 << 20) == bytes)
      }
    }
  }

  @Test func `Codes made of a sample write any text, and the same bytes each time`() throws {
    let sample = [UInt8](
      String(repeating: "<p>Der Kiez feiert am Brunnen, und alle sind da.</p>\n", count: 400).utf8)
    let texts: [[UInt8]] = [[], [7], sample, Array(sample[100..<5000]), Array(text[..<30_000]), text]
    var members: Set<[UInt8]> = []
    for litter in [UInt16(0), 3, 5, 0xABAB] {
      // The compressor gets memory that held something else before.
      for _ in 0..<20 { #expect([UInt16](repeating: litter, count: 41_176).last == litter) }
      var compressor = GzipCompressor(level: 1, codes: GzipCodes(sample: sample.span))
      var all: [UInt8] = []
      for bytes in texts {
        var member: [UInt8] = []
        compressor.appendMember(of: bytes.span, to: &member)
        #expect(try inflated(member, .gzip, limit: 1 << 20) == bytes)
        all += member
      }
      members.insert(all)
    }
    #expect(members.count == 1)
  }

  @Test func `Codes of an empty sample are codes`() throws {
    var compressor = GzipCompressor(level: 1, codes: GzipCodes(sample: [UInt8]().span))
    var member: [UInt8] = []
    compressor.appendMember(of: text.span.extracting(0..<20_000), to: &member)
    #expect(try inflated(member, .gzip, limit: 1 << 20) == Array(text[..<20_000]))
  }

  @Test func `A whole member is decompressed and its length is told`() {
    var compressor = GzipCompressor(level: 6)
    var data: [UInt8] = [7, 7]
    compressor.appendMember(of: text.span, to: &data)
    let end = data.count
    data.append(contentsOf: [1, 2, 3])
    var decompressor = GzipDecompressor()
    var output: [UInt8] = [9]
    let outcome = decompressor.decompressMember(
      in: data.span, from: 2, appendingTo: &output, limit: 1_000_000)
    #expect(outcome == .member(consumed: end - 2))
    #expect(output == [9] + text)
  }

  @Test func `A member that is too large, cut or damaged leaves the output alone`() {
    var compressor = GzipCompressor(level: 6)
    var data: [UInt8] = []
    compressor.appendMember(of: text.span, to: &data)
    var decompressor = GzipDecompressor()
    var output: [UInt8] = []
    #expect(decompressor.decompressMember(in: data.span, appendingTo: &output, limit: 100) == .isTooLarge)
    let cut = Array(data.dropLast())
    #expect(
      decompressor.decompressMember(in: cut.span, appendingTo: &output, limit: 1_000_000) == .isDamagedOrCut)
    data[data.count - 6] ^= 1
    #expect(
      decompressor.decompressMember(in: data.span, appendingTo: &output, limit: 1_000_000) == .isDamagedOrCut)
    #expect(output.isEmpty)
    #expect(throws: Inflater.Failure.self) { try inflated(data, .gzip) }
  }

  @Test func `A source gives its bytes once, in order`() {
    var source = BufferSource([1, 2, 3, 4, 5])
    var bytes: [UInt8] = []
    var counts: [Int] = []
    repeat { counts.append(source.read(2, appendingTo: &bytes)) } while counts.last != 0
    #expect(bytes == [1, 2, 3, 4, 5])
    #expect(counts == [2, 2, 1, 0])
  }
}
