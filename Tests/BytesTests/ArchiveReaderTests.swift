import Bytes
import Foundation
import Testing

struct ArchiveReaderTests {
  private func contents(of bytes: [UInt8]) throws -> (text: [UInt8], failure: ArchiveReader.Failure?) {
    let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileSystem.remove(path) }
    try File.create(path).write(bytes.span)
    var reader = try ArchiveReader(path, as: .gzip)
    #expect(try reader.nextEntry() == "")
    var text: [UInt8] = []
    do {
      while try reader.read(1000, appendingTo: &text) > 0 {}
      #expect(try reader.nextEntry() == nil)
      return (text, nil)
    } catch {
      return (text, error)
    }
  }

  private let text = Array((0..<60_000).map { "Zeile \($0 * 7919 % 10_007)\n" }.joined().utf8)

  private func packed(_ texts: [UInt8]...) -> [UInt8] {
    var compressor = GzipCompressor(level: 6)
    var bytes: [UInt8] = []
    for text in texts { compressor.appendMember(of: text.span, to: &bytes) }
    return bytes
  }

  @Test func `Members of a gzip file are one text`() throws {
    let (read, failure) = try contents(of: packed(text, [], Array("Ende".utf8)))
    #expect(read == text + Array("Ende".utf8) && failure == nil)
  }

  @Test func `Of a gzip file that was cut off almost everything before the cut is read`() throws {
    let whole = packed(text)
    let (read, failure) = try contents(of: Array(whole.prefix(whole.count * 3 / 4)))
    #expect(failure != nil)
    #expect(read.count > text.count / 2 && text.starts(with: read))
  }
}
