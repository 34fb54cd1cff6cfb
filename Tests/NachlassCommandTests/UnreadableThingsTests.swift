import Foundation
import Testing

/// What `nachlass verify` says of things that cannot be read: the right status, helpful words, and all the rest.
final class UnreadableThingsTests {
  private let folder: String
  private let bag: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    bag = folder + "/bag"
    try FileManager.default.createDirectory(atPath: bag + "/data", withIntermediateDirectories: true)
    try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    try write("eins", to: "data/a")
    try write("eins", to: "data/b")
    let digest = "bfd6b995588ec54ce16871bc82a7ac86dd43a2c22309ea68e479a50043683937"
    try write("\(digest)  data/a\n\(digest)  data/b\n", to: "manifest-sha256.txt")
  }

  deinit {
    chmod(bag + "/data", 0o755)
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: bag + "/" + name))
  }

  private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: bag + "/" + name) }

  private func verify(_ path: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run("verify", "--quiet", path)
  }

  /// Things that may stand where a file should.
  private static let intruders = [
    "a folder", "a pipe", "a link to nothing", "a link out of the bag", "a device",
  ]

  private func put(_ intruder: String, at name: String) throws {
    try? remove(name)
    let path = bag + "/" + name
    switch intruder {
    case "a folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "a pipe": #expect(mkfifo(path, 0o600) == 0)
    case "a device":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case "a link to nothing":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nichts")
    default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    }
  }

  @Test(arguments: intruders)
  func `Whatever stands in place of a payload file is named, and the other files are checked`(
    intruder: String
  ) throws {
    try put(intruder, at: "data/a")
    try write("zwei", to: "data/b")
    let outcome = try verify(bag)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("fault missing: data/a;"))
    #expect(outcome.output.contains("fault changed: data/b;"))
    #expect(intruder == "a folder" || outcome.output.contains(/fault (not-a-file|link): data\/a;/))
  }

  @Test(arguments: intruders, ["bagit.txt", "manifest-sha256.txt", "bag-info.txt", "fetch.txt"])
  func `Whatever stands in place of a tag file is named, and nobody waits for it`(
    intruder: String, name: String
  ) throws {
    try put(intruder, at: name)
    let outcome = try verify(bag)
    // A link to another file can be read, but what it leads to is no part of the bag.
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("fault ") && outcome.output.contains(": \(name)"))
  }

  @Test(arguments: ["bagit.txt", "manifest-sha256.txt"])
  func `An empty tag file is named, and the rest is checked`(name: String) throws {
    try write("", to: name)
    try write("zwei", to: "data/b")
    let outcome = try verify(bag)
    #expect(outcome.status == 1)
    let kind = name == "bagit.txt" ? "changed" : "not-listed"
    #expect(outcome.output.contains("fault \(kind): data/b"))
  }

  @Test(arguments: [
    ("nichts", "no such file or folder"), ("leer", "it is empty"), ("text", "neither a WARC nor a WACZ"),
    ("ordner", "it is no bag"), ("rohr", "neither a file nor a folder"), ("link", "no such file or folder"),
  ])
  func `What is nothing that can be verified is status 2 and says why`(name: String, reason: String) throws {
    let path = folder + "/" + name
    switch name {
    case "leer": try Data().write(to: URL(filePath: path))
    case "text": try Data("Text".utf8).write(to: URL(filePath: path))
    case "ordner": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "rohr": #expect(mkfifo(path, 0o600) == 0)
    case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "weg")
    default: break
    }
    let outcome = try verify(path)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(path) && outcome.errors.contains(reason))
  }

  @Test(.enabled(if: geteuid() != 0, "whoever may do everything is refused nothing"))
  func `Without rights to read it is said so, file by file`() throws {
    #expect(chmod(bag + "/data/a", 0) == 0)
    let outcome = try verify(bag)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("fault unreadable: data/a; found Permission denied"))
    #expect(chmod(bag, 0) == 0)
    defer { chmod(bag, 0o755) }
    let refused = try verify(bag)
    #expect(refused.status == 2 && refused.errors.contains("Permission denied"))
  }

  @Test func `Wrong usage is status 64`() throws {
    #expect(try BuiltCommand.run("verify").status == 64)
    #expect(try BuiltCommand.run("verify", "--nichts", bag).status == 64)
    #expect(try BuiltCommand.run("verify", "--jobs", "viele", bag).status == 64)
    #expect(try BuiltCommand.run("verify", bag, bag).status == 64)
  }
}
