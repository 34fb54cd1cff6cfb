import Bytes
import Foundation
import Model
import Testing

@testable import Pages

@Suite struct SavedPageTests {
  struct Truth: Decodable {
    var file: String
    var tool: String
    var page: String
    var url: String
  }

  static let folder = RenderedPages.fixtures.folder.appendingPathComponent("saved")

  static func truths() throws -> [Truth] {
    try String(contentsOf: folder.appendingPathComponent("truth.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
  }

  @Test func `Every way of saving a page gives its address and its posts`() throws {
    let pages = Dictionary(uniqueKeysWithValues: try RenderedPages.fixtures.truths().map { ($0.file, $0) })
    var comparison = Comparison()
    for truth in try Self.truths() {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(truth.file)))
      var source = PageSource(input: truth.file)
      source.path = truth.file
      let reading = SavedPage.read(bytes, source: source)
      if !truth.file.hasPrefix("encodings/") { #expect(reading.address == truth.url, "\(truth.file)") }
      comparison.compare(reading, with: try #require(pages[truth.page]))
    }
    for field in ["title", "ids in order", "excerpt", "content", "date", "author"] {
      let score = try #require(comparison.scores[field])
      #expect(score.total > 0)
      #expect(score.misses.isEmpty, "\(field): \(score.misses.prefix(3).joined(separator: "\n"))")
    }
  }

  @Test func `An MHTML file gives its page, its parts and its time`() {
    let file = MHTML(
      Array(
        """
        From: <Saved by Blink>\r
        Snapshot-Content-Location: https://qm-musterkiez.example/hof/\r
        Date: Mon, 05 Dec 2022 10:00:00 +0100\r
        MIME-Version: 1.0\r
        Content-Type: multipart/related;\r
        \ttype="text/html"; boundary="--grenze"\r
        \r
        ----grenze\r
        Content-Type: text/html\r
        Content-Transfer-Encoding: quoted-printable\r
        Content-Location: https://qm-musterkiez.example/hof/\r
        \r
        <p>Gr=C3=BC=\r
        n=3D</p>\r
        ----grenze\r
        Content-Type: image/gif\r
        Content-Transfer-Encoding: base64\r
        Content-Location: https://qm-musterkiez.example/bild.gif\r
        \r
        R0lG\r
        ODlh\r
        ----grenze--\r

        """.utf8))
    #expect(file.address == "https://qm-musterkiez.example/hof/")
    #expect(file.time?.description == "2022-12-05T09:00:00Z")
    #expect(file.parts.count == 2)
    #expect(file.page.map { String(decoding: $0.body, as: UTF8.self) } == "<p>Grün=</p>")
    #expect(file.parts.last?.body == Array("GIF89a".utf8))
    #expect(file.parts.last?.address == "https://qm-musterkiez.example/bild.gif")
  }

  @Test(arguments: [
    "", "MIME-Version: 1.0", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x",
  ])
  func `A cut-off MHTML file gives what it has`(text: String) {
    #expect(MHTML(Array(text.utf8)).page == nil)
  }

  @Test(arguments: [
    ("=C3=A4", "ä"), ("a=\nb", "ab"), ("a=\r\nb", "ab"), ("a=", "a="), ("=XY", "=XY"), ("=c3=bc", "ü"),
    ("", ""),
  ])
  func `Quoted-printable is decoded, and what is no escape stays`(text: String, meaning: String) {
    #expect(
      String(decoding: TransferEncoding.quotedPrintable(Array(text.utf8)[...]), as: UTF8.self) == meaning)
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar", "ä€\u{0}"])
  func `Base64 gives back every text`(text: String) {
    let encoded = Array(Data(text.utf8).base64EncodedString(options: .lineLength64Characters).utf8)
    #expect(TransferEncoding.base64(encoded[...]) == Array(text.utf8))
  }

  @Test func `The kind of file is told from its bytes`() {
    let text = SavedPage.read(
      Array("Titel\n\nText. Weiterlesen → “Titel” </span".utf8), source: PageSource(input: "a.html"))
    #expect(text.entries.map(\.item.title) == ["Titel"])
    let page = SavedPage.read(
      Array("<body><div class=\"post\"><h2>Titel</h2></div>".utf8), source: PageSource(input: "a.txt"))
    #expect(page.entries.map(\.item.title) == ["Titel"])
  }
}
