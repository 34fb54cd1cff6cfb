import Bytes
import Testing

@testable import BagIt

@Suite struct WrittenFilesTests {
  @Test(arguments: [1, 700, 5_000])
  func `Every file is known again, whether it waits in memory or in the file`(count: Int) {
    let files = (0..<count).map { ("data/\($0)", WrittenFile(of: Array("text \($0)".utf8))) }
    var written = WrittenFiles()
    for (path, file) in files { written.add(path, file) }
    for (path, file) in files { #expect(written.file(at: path) == file) }
    #expect(written.file(at: "data/\(count)") == nil)
  }

  @Test func `What was not taken is not known, nor is a file that was written again`() {
    let digest = Digest(.sha256, of: Array("a".utf8))
    var written = WrittenFiles()
    written.add("data/a", WrittenFile(size: 1, digests: [digest]))
    written.add("data/b", WrittenFile(size: 1, digests: [digest]))
    #expect(written.file(at: "data/a") == WrittenFile(size: 1, digests: [digest]))
    written.add("data/a", WrittenFile(of: Array("b".utf8)))
    #expect(written.file(at: "data/a") == nil)
    #expect(written.file(at: "data/b") != nil)
  }

  @Test func `What is known of a file is completed, unless the file has another size`() throws {
    let folder = try TemporaryFolder()
    let whole = WrittenFile(of: Array("text".utf8))
    try folder.write("text", to: "a")
    let path = folder.path + "/a"
    let seen = Digest(algorithm: .sha256, bytes: [UInt8](repeating: 7, count: 32))
    let completed = try WrittenFile(reading: path, known: WrittenFile(size: 4, digests: [seen]))
    #expect(completed.digest(by: .sha256) == seen)
    #expect(completed.digest(by: .sha512) == whole.digest(by: .sha512))
    #expect(try WrittenFile(reading: path, known: WrittenFile(size: 5, digests: [seen])) == whole)
    #expect(try WrittenFile(reading: path) == whole)
  }

  @Test func `A file is not read where all its digests are known, and read where its size is another`()
    async throws
  {
    let folder = try TemporaryFolder()
    let known = WrittenFile(of: Array("text".utf8))
    var written = WrittenFiles()
    for (name, text) in [("a", "TEXT"), ("b", "longer text")] {
      try folder.write(text, to: "data/\(name)")
      written.add("data/\(name)", known)
    }
    _ = try await BagWriter(jobs: 2, synchronizes: false).complete(
      folder.path, info: BagInfo(), baggingDate: UTCTime(secondsSince1970: 0), written: written)
    for digest in known.digests {
      let computed = Digest(digest.algorithm, of: Array("longer text".utf8)).hexadecimal
      #expect(
        try folder.text(of: "manifest-\(digest.algorithm.rawValue).txt")
          == "\(digest.hexadecimal)  data/a\n\(computed)  data/b\n")
    }
  }
}
