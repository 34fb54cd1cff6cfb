import Bytes
import Foundation
import Testing

@Suite struct FileTests {
  @Test func `A range that a file does not have is an error, and its head is as long as it is`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try File.create(path).write(Array("Kiez".utf8).span)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try File.open(path)
    #expect(try file.contents() == Array("Kiez".utf8))
    #expect(try file.head(2) == Array("Ki".utf8))
    #expect(try file.head(64) == Array("Kiez".utf8))
    #expect(try file.read(ByteRange(offset: 2, length: 2)) == Array("ez".utf8))
    for range in [ByteRange(offset: 2, length: 3), ByteRange(offset: 9, length: 1)] {
      let error = #expect(throws: FileError.self) { try file.read(range) }
      #expect(error?.isWrongLength == true)
      #expect(error?.description.contains(path) == true)
    }
  }
}
