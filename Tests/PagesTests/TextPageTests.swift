import Bytes
import Model
import Testing

@testable import Pages

@Suite struct TextPageTests {
  /// The text of a category listing whose theme prints a kicker and cuts a tag off.
  static let listing = """
    archive.php

    Nach langem Warten ist es so weit:

    Der Brunnen läuft & die Kinder jubeln!

    Am Samstag haben wir auf dem Lindenplatz den neuen Brunnen eingeweiht, und  alle kamen. 

    Wer noch nicht da war, kann Weiterlesen → “Der Brunnen läuft & die Kinder jubeln!” </span

    Aus der Werkstatt

    Fahrräder – wieder "flott"

    Siebzehn Räder wurden an einem Nachmittag repariert. Weiterlesen → “Fahrräder - wieder „flott“” </span

    Ein Abend im Mai:

    Lesen unter Linden

    Gelesen wurde bis in die Nacht. Weiterlesen → “Lesen unter Linden” </span
    """

  @Test func `A text listing gives its posts with kicker, title and excerpt`() {
    let reading = TextPage.read(Array(Self.listing.utf8), source: PageSource(input: "archive.txt"))
    #expect(reading.kind == .listing)
    #expect(
      reading.entries.map(\.item.kicker) == [
        "Nach langem Warten ist es so weit:", "Aus der Werkstatt", "Ein Abend im Mai:",
      ])
    #expect(
      reading.entries.map(\.item.title) == [
        "Der Brunnen läuft & die Kinder jubeln!", "Fahrräder – wieder \"flott\"", "Lesen unter Linden",
      ])
    #expect(
      reading.entries.first?.item.excerpt == """
        <p>Am Samstag haben wir auf dem Lindenplatz den neuen Brunnen eingeweiht, und alle kamen.</p>
        <p>Wer noch nicht da war, kann</p>
        """)
    #expect(reading.entries.allSatisfy { $0.item.isPartial })
  }

  @Test func `A cut tag is a finding with its place`() throws {
    let bytes = Array(Self.listing.utf8)
    let reading = TextPage.read(bytes, source: PageSource(input: "archive.txt"))
    for entry in reading.entries {
      let finding = try #require(entry.item.findings.first)
      #expect(finding.code == .cutTag)
      let offset = try #require(finding.offset)
      #expect(String(decoding: bytes[offset..<offset + 6], as: UTF8.self) == "</span")
    }
  }

  @Test func `The template's name is no kicker`() {
    let text = "archive.php\n\nLesen unter Linden\n\nGelesen wurde. Weiterlesen → “Lesen unter Linden” </span"
    let reading = TextPage.read(Array(text.utf8), source: PageSource(input: "archive.txt"))
    #expect(reading.entries.map(\.item.title) == ["Lesen unter Linden"])
    #expect(reading.entries.first?.item.kicker == nil)
    #expect(reading.explanation.contains { $0.source == "left" && $0.value == "archive.php" })
  }

  @Test func `Lines after a more-link belong to no entry`() {
    let text = """
      Lesen unter Linden

      24. Mai 2016

      Gelesen wurde. Weiterlesen →

      Kategorien: Kultur

      Impressum
      """
    let reading = TextPage.read(Array(text.utf8), source: PageSource(input: "seite.txt"))
    #expect(reading.entries.count == 1)
    #expect(reading.entries.first?.item.excerpt == "<p>Gelesen wurde.</p>")
    #expect(reading.entries.first?.item.date?.civil?.dateText == "2016-05-24")
    #expect(reading.findings.contains { $0.code == .leftOver && $0.detail.contains("Impressum") })
  }

  @Test func `A single page's text is the whole post`() {
    let text = """
      single.php
      Ein Abend im Mai:
      Lesen unter Linden
      Veröffentlicht am 24. 05. 2016
      Gelesen wurde bis in die Nacht.

      Und dann gingen alle heim.
      """
    let reading = TextPage.read(Array(text.utf8), source: PageSource(input: "seite.txt"))
    #expect(reading.kind == .single)
    let item = reading.entries.first?.item
    #expect(item?.kicker == "Ein Abend im Mai:")
    #expect(item?.title == "Lesen unter Linden")
    #expect(item?.date?.raw == "24. 05. 2016")
    #expect(item?.content == "<p>Gelesen wurde bis in die Nacht.</p>\n<p>Und dann gingen alle heim.</p>")
    #expect(item?.isPartial == false)
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func `A page without text is reported`(text: String) {
    let reading = TextPage.read(Array(text.utf8), source: PageSource(input: "leer.txt"))
    #expect(reading.entries.isEmpty)
    #expect(reading.findings.contains { $0.code == .damagedPage })
  }
}
