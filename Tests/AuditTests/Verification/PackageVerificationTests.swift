import Bytes
import Conversion
import Foundation
import Testing

@testable import Audit

/// What `verify` finds in packages: nothing in sound ones, and every damage where it is.
struct PackageVerificationTests {
  private func package(
    _ input: String = "handwritten-1.1.xml", configure: (inout ConversionOptions) -> Void = { _ in }
  ) async throws -> TemporaryFolder {
    try await MadePackage.of([MadePackage.fixture("wxr/\(input)")], configure: configure)
  }

  private func verify(
    _ folder: TemporaryFolder
  ) async throws -> (summary: VerificationSummary, faults: [Fault]) {
    try await MadePackage.verify(folder)
  }

  private func change(_ name: String, in folder: TemporaryFolder, _ body: (String) -> String) async throws {
    try await MadePackage.change(name, in: folder, body)
  }

  @Test(arguments: [
    "musterkiez.xml", "musterkiez.xml.gz", "musterkiez-parts.zip", "parts", "handwritten-1.0.xml",
  ])
  func `A package as it was made has no fault and no warning`(input: String) async throws {
    let (summary, faults) = try await verify(try await package(input))
    #expect(faults.first?.line == nil)
    #expect(summary.isValid && summary.kind == .package && summary.items > 0 && summary.records > 0)
  }

  @Test(arguments: ConversionOptions.Output.allCases)
  func `A package of one form alone has no fault either`(output: ConversionOptions.Output) async throws {
    let folder = try await package("musterkiez.xml") { $0.outputs = [output] }
    #expect(try await verify(folder).faults.first?.line == nil)
  }

  @Test(arguments: ["hugo", "jekyll", "eleventy", "astro", "zola", "pelican"])
  func `A package laid out for a generator has no fault either`(preset: String) async throws {
    let folder = try await package("musterkiez.xml") {
      $0.preset = preset
      $0.outputs = [.markdown]
    }
    #expect(try await verify(folder).faults.first?.line == nil)
  }

  @Test func `A row that the ledger lost is missed by its item and by the count`() async throws {
    let folder = try await package()
    try await change("data/ledger.jsonl", in: folder) { text in
      let lines = text.split(separator: "\n")
      let lost = lines.firstIndex { $0.contains(#""kind":"item""#) }
      return lines.enumerated().filter { $0.offset != lost }.map { $0.element + "\n" }.joined()
    }
    let kinds = try await verify(folder).faults.map(\.kind)
    #expect(kinds.contains("ledger-count") && kinds.contains("item-without-row"))
  }

  @Test func `A row too many and a row that is no JSON are named with their places`() async throws {
    let folder = try await package()
    try await change("data/ledger.jsonl", in: folder) { text in
      let lines = text.split(separator: "\n")
      let again = lines.first { $0.contains(#""kind":"item""#) } ?? ""
      return text + again + "\n{halb\n"
    }
    let faults = try await verify(folder).faults
    let length = try folder.text(of: "data/ledger.jsonl").utf8.count
    #expect(faults.contains { $0.kind == "row-without-item" })
    #expect(faults.contains { $0.kind == "ledger-row-malformed" && $0.offset == length - 6 })
  }

  @Test func `A range or digest that is not the item's is named with both`() async throws {
    let folder = try await package()
    try await change("data/ledger.jsonl", in: folder) { text in
      text.replacing(/("kind":"item".*?"length":)(\d+)(,"sha256":")(..)/, maxReplacements: 1) { match in
        "\(match.1)1\(match.3)zz"
      }
    }
    let faults = try await verify(folder).faults
    #expect(Set(faults.map(\.kind)) == ["item-range", "item-digest"])
    #expect(faults.first?.expected?.hasPrefix("1 bytes from byte ") == true)
  }

  @Test func `An output that is gone and one that nobody accounts for are named`() async throws {
    let folder = try await package()
    let ledger = try folder.text(of: "data/ledger.jsonl")
    let target = String(try #require(ledger.firstMatch(of: /"(data\/markdown\/[^"]*)"/)).1)
    try FileSystem.rename(folder.path + "/" + target, to: folder.path + "/" + target + "x")
    try await MadePackage.reseal(folder)
    let faults = try await verify(folder).faults
    #expect(faults.map(\.kind).sorted() == ["ledger-target-missing", "output-without-row"])
    #expect(faults.contains { $0.expected == target } && faults.contains { $0.file == target + "x" })
  }

  @Test func `A source that was changed and sealed again no longer agrees with what was made of it`()
    async throws
  {
    let folder = try await package()
    try await change("data/source/handwritten-1.1.xml", in: folder) {
      $0.replacing("publish", with: "pubLish")
    }
    let faults = try await verify(folder).faults
    #expect(faults.contains { $0.kind == "item-digest" } && faults.contains { $0.kind == "item-model" })
  }

  @Test func `A changed header of a source is found where it stands`() async throws {
    let folder = try await package("musterkiez.xml")
    try await change("data/source/musterkiez.xml", in: folder) {
      $0.replacing("<language>de", with: "<language>dE", maxReplacements: 1)
    }
    let faults = try await verify(folder).faults
    #expect(faults.map(\.kind) == ["header-digest", "source-differs"])
    #expect(faults.first?.offset == 0 && faults.first?.record == "header in musterkiez.xml")
  }

  @Test func `A changed value in the items is found at its byte`() async throws {
    let folder = try await package()
    try await change("data/json/items.jsonl", in: folder) { text in
      text.replacing(#""status":"publish""#, with: #""status":"pubLish""#, maxReplacements: 1)
    }
    let text = try folder.text(of: "data/json/items.jsonl")
    let place = try #require(text.range(of: "pubLish"))
    let faults = try await verify(folder).faults
    #expect(faults.map(\.kind) == ["item-model"])
    #expect(faults.first?.offset == text.utf8.distance(from: text.startIndex, to: place.lowerBound) + 3)
  }

  @Test func `A line of the items that is gone or too many is missed or found`() async throws {
    let folder = try await package()
    try await change("data/json/items.jsonl", in: folder) { text in
      var lines = text.split(separator: "\n")
      lines.append(lines.removeFirst())
      return lines.map { $0 + "\n" }.joined()
    }
    let kinds = try await verify(folder).faults.map(\.kind)
    #expect(kinds.sorted() == ["item-without-line", "row-without-item"])
  }

  @Test func `A missing tag manifest is a fault in a package of ours`() async throws {
    let folder = try await package()
    try FileSystem.remove(folder.path + "/tagmanifest-sha256.txt")
    let faults = try await verify(folder).faults
    #expect(faults.map(\.kind) == ["no-tag-manifest"] && faults.first?.severity == .fault)
  }

  @Test func `The web archives of a package are held against each other, whatever their digests say`()
    async throws
  {
    let folder = try await package("musterkiez.xml")
    let names = try FileSystem.entries(of: folder.path + "/data/warc").map(\.name)
    let other = try await package("handwritten-1.1.xml")
    let (archive, index) = (names.first { $0.hasSuffix("0.warc.gz") }, names.first { $0.hasSuffix(".cdxj") })
    let wacz = try #require(names.first { $0.hasSuffix(".wacz") })
    // A sound archive of another site in place of the right one.
    let others = try FileSystem.entries(of: other.path + "/data/warc").map(\.name)
    let stranger = try #require(others.first { $0.hasSuffix("0.warc.gz") })
    try folder.write(try other.bytes(of: "data/warc/\(stranger)"), to: "data/warc/\(archive ?? "")")
    try await MadePackage.reseal(folder)
    let faults = try await verify(folder).faults
    #expect(
      faults.filter { $0.kind == "archive-differs" }.map(\.file) == [
        "data/warc/\(wacz)/archive/\(archive ?? "")"
      ])
    let indexFaults = faults.filter { $0.file == "data/warc/\(index ?? "")" }
    #expect(indexFaults.contains { $0.kind == "index-record" || $0.kind == "index-differs" })
    #expect(indexFaults.allSatisfy { $0.offset != nil && $0.expected != nil && $0.found != nil })
  }

  @Test func `A WACZ file of a package whose parts do not agree is found out`() async throws {
    let folder = try await package("musterkiez.xml")
    let wacz = try #require(
      try FileSystem.entries(of: folder.path + "/data/warc").map(\.name).first { $0.hasSuffix(".wacz") })
    var bytes = try folder.bytes(of: "data/warc/\(wacz)")
    // What is stored as it is can be changed where it stands: here in the middle of the archive.
    bytes[bytes.count / 3] ^= 2
    try folder.write(bytes, to: "data/warc/\(wacz)")
    try await MadePackage.reseal(folder)
    let faults = try await verify(folder).faults
    #expect(faults.contains { $0.kind == "entry-differs" && $0.file.hasPrefix("data/warc/\(wacz)/archive/") })
    #expect(faults.contains { $0.kind == "archive-differs" })
    #expect(faults.contains { $0.kind == "gzip-damaged" && ($0.offset ?? 0) > 0 && $0.record != nil })
  }

  @Test func `Any flipped bit is found, and the file it is in is named`() async throws {
    let folder = try await package()
    let files = try allFiles(of: folder)
    var state: UInt64 = 1
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<60 {
      let name = files[random(below: files.count)]
      let original = try folder.bytes(of: name)
      guard !original.isEmpty else { continue }
      let place = random(below: original.count)
      var damaged = original
      damaged[place] ^= UInt8(1) << random(below: 8)
      try folder.write(damaged, to: name)
      let (summary, faults) = try await verify(folder)
      #expect(!summary.isValid, "byte \(place) of \(name)")
      #expect(
        faults.contains { $0.file == name || $0.expected?.contains(name) == true }, "byte \(place) of \(name)"
      )
      try folder.write(original, to: name)
    }
    #expect(try await verify(folder).faults == [])
  }

  private func allFiles(of folder: TemporaryFolder, in name: String = "") throws -> [String] {
    try FileSystem.entries(of: folder.path + "/" + name).flatMap { entry in
      let path = name.isEmpty ? entry.name : name + "/" + entry.name
      return entry.kind == .folder ? try allFiles(of: folder, in: path) : [path]
    }
  }
}
