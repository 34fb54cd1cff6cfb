import Bytes
import Conversion
import Foundation
import Testing

/// `Output/` is what `scripts/run` makes of the fixtures; a reader may rely on it.
@Suite struct CommittedOutputTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static func exports(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Fixtures/\(folder)")) ?? []
    return names.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: exports(in: "wxr"), [1, 2])
  func `A package is reproduced byte for byte`(name: String, jobs: Int) async throws {
    var options = ConversionOptions(destination: "\(folder.path)/\(name)")
    options.jobs = jobs
    options.uploads = "\(Self.root)/Fixtures/uploads"
    if name == "musterkiez" { options.outputs = [.markdown, .json] }
    _ = try await Converter(options: options).convert(["\(Self.root)/Fixtures/wxr/\(name).xml"])
    try expectSame("\(folder.path)/\(name)", "\(Self.root)/Output/\(name)")
  }

  /// Its bytes would double `Output/`, so its digests are committed, as `sha256sum` writes them.
  @Test(arguments: [1, 2])
  func `The large site's web archive is reproduced byte for byte`(jobs: Int) async throws {
    var options = ConversionOptions(destination: "\(folder.path)/warc")
    options.jobs = jobs
    options.isBare = true
    options.outputs = [.warc]
    options.uploads = "\(Self.root)/Fixtures/uploads"
    _ = try await Converter(options: options).convert(["\(Self.root)/Fixtures/wxr/musterkiez.xml"])
    let made = try TemporaryFolder.contents(of: options.destination)
      .filter { $0.key.hasPrefix("qm-musterkiez.") }.sorted { $0.key < $1.key }
    let digests = made.map { "\(Digest(.sha256, of: $0.value).hexadecimal)  \($0.key)\n" }.joined()
    #expect(
      try digests == String(contentsOfFile: "\(Self.root)/Output/musterkiez.warc.sha256", encoding: .utf8))
  }

  @Test(arguments: exports(in: "broken"))
  func `What was rescued of a broken export is reproduced byte for byte`(name: String) async throws {
    var options = ConversionOptions(destination: "\(folder.path)/\(name)")
    options.isBare = true
    options.jobs = 2
    options.outputs = [.markdown, .json]
    do {
      _ = try await Converter(options: options).convert(["\(Self.root)/Fixtures/broken/\(name).xml"])
    } catch {
      #expect(!FileManager.default.fileExists(atPath: "\(Self.root)/Output/broken/\(name)"), "\(error)")
      return
    }
    try expectSame("\(folder.path)/\(name)", "\(Self.root)/Output/broken/\(name)")
    let ledger = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name).ledger.jsonl"))
    let committed = URL(fileURLWithPath: "\(Self.root)/Output/broken/\(name).ledger.jsonl")
    #expect(try ledger == Data(contentsOf: committed))
  }

  private func expectSame(_ made: String, _ committed: String) throws {
    let (made, committed) = try (TemporaryFolder.contents(of: made), TemporaryFolder.contents(of: committed))
    #expect(Set(made.keys) == Set(committed.keys))
    let different = made.keys.filter { made[$0] != committed[$0] }.sorted()
    #expect(different == [])
  }
}
