import Foundation
import Testing

/// `nachlass verify` as a user or a program sees it.
final class VerifyCommandTests {
  private let bag: String

  init() throws {
    bag = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: bag + "/data", withIntermediateDirectories: true)
    try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    try write("eins", to: "data/a")
    try write(
      "bfd6b995588ec54ce16871bc82a7ac86dd43a2c22309ea68e479a50043683937  data/a\n", to: "manifest-sha256.txt")
  }

  deinit { try? FileManager.default.removeItem(atPath: bag) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: bag + "/" + name))
  }

  @Test func `A sound bag gives the verdict, its warnings and status 0`() throws {
    let outcome = try BuiltCommand.run("verify", bag)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        warning no-tag-manifest: tagmanifest-sha256.txt; expected digests of the tag files, which nothing \
        protects otherwise
        valid bag: 1 files, 4 bytes; 0 faults, 1 warnings

        """)
    #expect(
      try BuiltCommand.run("verify", "--quiet", bag).output
        == "valid bag: 1 files, 4 bytes; 0 faults, 1 warnings\n")
  }

  @Test func `Faults are named one a line, with status 1`() throws {
    try write("zwei", to: "data/a")
    try write("drei", to: "data/b")
    let outcome = try BuiltCommand.run("verify", "--quiet", bag)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("fault changed: data/a; expected sha256:bfd6b9"))
    #expect(outcome.output.contains("fault not-listed: data/b\n"))
    #expect(outcome.output.hasSuffix("INVALID bag: 2 files, 8 bytes; 2 faults, 1 warnings\n"))
  }

  @Test(arguments: [true, false])
  func `JSON is one object whether there are faults or not`(isSound: Bool) throws {
    if !isSound { try write("zwei", to: "data/a") }
    let outcome = try BuiltCommand.run("verify", "--json", bag)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["valid"] as? Bool == isSound && json["kind"] as? String == "bag")
    let faults = try #require(json["faults"] as? [[String: Any]])
    let changed = faults.first { $0["kind"] as? String == "changed" }
    #expect(changed?["file"] as? String == (isSound ? nil : "data/a"))
    #expect(json["fault_count"] as? Int == faults.count { $0["severity"] as? String == "fault" })
  }

  @Test func `What cannot be verified is status 2, wrong usage 64`() throws {
    let missing = try BuiltCommand.run("verify", bag + "/nichts")
    #expect(missing.status == 2 && missing.output.isEmpty && missing.errors.contains("no such file"))
    #expect(try BuiltCommand.run("verify", bag + "/data/a").status == 2)
    #expect(try BuiltCommand.run("verify", "--jobs", "0", bag).status == 64)
  }
}
