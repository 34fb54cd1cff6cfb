import Conversion
import Foundation
import Testing

/// The descriptions beside the outputs: PREMIS and Dublin Core.
struct PackageMetadataTests {
  private func convert(configure: (inout ConversionOptions) -> Void = { _ in }) async throws -> (
    folder: TemporaryFolder, package: String
  ) {
    let folder = try TemporaryFolder()
    var draft = Export.Post(2)
    draft.status = "draft"
    draft.title = "Entwurf"
    var loud = Export.Post(3)
    loud.title = "„Laut“, sagt \"sie\""
    let input = try folder.write(Export.bytes([Export.Post(1), draft, loud]), to: "export.xml")
    var options = ConversionOptions(destination: folder.path + "/out")
    configure(&options)
    _ = try await Converter(options: options).convert([input])
    return (folder, folder.path + "/out")
  }

  @Test func `The table describes each page, and nothing that is withheld`() async throws {
    let (folder, package) = try await convert()
    defer { withExtendedLifetime(folder) {} }
    let table = try String(contentsOfFile: package + "/data/metadata/dublin-core.csv", encoding: .utf8)
    let lines = table.components(separatedBy: "\r\n")
    #expect(lines.count == 4 && lines[0].hasPrefix("filename,dc.title,dc.creator,") && lines[3].isEmpty)
    #expect(lines[1].hasPrefix("objects/markdown/2016/05/beitrag-1.md,Titel,Die Redaktion,"))
    #expect(lines[2].contains(#","„Laut“, sagt ""sie""","#))
    #expect(!table.contains("Entwurf") && !table.contains("redaktion@"))
  }

  @Test func `PREMIS names the original with its digest, the representations and what was withheld`()
    async throws
  {
    let (folder, package) = try await convert()
    defer { withExtendedLifetime(folder) {} }
    let premis = try String(contentsOfFile: package + "/data/metadata/premis.xml", encoding: .utf8)
    for part in [
      "data/source/export.xml", "<formatVersion>1.2</formatVersion>", "data/markdown/", "data/json/",
      "data/warc/",
      "3 items: 2 converted, 1 withheld", "<eventType>redaction</eventType>", "2022-07-04T10:00:00Z",
    ] {
      #expect(premis.contains(part), "\(part)")
    }
    #expect(!premis.contains(folder.path))
  }

  @Test func `Bare outputs have neither`() async throws {
    let (folder, package) = try await convert { $0.isBare = true }
    defer { withExtendedLifetime(folder) {} }
    #expect(try TemporaryFolder.contents(of: package).keys.allSatisfy { !$0.contains("metadata") })
  }
}
