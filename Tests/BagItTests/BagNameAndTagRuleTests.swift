import Bytes
import Foundation
import Testing

@testable import BagIt

/// The rules of RFC 8493 from the eighth on: a bag that keeps the rule and one that breaks it.
struct BagNameAndTagRuleTests {
  @Test func `Rule 8, names are compared as given, then by their normal form`() async throws {
    let composed = "data/M\u{FC}ll"
    let decomposed = "data/Mu\u{308}ll"
    let bag = try TestBag([composed: "a"])
    try bag.seal { digest, path in "\(digest)  \(path.decomposedStringWithCanonicalMapping)\n" }
    #expect(try await bag.verdict() == ["warning other-normalization data/Müll"])
    try bag.folder.write("anders", to: composed)
    #expect(try await bag.verdict().first == "fault changed data/Müll")
    let both = try TestBag([composed: "a"])
    try both.folder.write("b", to: decomposed)
    try both.seal()
    #expect(try await both.verdict().filter { $0.hasPrefix("fault") } == [])
    try FileSystem.remove(both.path + "/" + decomposed)
    #expect(try await both.verdict().contains("fault missing data/Müll"))
  }

  @Test func `Rule 8, names that Windows or a disk without case cannot hold are doubtful`() async throws {
    let bag = try TestBag(["data/Straße": "a", "data/STRASSE": "b", "data/nul.txt": "c", "data/a?": "d"])
    try bag.seal()
    #expect(
      try await bag.verdict() == [
        "warning name-not-portable data/a?", "warning name-not-portable data/nul.txt",
        "warning other-case-only data/Straße",
      ])
  }

  @Test func `Rule 9, tag manifests list the tag files and nothing else`() async throws {
    let bag = try TestBag()
    try bag.folder.write("Vermerk", to: "vermerk.txt")
    try bag.seal()
    #expect(try await bag.verdict() == [])
    try bag.folder.write("Verwerk", to: "vermerk.txt")
    #expect(try await bag.verdict() == ["fault changed vermerk.txt"])
    let manifest = try bag.folder.text(of: "tagmanifest-sha512.txt")
    let lines = manifest.split(separator: "\n")
    try bag.folder.write(
      lines.filter { !$0.hasSuffix("vermerk.txt") }.joined(separator: "\n") + "\n",
      to: "tagmanifest-sha512.txt")
    #expect(try await bag.verdict() == ["warning tag-file-not-listed vermerk.txt"])
    try bag.folder.write(
      lines.filter { !$0.hasSuffix("  manifest-sha512.txt") }.joined(separator: "\n") + "\n",
      to: "tagmanifest-sha512.txt")
    #expect(try await bag.verdict().contains("fault tag-file-not-listed manifest-sha512.txt"))
    try bag.folder.write(
      manifest + "\(try bag.digest(of: "data/a.txt", by: .sha512))  data/a.txt\n",
      to: "tagmanifest-sha512.txt")
    #expect(try await bag.verdict().contains("fault listed-in-wrong-manifest tagmanifest-sha512.txt"))
    try FileSystem.remove(bag.path + "/tagmanifest-sha512.txt")
    #expect(try await bag.verdict() == ["warning no-tag-manifest tagmanifest-sha512.txt"])
  }

  @Test(arguments: [
    ("Payload-Oxum: 8.2\nContact-Name: Erika\n  Mustermann\n", []),
    ("Payload-Oxum: 8.2\nContact-Name:Erika\n", ["fault malformed-line"]),
    ("Payload-Oxum: 8.2\nContact-Name : Erika\n", ["fault malformed-line"]),
    ("Payload-Oxum: 8.2\nErika\n", ["fault malformed-line"]),
    (" Payload-Oxum: 8.2\n", ["fault malformed-line"]),
    ("Payload-Oxum: 8.2\n\n", ["warning blank-line"]),
    ("Payload-Oxum: 8.2\nPAYLOAD-OXUM: 8.2\n", ["fault repeated-oxum"]),
    ("Payload-Oxum: viel\n", ["fault malformed-oxum"]),
    ("Payload-Oxum: 9.2\n", ["fault wrong-oxum"]),
    ("\u{FEFF}Payload-Oxum: 8.2\n", ["fault byte-order-mark"]),
  ])
  func `Rule 10, bag-info has lines of one form and one Oxum`(text: String, expected: [String]) async throws {
    let bag = try TestBag()
    try bag.folder.write(text, to: "bag-info.txt")
    try bag.seal()
    #expect(try await bag.verdict() == expected.map { "\($0) bag-info.txt" })
  }

  @Test func `Rule 11, what is still to be fetched makes a bag incomplete`() async throws {
    let bag = try TestBag()
    try bag.folder.write("https://qm-musterkiez.example/b.txt 4 data/b.txt\n", to: "fetch.txt")
    try bag.folder.write("Payload-Oxum: 8.2\n", to: "bag-info.txt")
    try bag.seal()
    #expect(try await bag.verdict() == [])
    try FileSystem.remove(bag.path + "/data/b.txt")
    #expect(try await bag.verdict() == ["fault not-fetched data/b.txt"])
    try bag.folder.write(
      "https://qm-musterkiez.example/c - data/c.txt\nhttps://qm-musterkiez.example/d - ../d.txt\nkein Netz\n",
      to: "fetch.txt")
    try bag.sealTags()
    #expect(
      try await bag.faults().filter { $0.path == "fetch.txt" }.map {
        "\($0.kind.rawValue) \($0.offset ?? -1)"
      } == [
        "fetch-not-listed 0", "unsafe-path 45", "malformed-line 88",
      ])
  }

  @Test(arguments: [
    "/etc/passwd", "../../etc/passwd", "data/../../x", "~/x", "~kiez/x", "C:\\x", "c:/x", "\\\\server\\x",
    "data\\..\\..\\x", "data/\u{0}",
  ])
  func `Rule 12, a path that leaves the bag is refused and never opened`(path: String) async throws {
    let bag = try TestBag(["data/a.txt": "a"])
    try bag.seal { digest, real in "\(digest)  \(real)\n\(digest)  \(path)\n" }
    #expect(try await bag.verdict() == ["fault unsafe-path manifest-sha512.txt"])
  }

  @Test func `Rule 12, links and devices are not followed out of the bag`() async throws {
    let bag = try TestBag()
    try bag.seal()
    try FileSystem.remove(bag.path + "/data/a.txt")
    try bag.folder.link("data/a.txt", to: "/etc/hostname")
    #expect(try await bag.verdict() == ["fault link data/a.txt", "fault missing data/a.txt"])
    try FileSystem.remove(bag.path + "/data/a.txt")
    try bag.folder.write("eins", to: "data/echt.txt")
    try bag.folder.link("data/a.txt", to: "echt.txt")
    #expect(try await bag.verdict() == ["fault not-listed data/echt.txt", "warning link data/a.txt"])
    #expect(mkfifo(bag.path + "/data/rohr", 0o600) == 0)
    #expect(try await bag.verdict().contains("fault not-a-file data/rohr"))
  }

  @Test func `Rule 13, every bad file is named, whatever the Oxum says`() async throws {
    let bag = try TestBag(Dictionary(uniqueKeysWithValues: (100..<400).map { ("data/\($0)", "\($0)") }))
    try bag.folder.write("Payload-Oxum: 1.1\n", to: "bag-info.txt")
    try bag.seal()
    for number in stride(from: 100, to: 400, by: 3) { try bag.folder.write("länger", to: "data/\(number)") }
    let alone = try await bag.faults(jobs: 1)
    #expect(alone.count { $0.kind == .changed } == 100)
    #expect(alone.count { $0.kind == .wrongOxum } == 1)
    #expect(try await bag.faults(jobs: 7) == alone)
  }
}
