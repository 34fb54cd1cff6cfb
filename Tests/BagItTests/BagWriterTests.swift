import Bytes
import Testing

@testable import BagIt

struct BagWriterTests {
  private let date = UTCTime(secondsSince1970: 1_700_000_000)

  private func bag(jobs: Int = 2, files: [(String, String)]) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    var info = BagInfo()
    info.add("Source-Organization", "QM Musterkiez e. V.")
    _ = try await BagWriter(jobs: jobs, synchronizes: false)
      .complete(folder.path, info: info, baggingDate: date)
    return folder
  }

  @Test func `A small bag has exactly the tag files of BagIt 1.0`() async throws {
    let folder = try await bag(files: [("data/b.txt", "b"), ("data/a/x.txt", "x"), ("data/a-b.txt", "")])
    #expect(
      try FileSystem.entries(of: folder.path).map(\.name) == [
        "bag-info.txt", "bagit.txt", "data", "manifest-sha256.txt", "manifest-sha512.txt",
        "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
      ])
    #expect(
      try folder.text(of: "bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try folder.text(of: "bag-info.txt") == """
        Source-Organization: QM Musterkiez e. V.
        Bagging-Date: 2023-11-14
        Bag-Size: 2 B
        Payload-Oxum: 2.3

        """)
    #expect(
      try folder.text(of: "manifest-sha256.txt") == """
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a-b.txt
        2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  data/a/x.txt
        3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  data/b.txt

        """)
  }

  @Test func `Tag manifests list every tag file but themselves, in the order of their bytes`() async throws {
    let folder = try await bag(files: [("data/a", "a"), ("schema/item.json", "{}")])
    let listed = try folder.text(of: "tagmanifest-sha512.txt").split(separator: "\n").map {
      $0.dropFirst(130)
    }
    #expect(
      listed == [
        "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt", "schema/item.json",
      ])
  }

  @Test func `The number of jobs changes no byte`() async throws {
    let files = (0..<500).map { ("data/\($0 % 7)/\($0).txt", String(repeating: "ä", count: $0)) }
    let alone = try await bag(jobs: 1, files: files)
    let together = try await bag(jobs: 5, files: files)
    for name in ["manifest-sha512.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "bag-info.txt"] {
      #expect(try alone.text(of: name) == together.text(of: name))
    }
    #expect(try alone.text(of: "manifest-sha512.txt").split(separator: "\n").count == 500)
  }

  @Test func `A digest taken while a file was written is listed, where the file still has the size`()
    async throws
  {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("text", to: "data/\(name)") }
    let seen = Digest(algorithm: .sha256, bytes: [UInt8](repeating: 7, count: 32))
    var written = WrittenFiles()
    written.add("data/a", WrittenFile(size: 4, digests: [seen]))
    written.add("data/b", WrittenFile(size: 5, digests: [seen]))
    _ = try await BagWriter(jobs: 2, synchronizes: false).complete(
      folder.path, info: BagInfo(), baggingDate: date,
      written: written)
    let computed = Digest(.sha256, of: Array("text".utf8)).hexadecimal
    #expect(
      try folder.text(of: "manifest-sha256.txt") == """
        \(seen.hexadecimal)  data/a
        \(computed)  data/b
        \(computed)  data/c

        """)
    #expect(try folder.text(of: "manifest-sha512.txt").split(separator: "\n").count == 3)
  }

  @Test func `Of a large file only those digests are computed that are not known of one of its size`()
    async throws
  {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 9 << 20)
    for name in ["a", "b"] { try folder.write(bytes, to: "data/\(name)") }
    let seen = Digest(algorithm: .sha256, bytes: [UInt8](repeating: 7, count: 32))
    var written = WrittenFiles()
    written.add("data/a", WrittenFile(size: bytes.count, digests: [seen]))
    written.add("data/b", WrittenFile(size: bytes.count - 1, digests: [seen]))
    _ = try await BagWriter(jobs: 2, synchronizes: false).complete(
      folder.path, info: BagInfo(), baggingDate: date, written: written)
    let (sha256, sha512) = (Digest(.sha256, of: bytes).hexadecimal, Digest(.sha512, of: bytes).hexadecimal)
    #expect(
      try folder.text(of: "manifest-sha256.txt") == "\(seen.hexadecimal)  data/a\n\(sha256)  data/b\n")
    #expect(try folder.text(of: "manifest-sha512.txt") == "\(sha512)  data/a\n\(sha512)  data/b\n")
  }

  @Test func `Writing again replaces what an interrupted run left`() async throws {
    let folder = try await bag(files: [("data/a", "a"), ("manifest-sha512.txt", "half a li")])
    #expect(try folder.text(of: "manifest-sha512.txt").hasSuffix("  data/a\n"))
  }

  @Test func `Percent signs and line ends in names are encoded, and nothing else`() async throws {
    let folder = try await bag(files: [("data/100 %~\n\r", "a")])
    #expect(try folder.text(of: "manifest-sha256.txt").hasSuffix("  data/100 %25~%0A%0D\n"))
  }

  @Test func `An empty folder is told, a link is refused`() async throws {
    let folder = try TemporaryFolder()
    try FileSystem.makeFolder(folder.path + "/data/leer")
    let writer = BagWriter(jobs: 1, synchronizes: false)
    let summary = try await writer.complete(folder.path, info: BagInfo(), baggingDate: date)
    #expect(summary.emptyFolders == ["data/leer"])
    try folder.link("data/fort", to: "/etc/hostname")
    await #expect(throws: BagError.notAFile(path: "data/fort")) {
      try await writer.complete(folder.path, info: BagInfo(), baggingDate: date)
    }
  }
}
