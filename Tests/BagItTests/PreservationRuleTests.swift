import Bytes
import Foundation
import Testing

@testable import BagIt

/// Every rule for bags, one after the other: a bag that keeps it is valid, the same bag with the rule broken is not,
/// or is doubtful where the rule is one of caution, and the verifier says which rule it was.
struct PreservationRuleTests {
  /// A rule, a sound bag that shows it, how it is broken, and what must then be said.
  struct Rule: Sendable, CustomTestStringConvertible {
    let number: Int
    let title: String
    var keep: @Sendable (TestBag) throws -> Void = { try $0.seal() }
    let violate: @Sendable (TestBag) throws -> Void
    let verdict: String

    var testDescription: String { "rule \(number): \(title)" }
  }

  private static let rules = [
    Rule(
      number: 1, title: "two lines declare the bag, one blank after each colon",
      violate: {
        try $0.replace("BagIt-Version: 1.0", with: "BagIt-Version:1.0", in: "bagit.txt")
        try $0.sealTags()
      },
      verdict: "fault malformed-declaration bagit.txt"),
    Rule(
      number: 1, title: "no byte order mark",
      violate: {
        try $0.replace("BagIt-Version", with: "\u{FEFF}BagIt-Version", in: "bagit.txt")
        try $0.sealTags()
      },
      verdict: "fault byte-order-mark bagit.txt"),
    Rule(
      number: 2, title: "all content is in data, which is a folder",
      violate: {
        try FileSystem.rename($0.path + "/data", to: $0.path + "/inhalt")
        try $0.folder.write("", to: "data")
      },
      verdict: "fault no-payload-folder data"),
    Rule(
      number: 2, title: "a folder that must survive empty holds a .keep",
      keep: {
        try $0.folder.write("", to: "data/leer/.keep")
        try $0.seal()
      },
      violate: {
        try FileSystem.remove($0.path + "/data/leer/.keep")
        try $0.seal()
      },
      verdict: "warning empty-folder data/leer"),
    Rule(
      number: 3, title: "there is a manifest of a known algorithm",
      violate: { try FileSystem.rename($0.path + "/manifest-sha512.txt", to: $0.path + "/manifest-md6.txt") },
      verdict: "fault unknown-algorithm manifest-md6.txt"),
    Rule(
      number: 4, title: "every payload file is listed",
      violate: { try $0.folder.write("mehr", to: "data/c.txt") },
      verdict: "fault not-listed data/c.txt"),
    Rule(
      number: 4, title: "exactly once",
      violate: {
        let manifest = try $0.folder.text(of: "manifest-sha512.txt")
        try $0.folder.write(manifest + manifest, to: "manifest-sha512.txt")
        try $0.sealTags()
      },
      verdict: "fault listed-twice manifest-sha512.txt"),
    Rule(
      number: 4, title: "the same set in all manifests",
      violate: {
        let digest = try $0.digest(of: "data/a.txt", by: .sha256)
        try $0.folder.write("\(digest)  data/a.txt\n", to: "manifest-sha256.txt")
        try $0.sealTags()
      },
      verdict: "fault not-in-every-manifest data/b.txt"),
    Rule(
      number: 4, title: "nothing outside of data",
      violate: {
        let manifest = try $0.folder.text(of: "manifest-sha512.txt")
        let digest = try $0.digest(of: "bagit.txt", by: .sha512)
        try $0.folder.write(manifest + "\(digest)  bagit.txt\n", to: "manifest-sha512.txt")
        try $0.sealTags()
      },
      verdict: "fault listed-in-wrong-manifest manifest-sha512.txt"),
    Rule(
      number: 5, title: "a line is a digest, two blanks and a path",
      violate: {
        try $0.replace("  data/b.txt", with: "data/b.txt", in: "manifest-sha512.txt")
        try $0.sealTags()
      },
      verdict: "fault malformed-line manifest-sha512.txt"),
    Rule(
      number: 5, title: "the digest is in small letters",
      violate: { bag in try bag.seal { "\($0.uppercased())  \($1)\n" } },
      verdict: "warning digest-in-upper-case manifest-sha512.txt"),
    Rule(
      number: 5, title: "the path runs to the line's end",
      keep: {
        try FileSystem.rename($0.path + "/data/b.txt", to: $0.path + "/data/b.txt ")
        try $0.seal()
      },
      violate: { try $0.replace("data/b.txt ", with: "data/b.txt", in: "manifest-sha512.txt") },
      verdict: "fault missing data/b.txt"),
    Rule(
      number: 6, title: "percent signs are encoded",
      keep: { bag in
        try bag.folder.write("a", to: "data/100 %")
        try bag.seal { "\($0)  \($1.replacing("%", with: "%25"))\n" }
      },
      violate: {
        try $0.seal()
      },
      verdict: "fault percent-not-encoded manifest-sha512.txt"),
    Rule(
      number: 6, title: "decoded once, and nothing but line ends and percent signs",
      keep: { bag in
        try bag.folder.write("a", to: "data/x%41")
        try bag.seal { "\($0)  \($1.replacing("%", with: "%25"))\n" }
      },
      violate: { bag in
        try FileSystem.rename(bag.path + "/data/x%41", to: bag.path + "/data/xA")
      },
      verdict: "fault missing data/x%41"),
    Rule(
      number: 7, title: "lines end at line feeds and carriage returns alone",
      keep: { bag in try bag.seal { "\($0)  \($1)\r\n" } },
      violate: { bag in try bag.seal { "\($0)  \($1)\u{2028}" } },
      verdict: "fault not-listed data/b.txt"),
    Rule(
      number: 8, title: "names that differ in normalization alone are told apart from others",
      keep: {
        try $0.folder.write("a", to: "data/M\u{FC}ll")
        try $0.seal()
      },
      violate: {
        try FileSystem.rename($0.path + "/data/M\u{FC}ll", to: $0.path + "/data/Mu\u{308}ll")
      },
      verdict: "warning other-normalization data/Mu\u{308}ll"),
    Rule(
      number: 8, title: "no two names differ in case alone",
      violate: {
        try $0.folder.write("a", to: "data/A.TXT")
        try $0.seal()
      },
      verdict: "warning other-case-only data/a.txt"),
    Rule(
      number: 8, title: "no component is longer than 200 bytes",
      keep: {
        try $0.folder.write("a", to: "data/" + String(repeating: "n", count: 200))
        try $0.seal()
      },
      violate: {
        try $0.folder.write("a", to: "data/" + String(repeating: "n", count: 201))
        try $0.seal()
      },
      verdict: "warning name-not-portable data/" + String(repeating: "n", count: 201)),
    Rule(
      number: 8, title: "no path is longer than 240 bytes",
      keep: {
        try $0.folder.write(
          "a", to: "data/\(String(repeating: "n", count: 200))/\(String(repeating: "m", count: 34))")
        try $0.seal()
      },
      violate: {
        try $0.folder.write(
          "a", to: "data/\(String(repeating: "n", count: 200))/\(String(repeating: "m", count: 35))")
        try $0.seal()
      },
      verdict:
        "warning name-not-portable data/\(String(repeating: "n", count: 200))/\(String(repeating: "m", count: 35))"
    ),
    Rule(
      number: 8, title: "no name is reserved, or ends in a dot or blank",
      violate: {
        try $0.folder.write("a", to: "data/aux.txt")
        try $0.seal()
      },
      verdict: "warning name-not-portable data/aux.txt"),
    Rule(
      number: 9, title: "a tag manifest for each payload manifest",
      violate: { try FileSystem.remove($0.path + "/tagmanifest-sha512.txt") },
      verdict: "warning no-tag-manifest tagmanifest-sha512.txt"),
    Rule(
      number: 9, title: "which lists the payload manifest",
      violate: {
        let lines = try $0.folder.text(of: "tagmanifest-sha512.txt").split(separator: "\n")
        let rest = lines.filter { !$0.hasSuffix("  manifest-sha512.txt") }.map { $0 + "\n" }.joined()
        try $0.folder.write(rest, to: "tagmanifest-sha512.txt")
      },
      verdict: "fault tag-file-not-listed manifest-sha512.txt"),
    Rule(
      number: 9, title: "and nothing in data",
      violate: {
        let digest = try $0.digest(of: "data/a.txt", by: .sha512)
        try $0.folder.write(
          try $0.folder.text(of: "tagmanifest-sha512.txt") + "\(digest)  data/a.txt\n",
          to: "tagmanifest-sha512.txt")
      },
      verdict: "fault listed-in-wrong-manifest tagmanifest-sha512.txt"),
    Rule(
      number: 10, title: "labels and values, with one Oxum that is right",
      keep: {
        try $0.folder.write("Contact-Name: Erika\n Mustermann\nPayload-Oxum: 8.2\n", to: "bag-info.txt")
        try $0.seal()
      },
      violate: {
        try $0.replace("8.2", with: "8.3", in: "bag-info.txt")
        try $0.sealTags()
      },
      verdict: "fault wrong-oxum bag-info.txt"),
    Rule(
      number: 11, title: "nothing is still to be fetched",
      keep: {
        try $0.folder.write("https://qm-musterkiez.example/b.txt - data/b.txt\n", to: "fetch.txt")
        try $0.seal()
      },
      violate: { try FileSystem.remove($0.path + "/data/b.txt") },
      verdict: "fault not-fetched data/b.txt"),
    Rule(
      number: 12, title: "no path leads out of the bag",
      violate: {
        try $0.replace("data/b.txt", with: "data/../../b.txt", in: "manifest-sha512.txt")
        try $0.sealTags()
      },
      verdict: "fault unsafe-path manifest-sha512.txt"),
    Rule(
      number: 12, title: "no link leads out of the bag",
      violate: {
        try FileSystem.remove($0.path + "/data/b.txt")
        try $0.folder.link("data/b.txt", to: "/etc/hostname")
      },
      verdict: "fault link data/b.txt"),
    Rule(
      number: 12, title: "there are no pipes or devices",
      violate: { #expect(mkfifo($0.path + "/data/rohr", 0o600) == 0) },
      verdict: "fault not-a-file data/rohr"),
    Rule(
      number: 13, title: "every digest is right",
      violate: { try $0.folder.write("einS", to: "data/a.txt") },
      verdict: "fault changed data/a.txt"),
    Rule(
      number: 13, title: "those of the tag files too",
      keep: {
        try $0.folder.write("Vermerk", to: "vermerk.txt")
        try $0.seal()
      },
      violate: { try $0.folder.write("Verwerk", to: "vermerk.txt") },
      verdict: "fault changed vermerk.txt"),
    Rule(
      number: 14, title: "a bag whose writing was broken off is none",
      violate: {
        for name in ["manifest-sha512.txt", "tagmanifest-sha512.txt"] {
          try FileSystem.remove($0.path + "/" + name)
        }
      },
      verdict: "fault no-payload-manifest manifest-sha512.txt"),
  ]

  @Test(arguments: rules)
  func `A bag that keeps the rule is valid, and one that breaks it is told so`(rule: Rule) async throws {
    let bag = try TestBag()
    try rule.keep(bag)
    #expect(try await bag.verdict().filter { $0.hasPrefix("fault") } == [])
    #expect(try await !bag.verdict().contains(rule.verdict))
    try rule.violate(bag)
    let verdict = try await bag.verdict()
    #expect(verdict.map { Array($0.utf8) }.contains(Array(rule.verdict.utf8)), "\(verdict)")
  }

  @Test func `Every rule has its bags but the last, by which the same content gives the same bytes`()
    async throws
  {
    #expect(Set(Self.rules.map(\.number)) == Set(1...14))
    func written(on day: Int) async throws -> [[UInt8]] {
      let bag = try TestBag()
      _ = try await BagWriter(jobs: 2, synchronizes: false)
        .complete(bag.path, info: BagInfo(), baggingDate: UTCTime(secondsSince1970: day * 86_400))
      return try FileSystem.entries(of: bag.path).filter { $0.kind == .file }.map {
        Array(try bag.folder.text(of: $0.name).utf8)
      }
    }
    let first = try await written(on: 1)
    #expect(try await written(on: 1) == first)
    #expect(try await written(on: 2) != first)
  }
}

extension TestBag {
  /// Replaces a text in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    try folder.write(try folder.text(of: name).replacing(old, with: new), to: name)
  }
}
