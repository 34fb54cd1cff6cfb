import Bytes
import Foundation
import Testing

@testable import BagIt

/// The rules of RFC 8493 one by one: a bag that keeps the rule and one that breaks it.
struct BagVerifierTests {
  @Test func `What the writer writes is valid without a warning`() async throws {
    let bag = try TestBag(["data/a.txt": "a", "data/Straße/ü.txt": "ü", "data/leer": ""])
    var info = BagInfo()
    info.add("Source-Organization", "QM Musterkiez e. V.")
    info.add("External-Description", String(repeating: "Stadtteilzeitung ", count: 20))
    let written = try await BagWriter(jobs: 2, synchronizes: false)
      .complete(bag.path, info: info, baggingDate: UTCTime(secondsSince1970: 0))
    var faults: [BagFault] = []
    let summary = try await BagVerifier(jobs: 2).verify(bag.path) { event in
      if case .fault(let fault) = event { faults.append(fault) }
    }
    #expect(faults == [])
    #expect(summary.isValid && summary.payload == written.payload && summary.version == .v1_0)
    #expect(summary.info.values(of: "external-description").first?.count == 339)
  }

  @Test(arguments: [
    ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", []),
    ("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8", []),
    ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", ["byte-order-mark"]),
    ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", ["malformed-declaration"]),
    ("BagIt-Version: 1.0\nTag-File-Character-Encoding:  UTF-8\n", ["malformed-declaration"]),
    ("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", ["malformed-declaration"]),
    ("BagIt-Version: 1.0\n", ["malformed-declaration"]),
    ("", ["malformed-declaration", "malformed-declaration"]),
    ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMehr: nein\n", ["malformed-declaration"]),
    ("BagIt-Version: 1.7\nTag-File-Character-Encoding: UTF-8\n", ["unknown-version"]),
    ("BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n", ["unknown-encoding"]),
    ("BagIt-Version : 0.97\nTag-File-Character-Encoding :UTF-8\n", []),
  ])
  func `Rule 1, the declaration has exactly two lines of exactly one form`(
    text: String, expected: [String]
  ) async throws {
    let bag = try TestBag()
    try bag.seal()
    try bag.folder.write(text, to: "bagit.txt")
    try bag.sealTags()
    #expect(try await bag.verdict() == expected.map { "fault \($0) bagit.txt" })
  }

  @Test func `Rule 1, without a declaration the rest is checked all the same`() async throws {
    let bag = try TestBag()
    try bag.seal()
    try FileSystem.remove(bag.path + "/bagit.txt")
    try bag.folder.write("anders", to: "data/a.txt")
    #expect(
      try await bag.verdict() == [
        "fault changed data/a.txt", "fault missing bagit.txt", "fault no-declaration bagit.txt",
      ])
  }

  @Test func `Rule 2, all content lies in data, and an empty folder is doubtful`() async throws {
    let bag = try TestBag()
    try bag.seal()
    try FileSystem.makeFolder(bag.path + "/data/leer")
    #expect(try await bag.verdict() == ["warning empty-folder data/leer"])
    try FileSystem.remove(bag.path + "/data")
    #expect(
      try await bag.verdict() == [
        "fault missing data/a.txt", "fault missing data/b.txt", "fault no-payload-folder data",
      ])
  }

  @Test(arguments: [Digest.Algorithm.md5, .sha1, .sha224, .sha256, .sha384, .sha512])
  func `Rule 3, every algorithm is read, the weak ones with a warning`(
    algorithm: Digest.Algorithm
  ) async throws {
    var bag = try TestBag()
    bag.algorithms = [algorithm]
    try bag.seal()
    let isStrong = algorithm == .sha256 || algorithm == .sha512
    let manifest = "manifest-\(algorithm.rawValue).txt"
    #expect(try await bag.verdict() == (isStrong ? [] : ["warning weak-algorithm \(manifest)"]))
    try bag.folder.write("anders", to: "data/b.txt")
    #expect(try await bag.verdict().contains("fault changed data/b.txt"))
  }

  @Test func `Rule 3, a manifest that cannot be read by any algorithm we know is a fault`() async throws {
    let bag = try TestBag()
    try bag.folder.write("00  data/a.txt\n", to: "manifest-crc32.txt")
    try bag.seal()
    #expect(try await bag.verdict() == ["fault unknown-algorithm manifest-crc32.txt"])
    try FileSystem.remove(bag.path + "/manifest-sha512.txt")
    try bag.sealTags()
    #expect(try await bag.verdict().contains("fault no-payload-manifest manifest-sha512.txt"))
  }

  @Test func `Rule 4, every file is listed, in every manifest, and every listed file is there`() async throws
  {
    var bag = try TestBag()
    bag.algorithms = [.sha256, .sha512]
    try bag.seal()
    #expect(try await bag.verdict() == [])
    try bag.seal { digest, path in path == "data/a.txt" && digest.count == 64 ? nil : "\(digest)  \(path)\n" }
    #expect(try await bag.verdict() == ["fault not-in-every-manifest data/a.txt"])
    try bag.seal()
    try bag.folder.write("mehr", to: "data/c.txt")
    try FileSystem.remove(bag.path + "/data/b.txt")
    #expect(try await bag.verdict() == ["fault missing data/b.txt", "fault not-listed data/c.txt"])
  }

  @Test(arguments: [("0.97", [BagFault.Severity.warning]), ("1.0", [.fault])])
  func `Rule 4, a path is listed once`(version: String, expected: [BagFault.Severity]) async throws {
    var bag = try TestBag()
    bag.version = version
    try bag.seal { digest, path in "\(digest)  \(path)\n\(digest)  \(path)\n" }
    let faults = try await bag.faults()
    #expect(faults.map(\.kind) == [.listedTwice, .listedTwice])
    #expect(faults.map(\.severity) == expected + expected)
    #expect(faults.map(\.offset) == [141, 423])
  }

  @Test func `Rule 4, a second line with another digest is a fault in every version`() async throws {
    var bag = try TestBag()
    bag.version = "0.97"
    try bag.seal { digest, path in "\(digest)  \(path)\n\(String(digest.reversed()))  \(path)\n" }
    #expect(try await bag.faults().map(\.severity) == [.fault, .fault])
  }

  @Test func `Rule 4, nothing outside data is listed`() async throws {
    let bag = try TestBag()
    try bag.seal { digest, path in
      path == "data/a.txt" ? "\(digest)  \(path)\n\(digest)  bagit.txt\n" : "\(digest)  \(path)\n"
    }
    #expect(try await bag.verdict() == ["fault listed-in-wrong-manifest manifest-sha512.txt"])
  }

  @Test func `Rule 5, the loose forms of lines are read with a warning`() async throws {
    let bag = try TestBag()
    try bag.seal { digest, path in "\(digest.uppercased())  \(path)\n" }
    #expect(
      try await bag.verdict()
        == Array(repeating: "warning digest-in-upper-case manifest-sha512.txt", count: 2))
    try bag.seal { digest, path in "\(digest) *\(path)\n" }
    #expect(
      try await bag.verdict() == Array(repeating: "warning star-before-path manifest-sha512.txt", count: 2))
    try bag.seal { digest, path in "\(digest)\t./\(path)\n" }
    #expect(
      try await bag.verdict()
        == Array(repeating: "warning dot-slash-before-path manifest-sha512.txt", count: 2))
  }

  @Test(arguments: ["  ", "", " nichts", "xyz  data/a.txt", "00ff  data/a.txt"])
  func `Rule 5, a line of another form is named with its place`(line: String) async throws {
    let bag = try TestBag()
    try bag.seal { digest, path in
      path == "data/b.txt" ? "\(line)\n\(digest)  \(path)\n" : "\(digest)  \(path)\n"
    }
    let faults = try await bag.faults()
    let isBlank = line.allSatisfy { $0 == " " }
    #expect(faults.map(\.kind) == [isBlank ? .blankLine : .malformedLine])
    #expect(faults.first?.offset == 141 && faults.first?.path == "manifest-sha512.txt")
  }

  @Test func `Rule 5, the path runs to the end of the line`() async throws {
    let bag = try TestBag(["data/ende ": "a", "data/ vorn": "b"])
    try bag.seal()
    #expect(
      try await bag.verdict() == [
        "warning name-not-portable data/ vorn", "warning name-not-portable data/ende ",
      ])
    try bag.seal { digest, path in "\(digest)  \(path.trimmingCharacters(in: .whitespaces))\n" }
    #expect(
      try await bag.verdict().filter { $0.hasPrefix("fault") } == [
        "fault missing data/ende", "fault not-listed data/ende ",
      ])
  }

  @Test func `Rule 6, percent signs and line ends are decoded once, in either case`() async throws {
    let bag = try TestBag(["data/100 %": "a", "data/x%0Ay": "b", "data/x\ny\r": "c"])
    try bag.seal { digest, path in
      let listed = [
        "data/100 %": "data/100 %25", "data/x%0Ay": "data/x%250Ay", "data/x\ny\r": "data/x%0ay%0D",
      ]
      return "\(digest)  \(listed[path] ?? path)\n"
    }
    #expect(try await bag.verdict() == ["warning name-not-portable data/x\ny\r"])
    try FileSystem.remove(bag.path + "/data/x\ny\r")
    try bag.seal()
    #expect(
      try await bag.verdict() == [
        "fault missing data/x\ny", "fault not-listed data/x%0Ay",
        "fault percent-not-encoded manifest-sha512.txt", "warning name-not-portable data/x\ny",
      ])
  }

  @Test func `Rule 6, before 1.0 a percent sign stands for itself where such a file is there`() async throws {
    var bag = try TestBag(["data/%7Etilde %": "a", "data/x%0Ay": "b"])
    bag.version = "0.97"
    try bag.seal()
    #expect(try await bag.verdict() == [])
  }

  @Test func `Rule 7, lines end at LF, CR and CRLF, and nowhere else`() async throws {
    let bag = try TestBag(["data/a\u{85}b": "a", "data/c\u{2028}d": "b", "data/e\u{0B}f": "c", "data/g": "d"])
    var ends = ["\n", "\r", "\r\n", ""].makeIterator()
    try bag.seal { digest, path in "\(digest)  \(path)\(ends.next() ?? "")" }
    let verdict = try await bag.verdict()
    #expect(verdict.filter { $0.hasPrefix("fault") } == [])
    #expect(verdict.contains("warning no-final-line-end manifest-sha512.txt"))
  }

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

  @Test func `Where one digest agrees, the fault is the manifest's and is located`() async throws {
    var bag = try TestBag()
    bag.algorithms = [.sha256, .sha512]
    try bag.seal { digest, path in
      digest.count == 64 && path == "data/b.txt" ? "\(digest.dropLast())x  \(path)\n" : "\(digest)  \(path)\n"
    }
    #expect(try await bag.verdict().contains("fault malformed-line manifest-sha256.txt"))
    try bag.seal { digest, path in
      digest.count == 64 && path == "data/b.txt"
        ? "\(digest.reversed().map(String.init).joined())  \(path)\n" : "\(digest)  \(path)\n"
    }
    let faults = try await bag.faults()
    #expect(faults.map(\.kind) == [.wrongListedDigest])
    #expect(faults.first?.path == "manifest-sha256.txt" && faults.first?.offset == 77)
  }

  @Test func `A run that goes on after another reads only what is left`() async throws {
    let bag = try TestBag()
    try bag.seal()
    try bag.folder.write("anders", to: "data/a.txt")
    try bag.folder.write("anders", to: "data/b.txt")
    var events: [BagVerifier.Event] = []
    _ = try await BagVerifier(jobs: 1).verify(bag.path, after: "data/a.txt") { events.append($0) }
    let changed = events.compactMap { event -> String? in
      if case .fault(let fault) = event, fault.kind == .changed { fault.path } else { nil }
    }
    #expect(changed == ["data/b.txt"])
  }

  @Test func `A folder that is not there is an error, not a fault`() async {
    await #expect(throws: BagError.self) {
      try await BagVerifier(jobs: 1).verify("/nirgends/tasche") { _ in }
    }
  }

  @Test func `Any flipped bit of a bag is found`() async throws {
    var bag = try TestBag(["data/a.txt": "eins", "data/ü/b.txt": "zwei"])
    bag.algorithms = [.sha256, .sha512]
    try bag.folder.write("Payload-Oxum: 8.2\n", to: "bag-info.txt")
    try bag.seal()
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "data/a.txt"] {
      let original = Array(try bag.folder.text(of: name).utf8)
      for position in original.indices {
        var bytes = original
        bytes[position] ^= UInt8(1) << (position % 8)
        try bag.folder.write(bytes, to: name)
        let faults = try await bag.faults(jobs: 1)
        #expect(!faults.isEmpty, "bit \(position % 8) of byte \(position) of \(name)")
      }
      try bag.folder.write(original, to: name)
    }
  }
}
