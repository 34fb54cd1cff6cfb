import Bytes
import Foundation
import Testing

@testable import BagIt

/// The rules of RFC 8493 up to the seventh: a bag that keeps the rule and one that breaks it.
struct BagFormRuleTests {
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

  @Test(arguments: Digest.Algorithm.allCases)
  func `Rule 3, every algorithm is read, the weak and the rare ones with a warning`(
    algorithm: Digest.Algorithm
  ) async throws {
    var bag = try TestBag()
    bag.algorithms = [algorithm]
    try bag.seal()
    let manifest = "manifest-\(algorithm.rawValue).txt"
    let doubt: [String] =
      switch algorithm {
      case .sha256, .sha512: []
      case .md5, .sha1, .sha224: ["warning weak-algorithm \(manifest)"]
      default: ["warning rare-algorithm \(manifest)"]
      }
    #expect(try await bag.verdict() == doubt)
    try bag.folder.write("anders", to: "data/b.txt")
    let changed = try #require(try await bag.faults().first { $0.kind == .changed })
    #expect(changed.path == "data/b.txt")
    let digest = try bag.digest(of: "data/b.txt", by: algorithm)
    #expect(changed.found == "\(algorithm.rawValue):\(digest)")
  }

  @Test(arguments: ["SHA3-256", "sha3_256", "sha3256", "Sha3-256"])
  func `Rule 3, an algorithm's name is known in any spelling`(name: String) async throws {
    var bag = try TestBag()
    bag.algorithms = [.sha3With256]
    try bag.seal()
    try FileSystem.rename(bag.path + "/manifest-sha3256.txt", to: bag.path + "/manifest-\(name).txt")
    try bag.sealTags()
    #expect(try await bag.verdict() == ["warning rare-algorithm manifest-\(name).txt"])
  }

  @Test(arguments: ["manifest-md6.txt", "tagmanifest-md6.txt"])
  func `Rule 3, digests that nobody can check leave a bag unproven`(name: String) async throws {
    let bag = try TestBag()
    try bag.folder.write("00  data/a.txt\n", to: name)
    try bag.seal()
    let unknown = try #require(try await bag.faults().first { $0.path == name })
    #expect(unknown.kind == .unknownAlgorithm && unknown.severity == .fault)
    #expect(unknown.found == "md6, of which nothing can be checked")
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
}
