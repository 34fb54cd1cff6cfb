import Foundation
import Testing

/// Every form in which pages are saved, through the built command from end to end.
final class SavedPagesCommandTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let saved = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/pages/saved").standardizedFileURL.path

  @Test(arguments: [
    ("browser", 8, true), ("httrack", 26, true), ("mhtml", 1, false), ("singlefile", 8, true),
    ("wget", 26, true), ("wget-converted", 26, true), ("encodings", 8, true),
  ])
  func `Each form is inspected, explained, converted and verified`(
    form: String, posts: Int, hasExcerpts: Bool
  ) throws {
    let input = "\(Self.saved)/\(form)"
    let explained = try BuiltCommand.run("inspect", "--explain", input)
    #expect(explained.status == 0 && explained.errors.isEmpty)
    #expect(explained.output.contains("  entry: “"))
    let package = "\(folder)/package"
    let converted = try BuiltCommand.run("convert", "--no-self-check", "-o", package, input)
    // A post of which only an excerpt is known is a loss.
    #expect(converted.status == (hasExcerpts ? 1 : 0))
    #expect(converted.output.contains(" \(posts) items "))
    #expect(converted.output.contains("wp-content/uploads was used") == (form == "wget-converted"))
    let items = try String(contentsOfFile: package + "/data/json/items.jsonl", encoding: .utf8)
    #expect(items.split(separator: "\n").count == posts)
    let verified = try BuiltCommand.run("verify", package)
    #expect(verified.status == 0 && verified.output.hasPrefix("valid package"))
  }

  @Test func `A profile from a file names the parts of a strange theme, and its faults are told`() throws {
    let page = folder + "/seite.html"
    try Data(
      """
      <body><div class="beitrag"><span class="oben">Im Hof:</span><div class="zeile">Sommerfest</div><div class="anriss">Wir feiern.
      <span class="los"><a href="/fest">Hereinspaziert</a></span></div></div>
      """.utf8
    ).write(to: URL(filePath: page))
    let profile = folder + "/kiez.json"
    try Data(
      #"{"name": "kiez", "entry": ".beitrag", "title": ".zeile", "kicker": ".oben", "text": ".anriss", "more": ".los a"}"#
        .utf8
    ).write(to: URL(filePath: profile))
    let explained = try BuiltCommand.run(
      "inspect", "--explain", "--profile", profile, "--base-url", "https://qm-musterkiez.example/", page)
    #expect(explained.status == 0)
    #expect(explained.output.contains("“Sommerfest” found by .beitrag of the profile kiez"))
    #expect(explained.output.contains("title: .zeile"))
    try Data(#"{"name": "kiez", "entri": [".beitrag"]}"#.utf8).write(to: URL(filePath: profile))
    let faulty = try BuiltCommand.run("inspect", "--profile", profile, page)
    #expect(faulty.status == 64)
    #expect(faulty.errors.contains("“entri” is no part; known are entry, title, kicker"))
  }
}
