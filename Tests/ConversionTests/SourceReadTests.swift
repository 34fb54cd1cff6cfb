import Bytes
import Foundation
import Testing

@testable import Conversion

/// Reads whose refusal must not pass for an answer.
@Suite struct SourceReadTests {
  @Test func `The first refusal to read is kept and ends the run`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("da".utf8), to: "there")
    let reads = SourceReads()
    let range = ByteRange(offset: 0, length: 2)
    let found = reads.attempt { () throws(FileError) in try File.open(path).read(range) }
    #expect(found == Array("da".utf8))
    try reads.check()
    for name in ["first", "second"] {
      let missing = "\(folder.path)/\(name)"
      #expect(reads.attempt { () throws(FileError) in try File.open(missing).read(range) } == nil)
    }
    let error = #expect(throws: ConversionError.self) { try reads.check() }
    #expect(error?.description.contains("\(folder.path)/first") == true)
  }

  @Test(arguments: [1, -1_000_000])
  func `An export that grows or is cut while it is read ends the run`(by count: Int) async throws {
    let folder = try TemporaryFolder()
    // More than the survey reads at a time.
    let posts = (1...3).map { id in
      var post = Export.Post(id)
      post.content = String(repeating: "Kiez ", count: 120_000)
      return post
    }
    let text = Export.head + posts.map(\.xml).joined() + Export.tail
    let input = try folder.write(Array(text.utf8), to: "export.xml")
    var options = ConversionOptions(destination: folder.path + "/out")
    options.isBare = true
    let error = await #expect(throws: ConversionError.self) {
      _ = try await Converter(options: options).convert([input]) {
        if $0.phase == .surveying { truncate(input, off_t(text.utf8.count + count)) }
      }
    }
    #expect(error?.code == .unusableInput)
    #expect(error?.description.contains(input) == true)
    #expect(!FileManager.default.fileExists(atPath: options.destination))
  }

  @Test func `Posts whose neighbours cannot be read again are not converted without them`() async throws {
    let folder = try TemporaryFolder()
    let posts = (1...3).map { Export.Post($0) }
    let text = Export.head + posts.map(\.xml).joined() + Export.tail
    let input = try folder.write(Array(text.utf8), to: "export.xml")
    let destination = folder.path + "/out"
    let timeline = "\(folder.path)/.out.nachlass-partial/spool/timeline"
    var isRemoved = false
    let error = await #expect(throws: ConversionError.self) {
      _ = try await Converter(options: ConversionOptions(destination: destination)).convert([input]) {
        guard $0.phase == .surveying, !isRemoved else { return }
        isRemoved = unlink(timeline) == 0
      }
    }
    #expect(isRemoved)
    #expect(error?.code == .unusableInput)
    #expect(error?.description.contains(timeline) == true)
    #expect(!FileManager.default.fileExists(atPath: destination))
  }
}
